package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The part of delivery that outlives the process: the inbox, the outbox, and what is known of
/// chats. Thread-safe.
final class DeliveryStore {

    final Inbox inbox;
    final Outbox outbox;
    final ChatRegistry chats;
    private final Store store;
    private final Clock clock;
    private volatile String webhookSecret = "";

    /// @param data who keeps rows about chats
    /// @param listeners who are told what became of calls
    DeliveryStore(
            Store store, List<ChatData> data, List<ApiCall.SendListener> listeners, Clock clock) {
        this.store = store;
        this.clock = clock;
        chats = new ChatRegistry(data, clock);
        inbox = new Inbox(store, clock);
        outbox = new Outbox(store, chats, listeners, clock);
    }

    /// Whether it is this instance that works: see [Store#isWorker].
    boolean isWorker() {
        return store.isWorker();
    }

    /// Since when it is this instance that works: see [Store#term].
    long term() {
        return store.term();
    }

    /// Whether other instances may put updates into the inbox.
    boolean isShared() {
        return store.isShared();
    }

    /// Writes some rows in one transaction.
    void write(Consumer<JdbcClient> statements) {
        store.write(
                rows -> {
                    statements.accept(rows);
                    return true;
                });
    }

    /// Commits a transaction: the rows that its handler writes, its calls, and what else belongs to
    /// it.
    ///
    /// @param key of the occasion: its calls' keys begin with it, unless they have their own
    /// @return the chats that have a call to be made now
    Set<Long> commit(ReplyTransaction transaction, String key, Consumer<JdbcClient> also) {
        return store.write(
                rows -> {
                    transaction.rows().forEach(statements -> statements.accept(rows));
                    transaction.deleted().forEach(chat -> chats.delete(rows, chat));
                    also.accept(rows);
                    transaction.opened().forEach(chat -> chats.open(rows, chat));
                    return addCalls(rows, transaction, key);
                });
    }

    private Set<Long> addCalls(JdbcClient rows, ReplyTransaction transaction, String key) {
        Set<Long> chatIds = new HashSet<>();
        int number = 0;
        for (ApiCall call : transaction.calls()) {
            chatIds.add(outbox.add(rows, call, key + "/" + number++));
        }
        return chatIds;
    }

    /// Applies what an update says about its chat: that the bot was removed or may write, or that
    /// the group has moved. Whoever writes in a closed chat opens it.
    ///
    /// The updates of a chat are applied in their order, and before the calls that reply to them
    /// are added.
    ///
    /// @return the chat's new id, if it has moved
    Optional<Long> apply(JdbcClient rows, UpdateEnvelope envelope) {
        long chat = envelope.chatId();
        switch (envelope.access()) {
            case REMOVED -> {
                close(rows, chat, Barrier.CLOSED, "the bot was removed or blocked");
                chats.delete(rows, chat);
            }
            case MUTED -> close(rows, chat, Barrier.MUTED, "the bot may not write");
            case ALLOWED -> chats.open(rows, chat);
            case USED -> chats.reopen(rows, chat);
            case UNKNOWN -> {} // it happened in no chat
        }
        return Optional.ofNullable(envelope.migration())
                .map(migration -> chats.move(rows, migration.from(), migration.to()));
    }

    /// Closes a chat, and drops the calls that wait for it.
    void close(JdbcClient rows, long chatId, Barrier barrier, String reason) {
        chats.close(rows, chatId, barrier, reason);
        outbox.dropAll(rows, chatId, barrier);
    }

    /// What Telegram says with every update, so that no one else can bring any. Where the settings
    /// don't say it, it is made up once for the bot, and the same to all instances.
    String webhookSecret(TelegramSettings settings) {
        String known = webhookSecret;
        if (known.isEmpty()) {
            String given = settings.webhook().secret();
            known = given.isEmpty() ? storedWebhookSecret(settings.bot().account()) : given;
            webhookSecret = known;
        }
        return known;
    }

    private String storedWebhookSecret(String bot) {
        return store.writeShared(
                rows -> {
                    rows.sql(
                                    """
                                    insert into webhook_secret (bot, secret) values (:bot, :secret)
                                    on conflict (bot) do nothing
                                    """)
                            .param("bot", bot)
                            .param("secret", TelegramSettings.Webhook.newSecret())
                            .update();
                    return rows.sql("select secret from webhook_secret where bot = :bot")
                            .param("bot", bot)
                            .query(String.class)
                            .single();
                });
    }

    /// Overwrites what is deleted in the same transaction: see [Store#eraseDeleted].
    void eraseDeleted() {
        store.eraseDeleted();
    }

    /// Whether the bot was last not allowed to write in a group.
    boolean isMuted(long chatId) {
        return store.read(rows -> chats.barrier(rows, chatId))
                .filter(Barrier.MUTED::equals)
                .isPresent();
    }

    /// Deletes what was done more than a week ago, and what is kept of chats closed for long.
    void purgeExpired() {
        inbox.purgeExpired(clock.instant());
        outbox.purgeExpired(clock.instant());
        write(chats::deleteLongClosed);
    }
}
