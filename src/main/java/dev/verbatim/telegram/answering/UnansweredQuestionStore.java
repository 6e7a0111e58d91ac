package dev.verbatim.telegram.answering;

import dev.verbatim.language.WordTokenizer;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.message.Truncation;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store that counts the questions which the articles don't answer. It keeps their words and the
/// day, but not who asked, nor where or at what time. Thread-safe.
public final class UnansweredQuestionStore {

    private static final int MAX_LENGTH = 200;

    private final Store store;
    private final Clock clock;
    private final Retention retention;

    public UnansweredQuestionStore(Store store, Clock clock, Retention retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /// How often a question was asked.
    ///
    /// @param question in its latest wording
    public record QuestionCount(String question, int times) {}

    /// Counts a question once more.
    static void increment(String question, Instant asked, JdbcClient rows) {
        rows.sql(
                        """
                        insert into unanswered (wording, asked_on, question, times)
                        values (:wording, :day, :question, 1)
                        on conflict (wording, asked_on) do update set
                            times = unanswered.times + 1, question = excluded.question
                        """)
                .param("wording", normalize(question))
                .param("day", day(asked))
                .param("question", Truncation.cut(question.strip(), MAX_LENGTH))
                .update();
    }

    /// Counts a question once less, and keeps its wording only as far as others asked the same.
    static void decrement(String question, Instant asked, JdbcClient rows) {
        String wording = normalize(question);
        rows.sql(
                        "update unanswered set times = times - 1, question = wording"
                                + " where wording = :wording and asked_on = :day")
                .param("wording", wording)
                .param("day", day(asked))
                .update();
        rows.sql("delete from unanswered where wording = :wording and times < 1")
                .param("wording", wording)
                .update();
    }

    /// The questions asked most often, most frequent first.
    public List<QuestionCount> mostFrequent(int limit) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select max(question) as question, sum(times) as times
                                        from unanswered where asked_on >= :since group by wording
                                        order by sum(times) desc, max(asked_on) desc limit :limit
                                        """)
                                .param("since", oldestDay())
                                .param("limit", limit)
                                .query(QuestionCount.class)
                                .list());
    }

    /// Deletes the counts that are older than [Retention] allows.
    public void purgeExpired() {
        store.write(
                rows ->
                        rows.sql("delete from unanswered where asked_on < :since")
                                .param("since", oldestDay())
                                .update());
    }

    /// Maps questions that differ only in case, punctuation and blanks to the same text.
    static String normalize(String question) {
        String plain = Normalizer.normalize(question, Normalizer.Form.NFKC);
        return Truncation.cut(String.join(" ", WordTokenizer.PLAIN.lower(plain)), MAX_LENGTH);
    }

    private long oldestDay() {
        return day(clock.instant().minus(retention.unanswered()));
    }

    private static long day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    }
}
