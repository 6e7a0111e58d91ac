package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Set;
import java.util.function.Predicate;

/// Retrieves for a follow-up, and lets the passages that may answer it be weighed like any others.
record FollowUpSearch(PassageRetriever retriever, AnswerSelector selector) {

    /// How many passages are looked through.
    private static final int EXAMINED = 50;

    /// How much of some words the passages have.
    ///
    /// @param scope the articles to look in; empty means all
    TermCoverage coverage(Utterance words, Set<String> scope) {
        Utterance content = Phrasebook.of(words).content(words);
        return TermCoverage.of(retriever.retrieve(new Question(content.text(), scope), EXAMINED));
    }

    /// Weighs the passages that aren't ruled out.
    ///
    /// @param reworded with what the context adds
    DialogueTurn weigh(
            Question reworded,
            DialogueContext context,
            Predicate<Passage> allowed,
            AnswerConstraint constraint) {
        Ranking all = retriever.retrieve(reworded, EXAMINED);
        Ranking left =
                new Ranking(
                        all.candidates().stream()
                                .filter(candidate -> allowed.test(candidate.passage()))
                                .limit(AnswerSelector.CANDIDATES)
                                .toList(),
                        all.articles(),
                        all.passages());
        Answer answer =
                constraint
                        .from(left)
                        .map(ranking -> selector.answer(reworded, ranking))
                        .orElseGet(() -> AnswerSelector.none(all));
        return context.follow(reworded.text(), answer);
    }
}
