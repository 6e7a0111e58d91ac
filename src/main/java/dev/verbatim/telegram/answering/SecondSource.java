package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.quotation.SourceComparison;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.chat.ChatSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A finder of a second article that plainly answers a question. All other articles are asked the
/// same question by themselves, and must answer it as surely as the first one did; and the two
/// sentences must be about the same by their words, since a second source that isn't one is worse
/// than none.
///
/// @param answerer asks articles without context
record SecondSource(Answerer answerer, CurrentArticles articles) {

    /// @param first what was answered to the question, which is clear by itself
    Optional<Answer.Found> find(String question, Answer.Found first, ChatSettings settings) {
        Locale language = first.passage().article().publication().language();
        Set<String> others =
                articles.list(settings).stream()
                        .filter(info -> info.publication().language().equals(language))
                        .map(ArticleInfo::articleId)
                        .filter(id -> !id.equals(first.passage().article().id()))
                        .collect(Collectors.toSet());
        return !others.isEmpty()
                        && answerer.answer(new Question(question, others))
                                instanceof Answer.Found second
                        && isSameMatter(first, second)
                ? Optional.of(second)
                : Optional.empty();
    }

    private static boolean isSameMatter(Answer.Found first, Answer.Found second) {
        return SourceComparison.of(first.passage().article(), second.passage().article())
                .isSameMatter(first.emphasis(), second.emphasis());
    }
}
