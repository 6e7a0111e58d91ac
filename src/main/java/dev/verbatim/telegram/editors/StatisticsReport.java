package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.answering.UnansweredQuestionStore;
import dev.verbatim.telegram.message.MessageKey;
import java.util.stream.Collectors;

/// What editors want to know: how many questions were answered, what readers said of the answers,
/// and what they ask that the articles don't say.
public final class StatisticsReport {

    private static final int UNANSWERED = 10;

    private final Store store;
    private final UnansweredQuestionStore unansweredQuestionStore;

    public StatisticsReport(Store store, UnansweredQuestionStore unansweredQuestionStore) {
        this.store = store;
        this.unansweredQuestionStore = unansweredQuestionStore;
    }

    /// How many there are, of the answers that are still kept.
    private record Counts(long answered, long abstained, long helpful, long unhelpful) {}

    String in(MessageCatalog messages) {
        Counts counts = counts();
        long questions = counts.answered() + counts.abstained();
        if (questions == 0) {
            return MessageKey.STATS_NONE.in(messages);
        }
        String text =
                MessageKey.STATS.in(
                        messages,
                        questions,
                        counts.answered(),
                        counts.abstained(),
                        counts.helpful(),
                        counts.unhelpful());
        String list = unanswered();
        return list.isEmpty()
                ? text
                : text + "\n\n" + MessageKey.STATS_UNANSWERED.in(messages) + list;
    }

    private String unanswered() {
        return unansweredQuestionStore.mostFrequent(UNANSWERED).stream()
                .map(one -> "\n" + one.times() + " × " + one.question().replaceAll("\\s+", " "))
                .collect(Collectors.joining());
    }

    private Counts counts() {
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
                                .query(Counts.class)
                                .single());
    }
}
