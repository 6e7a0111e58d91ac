package dev.verbatim.telegram.editors;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A control of who may use the bot: everybody, or the users and chats in the settings; but nobody
/// whom an editor has blocked. Thread-safe.
///
/// Whoever is refused is told so once. Editors are never refused. A group that becomes a
/// supergroup, under another id, is treated as before.
public final class AccessControl implements CommandHandler {

    private static final Duration REFUSALS_KEPT = Duration.ofDays(90);
    private static final String ID_OR_EARLIER_ID =
            "(id in (:ids) or id in (select chat_id from moved_chat where to_chat_id in (:ids)))";
    private static final long NOBODY = 0;
    // Ids of Telegram have at most 52 significant bits.
    private static final int LONGEST_ID = 16;

    private final AccessSettings settings;
    private final Editors editors;
    private final Store store;
    private final Clock clock;

    /// The users and chats that may use the bot: both empty for everybody.
    @ConfigurationProperties("verbatim.access")
    public record AccessSettings(@DefaultValue Set<Long> users, @DefaultValue Set<Long> chats) {

        public AccessSettings {
            users = Set.copyOf(users);
            chats = Set.copyOf(chats);
        }

        boolean includes(long chatId, long personId) {
            boolean everybody = users.isEmpty() && chats.isEmpty();
            return everybody || users.contains(personId) || chats.contains(chatId);
        }
    }

    public AccessControl(AccessSettings settings, Editors editors, Store store, Clock clock) {
        this.settings = settings;
        this.editors = editors;
        this.store = store;
        this.clock = clock;
    }

    Editors editors() {
        return editors;
    }

    /// Whether a user may use the bot in a chat.
    public boolean allows(long chatId, long personId) {
        return editors.isEditor(personId)
                || ((settings.includes(chatId, personId) || wasIncluded(chatId))
                        && !isAnyBlocked(List.of(chatId, personId)));
    }

    /// Whether a chat itself may use the bot: only then is anything kept of a group or posted to it
    /// that nobody asked for.
    public boolean allowsChat(long chatId) {
        return (settings.includes(chatId, NOBODY) || wasIncluded(chatId)) && !isBlocked(chatId);
    }

    /// Whether the bot may write into a private chat or a group when nobody there has asked.
    public boolean allowsIn(long chatId) {
        return chatId > 0 ? allows(chatId, chatId) : allowsChat(chatId);
    }

    private boolean wasIncluded(long chatId) {
        return store
                .read(
                        rows ->
                                rows.sql("select chat_id from moved_chat where to_chat_id = :chat")
                                        .param("chat", chatId)
                                        .query(Long.class)
                                        .list())
                .stream()
                .anyMatch(settings.chats()::contains);
    }

    /// Whether an editor has blocked a user or a chat.
    public boolean isBlocked(long id) {
        return isAnyBlocked(List.of(id));
    }

    private boolean isAnyBlocked(List<Long> ids) {
        return store.read(
                        rows ->
                                rows.sql("select count(*) from blocked where " + ID_OR_EARLIER_ID)
                                        .param("ids", ids)
                                        .query(Long.class)
                                        .single())
                > 0;
    }

    /// Tells a user that the bot isn't for them, unless they were told in this chat before.
    public void refuse(Responder responder) {
        MessageContext context = responder.context();
        if (isTold(context)) {
            return;
        }
        responder.send(MessageKey.ACCESS_REFUSED);
        long now = clock.millis();
        responder
                .transaction()
                .write(
                        rows ->
                                rows.sql(
                                                """
                                                insert into refused (chat_id, person_id, told_at)
                                                values (:chat, :person, :now)
                                                on conflict (chat_id, person_id) do nothing
                                                """)
                                        .param("chat", context.chatId())
                                        .param("person", context.personId())
                                        .param("now", now)
                                        .update());
    }

    private boolean isTold(MessageContext context) {
        return store.read(
                        rows ->
                                rows.sql(
                                                "select count(*) from refused where chat_id = :chat"
                                                        + " and person_id = :person")
                                        .param("chat", context.chatId())
                                        .param("person", context.personId())
                                        .query(Long.class)
                                        .single())
                > 0;
    }

    /// Forgets who was refused long ago.
    public void purgeExpired() {
        long before = clock.instant().minus(REFUSALS_KEPT).toEpochMilli();
        store.write(
                rows ->
                        rows.sql("delete from refused where told_at < :before")
                                .param("before", before)
                                .update());
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.BLOCK, editors.only((command, in) -> change(command, in, true)),
                Command.UNBLOCK, editors.only((command, in) -> change(command, in, false)));
    }

    private ReplyMessage change(Incoming.Commanded command, Responder responder, boolean block) {
        OptionalLong id = id(command.payload().strip());
        if (id.isEmpty()) {
            return responder.text(MessageKey.BLOCK_USAGE);
        }
        long now = clock.millis();
        responder.transaction().write(rows -> change(id.getAsLong(), block, now, rows));
        return responder.text(
                block ? MessageKey.BLOCKED : MessageKey.UNBLOCKED, Long.toString(id.getAsLong()));
    }

    /// Who is let in again can be refused again, and is then told again.
    private static void change(long id, boolean block, long now, JdbcClient rows) {
        rows.sql("delete from blocked where " + ID_OR_EARLIER_ID)
                .param("ids", List.of(id))
                .update();
        rows.sql("delete from refused where chat_id = :id or person_id = :id")
                .param("id", id)
                .update();
        if (block) {
            rows.sql("insert into blocked (id, blocked_at) values (:id, :now)")
                    .param("id", id)
                    .param("now", now)
                    .update();
        }
    }

    private static OptionalLong id(String text) {
        try {
            return text.isEmpty() || text.length() > LONGEST_ID
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // the usage says what is wanted
        }
    }
}
