package dev.verbatim.telegram;

import dev.verbatim.store.Store;
import java.util.Map;
import java.util.stream.Collectors;

/// A store of hashes of what Telegram's apps show of a bot, as it was last set. Thread-safe.
final class BotProfileStore {

    private final Store store;

    BotProfileStore(Store store) {
        this.store = store;
    }

    /// The hashes by setting.
    ///
    /// @param bot one at some server
    Map<String, Long> hashes(String bot) {
        return store.read(
                rows ->
                        rows
                                .sql(
                                        "select setting, content_hash from bot_profile where bot = :bot")
                                .param("bot", bot)
                                .query(Setting.class)
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Setting::setting, Setting::contentHash)));
    }

    private record Setting(String setting, long contentHash) {}

    /// Stores that something was set. What was set for another bot, or at another server, isn't
    /// needed any more.
    void put(String bot, String setting, long hash) {
        store.write(
                rows -> {
                    rows.sql("delete from bot_profile where bot <> :bot")
                            .param("bot", bot)
                            .update();
                    return rows.sql(
                                    """
                                    insert into bot_profile (bot, setting, content_hash)
                                    values (:bot, :setting, :hash)
                                    on conflict (bot, setting) do update set content_hash = :hash
                                    """)
                            .param("bot", bot)
                            .param("setting", setting)
                            .param("hash", hash)
                            .update();
                });
    }
}
