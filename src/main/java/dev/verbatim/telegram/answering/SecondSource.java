package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.chat.ChatSettings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A finder of a second article that plainly answers a question. Thread-safe.
///
/// The articles that share words with the first answer are asked the same question by themselves,
/// and must answer it as surely as the first one did; and the two sentences must be about the same
/// by their words, since a second source that isn't one is worse than none. Where no other article
/// has a sentence like the answer, nothing is read.
final class SecondSource {

    private final Answerer answerer;
    private final CurrentArticles articles;

    /// @param answerer asks articles without context
    SecondSource(Answerer answerer, CurrentArticles articles) {
        this.answerer = answerer;
        this.articles = articles;
    }

    /// @param first what was answered to the question, which is clear by itself
    Optional<Answer.Found> find(String question, Answer.Found first, ChatSettings settings) {
        Article article = first.passage().article();
        String words = first.emphasis().of(article.text());
        Map<String, SourceComparison> others =
                articles.sharingWords(words, article, settings).stream()
                        .collect(
                                Collectors.toMap(
                                        Article::id, other -> SourceComparison.of(article, other)));
        others.values().removeIf(comparison -> !comparison.pairs(first.emphasis()));
        if (!others.isEmpty()
                && answerer.answer(new Question(question, others.keySet()))
                        instanceof Answer.Found second) {
            SourceComparison comparison = others.get(second.passage().article().id());
            return comparison != null
                            && comparison.isSameMatter(first.emphasis(), second.emphasis())
                    ? Optional.of(second)
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
