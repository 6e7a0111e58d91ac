package dev.verbatim.telegram.editors;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the changes that wait for confirmation, for a day. Thread-safe.
public final class ConfirmationStore implements ChatData {

    // A user who says yes a week later may have forgotten to what.
    private static final Duration RETENTION = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;
    private final RandomGenerator ids = new SecureRandom();

    public ConfirmationStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private enum Kind {
        FILE,
        TEXT,
        FORWARDED,
        LEAVING,
        HISTORY,
        OUTDATED,
        PAGE
    }

    private record Row(Kind kind, String name, String content) {

        static Row of(PendingConfirmation confirmation) {
            return switch (confirmation) {
                case PendingConfirmation.ReplaceWithFile(var fileId, var name) ->
                        new Row(Kind.FILE, name, fileId);
                case PendingConfirmation.ReplaceWithText(var words) ->
                        new Row(Kind.TEXT, "", words);
                case PendingConfirmation.AddForwarded(var words) ->
                        new Row(Kind.FORWARDED, "", words);
                case PendingConfirmation.AddPage(var path, var bytes) ->
                        new Row(Kind.PAGE, path, bytes);
                case PendingConfirmation.RemoveArticle(var articleId, var title) ->
                        new Row(Kind.LEAVING, articleId, title);
                case PendingConfirmation.TellReaders(var articleId) ->
                        new Row(Kind.OUTDATED, articleId, "");
                case PendingConfirmation.ImportHistory(var fileId) ->
                        new Row(Kind.HISTORY, "", fileId);
            };
        }

        static Row read(ResultSet row, int ignoredNumber) throws SQLException {
            return new Row(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getString("content"));
        }

        PendingConfirmation confirmation() {
            return switch (kind) {
                case FILE -> new PendingConfirmation.ReplaceWithFile(content, name);
                case TEXT -> new PendingConfirmation.ReplaceWithText(content);
                case FORWARDED -> new PendingConfirmation.AddForwarded(content);
                case PAGE -> new PendingConfirmation.AddPage(name, content);
                case LEAVING -> new PendingConfirmation.RemoveArticle(name, content);
                case OUTDATED -> new PendingConfirmation.TellReaders(name);
                case HISTORY -> new PendingConfirmation.ImportHistory(content);
            };
        }
    }

    /// Stores one when the transaction is committed.
    ///
    /// @return its id
    public long save(long chatId, PendingConfirmation confirmation, ReplyTransaction transaction) {
        long id = ids.nextLong(Long.MAX_VALUE);
        long now = clock.millis();
        transaction.write(rows -> insert(id, chatId, now, Row.of(confirmation), rows));
        return id;
    }

    private static void insert(long id, long chatId, long now, Row row, JdbcClient rows) {
        rows.sql(
                        """
                        insert into proposal (id, chat_id, proposed_at, kind, name, content)
                        values (:id, :chat, :now, :kind, :name, :content)
                        """)
                .param("id", id)
                .param("chat", chatId)
                .param("now", now)
                .param("kind", row.kind().name())
                .param("name", row.name())
                .param("content", row.content())
                .update();
    }

    /// Finds one by its id, only in the chat it was made in: a button's data can be forged.
    public Optional<PendingConfirmation> find(long chatId, long id) {
        return store.read(
                        rows ->
                                rows.sql(
                                                """
                                                select kind, name, content from proposal
                                                where id = :id and chat_id = :chat
                                                and proposed_at >= :since
                                                """)
                                        .param("id", id)
                                        .param("chat", chatId)
                                        .param("since", oldestMillis())
                                        .query(Row::read)
                                        .optional())
                .map(Row::confirmation);
    }

    /// Deletes one when the transaction is committed.
    public void delete(long id, ReplyTransaction transaction) {
        transaction.write(rows -> delete(rows, "id = :value", id));
    }

    /// Deletes what has expired.
    public void purgeExpired() {
        store.write(rows -> delete(rows, "proposed_at < :value", oldestMillis()));
    }

    private long oldestMillis() {
        return clock.instant().minus(RETENTION).toEpochMilli();
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        rows.sql("update proposal set chat_id = :to where chat_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete(rows, "chat_id = :value", chatId);
    }

    private static int delete(JdbcClient rows, String which, long value) {
        return rows.sql("delete from proposal where " + which).param("value", value).update();
    }

    /// A change that an editor or an admin of a group has asked for and must confirm.
    public sealed interface PendingConfirmation {

        /// An article to add.
        sealed interface AddArticle extends PendingConfirmation {}

        /// A file that replaces the article with its name.
        record ReplaceWithFile(String fileId, String fileName) implements AddArticle {}

        /// A text that replaces the article with its name.
        record ReplaceWithText(String text) implements AddArticle {}

        /// A forwarded message, which may have been meant as a question or for another chat.
        record AddForwarded(String text) implements AddArticle {}

        /// A page that was fetched and shown.
        ///
        /// @param path in the content folder
        /// @param content its bytes in Base64 and, after a blank, those of the facts beside it
        record AddPage(String path, String content) implements PendingConfirmation {}

        /// An article to remove.
        record RemoveArticle(String articleId, String title) implements PendingConfirmation {}

        /// Telling chats that what they were given of an article has changed.
        record TellReaders(String articleId) implements PendingConfirmation {}

        /// A file with a group's earlier messages to import.
        record ImportHistory(String fileId) implements PendingConfirmation {}
    }
}
