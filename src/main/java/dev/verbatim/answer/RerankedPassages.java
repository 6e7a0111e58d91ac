package dev.verbatim.answer;

import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is known of a question before it is decided: what was found, and what the reader made
/// of the first of it.
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
                            + " readings of "
                            + ranking.candidates().size()
                            + " passages");
        }
    }

    /// As retrieval found it, with nothing read.
    static RerankedPassages unread(Question question, Ranking ranking) {
        return new RerankedPassages(question, ranking, List.of());
    }

    public boolean isEmpty() {
        return ranking.candidates().isEmpty();
    }

    /// The best one; there is one unless nothing was found.
    Candidate first() {
        return ranking.candidates().getFirst();
    }

    /// What the reader made of the first one.
    Optional<ReaderOutput> readerOutput() {
        return readerOutput(0);
    }

    /// @param at counted from 0
    Optional<ReaderOutput> readerOutput(int at) {
        return at < readerOutputs.size() ? Optional.of(readerOutputs.get(at)) : Optional.empty();
    }

    /// The same with another candidate on top: what would be known if it were the answer. With one
    /// that wasn't read nothing was.
    RerankedPassages withFirst(int at) {
        return new RerankedPassages(
                question,
                new Ranking(
                        toFront(ranking.candidates(), at), ranking.articles(), ranking.passages()),
                at < readerOutputs.size() ? toFront(readerOutputs, at) : List.of());
    }

    private static <T> List<T> toFront(List<T> all, int at) {
        List<T> moved = new ArrayList<>(all);
        moved.addFirst(moved.remove(at));
        return moved;
    }
}
