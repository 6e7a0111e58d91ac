package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.summary.Summary.Sentence;

/// An article that has been read and weighed, so that summaries of any length can be made of it.
record Draft(Fitness fitness, Selection selection) {

    Article article() {
        return fitness.article();
    }

    Summary summary(int sentences) {
        return new Summary(
                article(), selection.best(sentences).stream().map(this::sentence).toList());
    }

    private Sentence sentence(Line line) {
        return new Sentence(
                new Passage(article(), line.paragraph(), line.span()),
                fitness.speaker(line.span()).orElse(null));
    }
}
