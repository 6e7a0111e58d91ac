package dev.verbatim.telegram.answering;

import dev.verbatim.store.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A reader of how many questions were answered and how answers were rated, of those that are
/// stored. Thread-safe.
public final class AnswerStatistics {

    private final Store store;
    private final Clock clock;

    AnswerStatistics(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// How many answers are stored, and how readers rated them.
    public record AnswerCounts(long answered, long abstained, long helpful, long unhelpful) {}

    /// How many questions of a day were answered, got a passage that came close, or nothing.
    public record DayCounts(LocalDate day, int answered, int closest, int none) {

        /// How many questions there were.
        public int all() {
            return answered + closest + none;
        }
    }

    /// The last days up to today, the first one first, also those without a question.
    public List<DayCounts> daily(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<LocalDate, DayCounts> asked =
                daily(today.minusDays(days - 1L)).stream()
                        .collect(Collectors.toMap(DayCounts::day, Function.identity()));
        return today.minusDays(days - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> asked.getOrDefault(day, new DayCounts(day, 0, 0, 0)))
                .toList();
    }

    private List<DayCounts> daily(LocalDate since) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select asked_at / 86400000 as day,
                                        sum(case when outcome in ('ANSWERED', 'UNATTRIBUTED')
                                            then 1 else 0 end) as answered,
                                        sum(case when outcome = 'CLOSEST' then 1 else 0 end)
                                            as closest,
                                        sum(case when outcome = 'ABSTAINED' then 1 else 0 end)
                                            as none
                                        from given_answer where asked_at >= :since
                                        group by asked_at / 86400000
                                        """)
                                .param(
                                        "since",
                                        since.atStartOfDay(ZoneOffset.UTC)
                                                .toInstant()
                                                .toEpochMilli())
                                .query(
                                        (row, _) ->
                                                new DayCounts(
                                                        LocalDate.ofEpochDay(row.getLong("day")),
                                                        row.getInt("answered"),
                                                        row.getInt("closest"),
                                                        row.getInt("none")))
                                .list());
    }

    public AnswerCounts counts() {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select
                                        (select count(*) from given_answer
                                            where outcome in ('ANSWERED', 'UNATTRIBUTED')) as answered,
                                        (select count(*) from given_answer
                                            where outcome in ('ABSTAINED', 'CLOSEST')) as abstained,
                                        (select count(*) from feedback where helpful = 1) as helpful,
                                        (select count(*) from feedback where helpful = 0) as unhelpful
                                        """)
                                .query(AnswerCounts.class)
                                .single());
    }
}
