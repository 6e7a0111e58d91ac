package dev.verbatim.group;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The rows of messages, and of who wrote them.
final class MessageTable {

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern LINE_END = Pattern.compile("\n");

    // Far below any number that a group has given, so that the new ones come after them.
    private static final long OUT_OF_THE_WAY = 1L << 40;

    private static final String SELECT =
            "select message_id, topic_id, author_id, sent_at, reply_to, content, mentions, links,"
                    + " media, name, username "
                    + "from group_message join group_author using (chat_id, author_id) "
                    + "where chat_id = :chat and sent_at >= :since and sent_at < :until"
                    + " and message_id > :after and message_id < :before ";
    private static final String NEWEST = "order by message_id desc limit :newest";

    private MessageTable() {}

    static List<ChatMessage> find(MessageRange range, long chatId, JdbcClient rows) {
        return select(range, NEWEST, chatId, rows)
                .param("newest", range.newest())
                .query(MessageTable::read)
                .list()
                .reversed();
    }

    static Optional<ChatMessage> lastBy(
            String author, MessageRange range, long chatId, JdbcClient rows) {
        return select(range, "and author_id = :author " + NEWEST, chatId, rows)
                .param("author", author)
                .param("newest", Math.min(1, range.newest()))
                .query(MessageTable::read)
                .optional();
    }

    /// All messages of an author, oldest first.
    static List<ChatMessage> allBy(String author, long chatId, JdbcClient rows) {
        return select(MessageRange.ALL, "and author_id = :author " + NEWEST, chatId, rows)
                .param("author", author)
                .param("newest", MessageRange.MOST)
                .query(MessageTable::read)
                .list()
                .reversed();
    }

    private static StatementSpec select(
            MessageRange range, String rest, long chatId, JdbcClient rows) {
        String topic = range.topic().isPresent() ? "and topic_id = :topic " : "";
        StatementSpec statement =
                rows.sql(SELECT + topic + rest)
                        .param("chat", chatId)
                        .param("since", range.since().toEpochMilli())
                        .param("until", range.until().toEpochMilli())
                        .param("after", range.after())
                        .param("before", range.before());
        range.topic().ifPresent(id -> statement.param("topic", id));
        return statement;
    }

    private static ChatMessage read(ResultSet row, int ignoredNumber) throws SQLException {
        String username = row.getString("username");
        long replyTo = row.getLong("reply_to");
        boolean replies = !row.wasNull();
        return new ChatMessage(
                row.getLong("message_id"),
                row.getLong("topic_id"),
                new Author(
                        row.getString("author_id"),
                        row.getString("name"),
                        username.isEmpty() ? null : username),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                replies ? replyTo : null,
                row.getString("content"),
                parts(row.getString("mentions"), BLANK).collect(Collectors.toSet()),
                parts(row.getString("links"), LINE_END).toList(),
                0,
                media(row.getString("media")));
    }

    private static @Nullable Media media(String name) {
        return name.isEmpty() ? null : Media.valueOf(name);
    }

    private static Stream<String> parts(String joined, Pattern between) {
        return between.splitAsStream(joined).filter(part -> !part.isEmpty());
    }

    /// The ids of all messages.
    static Set<Long> ids(long chatId, JdbcClient rows) {
        return rows
                .sql("select message_id from group_message where chat_id = :chat")
                .param("chat", chatId)
                .query((row, _) -> row.getLong("message_id"))
                .stream()
                .collect(Collectors.toSet());
    }

    /// Whether it wasn't there. What its author is called now is what they are called in it.
    static boolean add(long chatId, ChatMessage message, JdbcClient rows) {
        boolean added = insert(chatId, message, rows);
        if (added) {
            saveAuthor(
                    chatId,
                    message.author(),
                    "do update set name = excluded.name, username = excluded.username",
                    rows);
        }
        return added;
    }

    /// One of before: its author may have another name by now.
    static void addImported(long chatId, ChatMessage message, JdbcClient rows) {
        if (insert(chatId, message, rows)) {
            saveAuthor(chatId, message.author(), "do nothing", rows);
        }
    }

    private static boolean insert(long chatId, ChatMessage message, JdbcClient rows) {
        return written(
                                """
                                insert into group_message (chat_id, message_id, topic_id,
                                    author_id, sent_at, edited_at, reply_to, content,
                                    mentions, links, media)
                                values (:chat, :message, :topic, :author, :at, :at, :reply,
                                    :content, :mentions, :links, :media)
                                on conflict (chat_id, message_id) do nothing
                                """,
                                chatId,
                                message,
                                message.time(),
                                rows)
                        .param("topic", message.topic())
                        .param("author", message.author().id())
                        .param("reply", message.replyTo())
                        .update()
                > 0;
    }

    /// Whether something was changed.
    static boolean update(long chatId, ChatMessage message, Instant at, JdbcClient rows) {
        return written(
                                """
                                update group_message set edited_at = :at, content = :content,
                                    mentions = :mentions, links = :links, media = :media
                                where chat_id = :chat and message_id = :message
                                and edited_at <= :at
                                """,
                                chatId,
                                message,
                                at,
                                rows)
                        .update()
                > 0;
    }

    private static StatementSpec written(
            String sql, long chatId, ChatMessage message, Instant at, JdbcClient rows) {
        return rows.sql(sql)
                .param("chat", chatId)
                .param("message", message.id())
                .param("at", at.toEpochMilli())
                .param("content", message.text())
                .param("mentions", joined(message.mentions()))
                .param("links", String.join("\n", message.links()))
                .param("media", message.wordlessMedia().map(Media::name).orElse(""));
    }

    private static String joined(Set<String> mentions) {
        return mentions.stream().sorted().collect(Collectors.joining(" "));
    }

    private static void saveAuthor(long chatId, Author author, String whenKnown, JdbcClient rows) {
        rows.sql(
                        """
                        insert into group_author (chat_id, author_id, name, username)
                        values (:chat, :author, :name, :username)
                        on conflict (chat_id, author_id)
                        """
                                + whenKnown)
                .param("chat", chatId)
                .param("author", author.id())
                .param("name", author.name())
                .param("username", Objects.requireNonNullElse(author.username(), ""))
                .update();
    }

    /// How many were deleted.
    static int delete(long chatId, String which, Object value, JdbcClient rows) {
        int deleted =
                rows.sql("delete from group_message where chat_id = :chat and " + which)
                        .param("chat", chatId)
                        .param("value", value)
                        .update();
        deleteUnusedAuthors(chatId, rows);
        return deleted;
    }

    private static void deleteUnusedAuthors(long chatId, JdbcClient rows) {
        rows.sql(
                        """
                        delete from group_author where chat_id = :chat and not exists (
                            select 1 from group_message
                            where group_message.chat_id = group_author.chat_id
                            and group_message.author_id = group_author.author_id)
                        """)
                .param("chat", chatId)
                .update();
    }

    static void move(long from, long to, JdbcClient rows) {
        rows.sql(
                        """
                        update group_message set chat_id = :to, message_id = message_id - :away,
                            reply_to = reply_to - :away
                        where chat_id = :from
                        """)
                .param("to", to)
                .param("from", from)
                .param("away", OUT_OF_THE_WAY)
                .update();
        rows.sql(
                        """
                        insert into group_author (chat_id, author_id, name, username)
                        select :to, author_id, name, username from group_author
                        where chat_id = :from
                        on conflict (chat_id, author_id) do nothing
                        """)
                .param("to", to)
                .param("from", from)
                .update();
        deleteUnusedAuthors(from, rows);
    }
}
