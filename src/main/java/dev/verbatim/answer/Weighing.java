package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.Set;
import java.util.function.Predicate;

/// Retrieves for a follow-up, and lets the passages that may answer it be weighed like any others.
record Weighing(PassageRetriever retriever, Assessor assessor) {

    /// How many passages are looked through.
    private static final int EXAMINED = 50;

    /// How much of some words the passages have.
    ///
    /// @param scope the articles to look in; empty means all
    Coverage coverage(Utterance words, Set<String> scope) {
        Utterance content = Phrasebook.of(words).content(words);
        return Coverage.of(retriever.retrieve(new Question(content.text(), scope), EXAMINED));
    }

    /// Weighs the passages that aren't ruled out.
    ///
    /// @param reworded with what the context adds
    Exchange weigh(Question reworded, Context context, Predicate<Passage> allowed, Wanted wanted) {
        Ranking all = retriever.retrieve(reworded, EXAMINED);
        Ranking left =
                new Ranking(
                        all.candidates().stream()
                                .filter(candidate -> allowed.test(candidate.passage()))
                                .limit(Assessor.CANDIDATES)
                                .toList(),
                        all.articles(),
                        all.passages());
        Answer answer =
                wanted.from(left)
                        .map(ranking -> assessor.answer(reworded, ranking))
                        .orElseGet(() -> Assessor.none(all));
        return context.follow(reworded.text(), answer);
    }
}
