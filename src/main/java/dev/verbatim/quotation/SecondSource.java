package dev.verbatim.quotation;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A finder of a second article that plainly answers a question. Thread-safe.
///
/// The articles that share words with the first answer are asked the same question by themselves,
/// and must answer it as surely as the first one did; and the two sentences must be about the same
/// by their words, since a second source that isn't one is worse than none. Where no other article
/// has a sentence like the answer, nothing is read.
public final class SecondSource {

    private static final int PASSAGES_SHARING = 12;
    private static final int ARTICLES_SHARING = 3;

    private final Answerer answerer;
    private final PassageRetriever retriever;

    /// @param answerer asks articles without context
    public SecondSource(Answerer answerer, PassageRetriever retriever) {
        this.answerer = answerer;
        this.retriever = retriever;
    }

    /// Finds one for an answer in the question's own language, to a question that is clear by
    /// itself.
    ///
    /// @param included the articles that may be it, by their ids
    public Optional<Answer.Found> find(String question, Answer answer, Predicate<String> included) {
        return answer instanceof Answer.Found first
                        && first.translation() == null
                        && !Answerer.refersBack(question)
                ? findBeside(first, question, included)
                : Optional.empty();
    }

    private Optional<Answer.Found> findBeside(
            Answer.Found first, String question, Predicate<String> included) {
        Article article = first.passage().article();
        String words = first.emphasis().of(article.text());
        Map<String, SourceComparison> others =
                sharingWords(words, article, included).stream()
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

    /// The other articles in the language of one that share most with some words of it, the nearest
    /// first; only a few.
    private List<Article> sharingWords(String words, Article article, Predicate<String> included) {
        Map<String, Article> others = new LinkedHashMap<>();
        retriever.passagesSharing(Question.of(words), PASSAGES_SHARING).stream()
                .map(Passage::article)
                .filter(other -> !other.id().equals(article.id()))
                .filter(other -> included.test(other.id()))
                .filter(other -> languageOf(other).equals(languageOf(article)))
                .forEach(other -> others.putIfAbsent(other.id(), other));
        return others.values().stream().limit(ARTICLES_SHARING).toList();
    }

    private static Locale languageOf(Article article) {
        return article.publication().language();
    }
}
