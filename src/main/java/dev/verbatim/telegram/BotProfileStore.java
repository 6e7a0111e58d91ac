package dev.verbatim.telegram;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A store of what is known of a bot at a server: who it is, and hashes of what Telegram's apps
/// show of it, as it was last set. Thread-safe.
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

    /// Who the bot is, as Telegram last told it.
    Optional<BotIdentity> identity(String bot) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select account_id, user_name, reads_all, serves_inline
                                        from bot_identity where bot = :bot
                                        """)
                                .param("bot", bot)
                                .query(
                                        (row, _) ->
                                                new BotIdentity(
                                                        row.getLong("account_id"),
                                                        row.getString("user_name"),
                                                        row.getInt("reads_all") != 0,
                                                        row.getInt("serves_inline") != 0,
                                                        false))
                                .optional());
    }

    void putIdentity(String bot, BotIdentity identity) {
        store.writeShared(
                rows -> {
                    rows.sql("delete from bot_identity").update();
                    return rows.sql(
                                    """
                                    insert into bot_identity
                                        (bot, account_id, user_name, reads_all, serves_inline)
                                    values (:bot, :account, :name, :readsAll, :inline)
                                    """)
                            .param("bot", bot)
                            .param("account", identity.id())
                            .param("name", identity.userName())
                            .param("readsAll", identity.readsAll() ? 1 : 0)
                            .param("inline", identity.servesInline() ? 1 : 0)
                            .update();
                });
    }

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
