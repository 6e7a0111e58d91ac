package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.Optional;

/// Chats are measured by themselves.
record EmptyRetriever() implements PassageRetriever {

    @Override
    public Ranking retrieve(Question question, int k) {
        return new Ranking(List.of(), 0, 0);
    }

    @Override
    public Optional<Article> article(String id) {
        return Optional.empty();
    }
}
