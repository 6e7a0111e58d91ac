package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.summary.Summary.Sentence;

/// An article that has been read and weighed, so that summaries of any length can be made of it.
record ScoredArticle(StandaloneFilter standaloneFilter, MmrSelector mmrSelector) {

    Article article() {
        return standaloneFilter.article();
    }

    Summary summary(int sentences) {
        return new Summary(
                article(), mmrSelector.best(sentences).stream().map(this::sentence).toList());
    }

    private Sentence sentence(CandidateSentence candidateSentence) {
        return new Sentence(
                new Passage(article(), candidateSentence.paragraph(), candidateSentence.span()),
                standaloneFilter.speaker(candidateSentence.span()).orElse(null));
    }
}
