package dev.verbatim.replay;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.replay.QuestionLog.Entry;
import dev.verbatim.replay.QuestionLog.Outcome;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A replay of questions against the articles as they are now. Thread-safe.
public final class Replay {

    private final Answerer answerer;

    public Replay(Answerer answerer) {
        this.answerer = answerer;
    }

    /// A kind of change.
    public enum Kind {
        NEWLY_ANSWERED,
        LOST,
        OTHER_PASSAGE
    }

    /// A question that is answered otherwise now.
    ///
    /// @param now as it is answered now
    public record Change(Kind kind, Entry asked, Answer now, Outcome outcome) {}

    /// The changes, in the order of the questions.
    ///
    /// @param questions how many were asked
    public record Report(int questions, List<Change> changes) {

        public Report {
            changes = List.copyOf(changes);
        }

        /// The changes of one kind.
        public List<Change> of(Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).toList();
        }

        /// Whether an answer is gone, or is another passage.
        public boolean isWorse() {
            return changes.stream().anyMatch(change -> change.kind() != Kind.NEWLY_ANSWERED);
        }
    }

    /// Asks questions again, each by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Report run(List<Entry> questions) {
        List<Change> changes = new ArrayList<>();
        for (Entry asked : questions) {
            Answer now = answerer.answer(Question.of(asked.question()));
            Outcome.of(now).flatMap(outcome -> change(asked, now, outcome)).ifPresent(changes::add);
        }
        return new Report(questions.size(), changes);
    }

    private static Optional<Change> change(Entry asked, Answer now, Outcome outcome) {
        return kind(asked.outcome(), outcome).map(kind -> new Change(kind, asked, now, outcome));
    }

    private static Optional<Kind> kind(Outcome before, Outcome now) {
        if (before.answered() != now.answered()) {
            return Optional.of(now.answered() ? Kind.NEWLY_ANSWERED : Kind.LOST);
        }
        return now.answered() && !now.hasSamePassage(before)
                ? Optional.of(Kind.OTHER_PASSAGE)
                : Optional.empty();
    }
}
