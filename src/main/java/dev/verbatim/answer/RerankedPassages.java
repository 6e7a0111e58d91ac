package dev.verbatim.answer;

import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A question's passages before it is decided: the final ranking, and the reader's outputs for the
/// first of them.
///
/// @param ranking best first
/// @param readerOutputs of the first candidates, in their order; empty when nothing was read
public record RerankedPassages(
        Question question, Ranking ranking, List<ReaderOutput> readerOutputs) {

    public RerankedPassages {
        readerOutputs = List.copyOf(readerOutputs);
        if (readerOutputs.size() > ranking.candidates().size()) {
            throw new IllegalArgumentException(
                    readerOutputs.size()
                            + " reader outputs for "
                            + ranking.candidates().size()
                            + " passages");
        }
    }

    /// Passages in the order of retrieval, with nothing read.
    static RerankedPassages unread(Question question, Ranking ranking) {
        return new RerankedPassages(question, ranking, List.of());
    }

    public boolean isEmpty() {
        return ranking.candidates().isEmpty();
    }

    /// @throws java.util.NoSuchElementException when nothing was found
    Candidate first() {
        return ranking.candidates().getFirst();
    }

    /// The reader's output for the first passage.
    Optional<ReaderOutput> readerOutput() {
        return readerOutput(0);
    }

    Optional<ReaderOutput> readerOutput(int index) {
        return index < readerOutputs.size()
                ? Optional.of(readerOutputs.get(index))
                : Optional.empty();
    }

    /// The same with another candidate first: what would be known if it were the answer. If it
    /// wasn't read, nothing was.
    RerankedPassages withFirst(int index) {
        return new RerankedPassages(
                question,
                ranking.with(toFront(ranking.candidates(), index)),
                index < readerOutputs.size() ? toFront(readerOutputs, index) : List.of());
    }

    private static <T> List<T> toFront(List<T> all, int index) {
        List<T> moved = new ArrayList<>(all);
        moved.addFirst(moved.remove(index));
        return moved;
    }
}
