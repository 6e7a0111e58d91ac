package dev.verbatim.replay;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextHash;
import dev.verbatim.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A log of questions with what they were answered, without who asked, where, or at what time of
/// the day. Thread-safe.
public final class QuestionLog {

    private final Store store;
    private final Clock clock;
    private final Duration kept;

    /// @param kept how long a question is kept
    public QuestionLog(Store store, Clock clock, Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /// A question that was asked.
    public record Entry(LocalDate askedOn, String question, Outcome outcome) {}

    /// An outcome of a question.
    ///
    /// @param answered whether the passage was shown as the answer
    /// @param confidence that the passage answers, 0 to 1
    /// @param articleId of the passage that was shown or came closest; empty when there is none
    /// @param paragraph counted from 1
    /// @param words the [TextHash] of the passage's words
    public record Outcome(
            boolean answered, double confidence, String articleId, int paragraph, long words) {

        /// Empty when no question was asked, or it was about an answer.
        public static Optional<Outcome> of(Answer answer) {
            return switch (answer) {
                case Answer.Found(var passage, _, _, double confidence, _) ->
                        Optional.of(of(true, confidence, passage));
                case Answer.Closest(var passage, _, _, double confidence, _) ->
                        Optional.of(of(false, confidence, passage));
                case Answer.NotFound(var nearest, double confidence, _, _, _) ->
                        Optional.of(
                                nearest.isEmpty()
                                        ? new Outcome(false, confidence, "", 0, 0)
                                        : of(false, confidence, nearest.getFirst()));
                case Answer.Unattributed _, Answer.NoQuestion _ -> Optional.empty();
            };
        }

        private static Outcome of(boolean answered, double confidence, Passage passage) {
            return new Outcome(
                    answered,
                    confidence,
                    passage.article().id(),
                    passage.paragraph(),
                    TextHash.of(passage.text()));
        }

        /// Whether two passages are the same: with the same words wherever they are in the article,
        /// or in the same place after a correction.
        boolean hasSamePassage(Outcome other) {
            return articleId.equals(other.articleId)
                    && (words == other.words || paragraph == other.paragraph);
        }
    }

    /// Adds a question.
    public static void insert(String question, Instant asked, Outcome outcome, JdbcClient rows) {
        rows.sql(
                        """
                        insert into question_log (number, asked_on, question, answered, confidence,
                            article_id, paragraph, words_hash)
                        select coalesce(max(number), 0) + 1, :day, :question, :answered,
                            :confidence, :article, :paragraph, :words from question_log
                        """)
                .param("day", day(asked))
                .param("question", question)
                .param("answered", outcome.answered() ? 1 : 0)
                .param("confidence", outcome.confidence())
                .param("article", outcome.articleId())
                .param("paragraph", outcome.paragraph())
                .param("words", outcome.words())
                .update();
    }

    /// Deletes a question of that day, whoever asked it.
    public static void delete(String question, Instant asked, JdbcClient rows) {
        rows.sql("delete from question_log where question = :question and asked_on = :day")
                .param("question", question)
                .param("day", day(asked))
                .update();
    }

    private static long day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    }

    /// The last questions with different words, the last one first.
    public List<Entry> last(int count) {
        return store.read(rows -> last(count, rows));
    }

    /// The same, of a store that another process has open.
    public static List<Entry> last(int count, JdbcClient rows) {
        return rows.sql(
                        """
                        select * from question_log where number in
                            (select max(number) from question_log group by question)
                        order by number desc limit :count
                        """)
                .param("count", count)
                .query(QuestionLog::read)
                .list();
    }

    private static Entry read(ResultSet row, int ignoredNumber) throws SQLException {
        return new Entry(
                LocalDate.ofEpochDay(row.getLong("asked_on")),
                row.getString("question"),
                new Outcome(
                        row.getInt("answered") == 1,
                        row.getDouble("confidence"),
                        row.getString("article_id"),
                        row.getInt("paragraph"),
                        row.getLong("words_hash")));
    }

    /// Deletes what is older than is kept, and has the words overwritten.
    public void purgeExpired() {
        long since = day(clock.instant().minus(kept));
        boolean all = !kept.isPositive();
        store.write(
                rows -> {
                    int deleted =
                            rows.sql("delete from question_log where asked_on < :since or :all = 1")
                                    .param("since", since)
                                    .param("all", all ? 1 : 0)
                                    .update();
                    if (deleted > 0) {
                        store.eraseDeleted();
                    }
                    return deleted;
                });
    }
}
