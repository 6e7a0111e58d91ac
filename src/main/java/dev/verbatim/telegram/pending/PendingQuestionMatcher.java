package dev.verbatim.telegram.pending;

import dev.verbatim.article.Article;
import dev.verbatim.retrieval.ranking.ArticleTerms;
import java.util.List;

/// A matcher of pending questions with an article that may answer them. It only spares the answerer
/// the many that the article has nothing to do with: what answers is decided there.
final class PendingQuestionMatcher {

    /// What a passage that answers has at least of a question's words. Of XQuAD's English questions
    /// three in a hundred have less in the article that answers them, and as many have so much in
    /// another.
    private static final double LEAST_COVERAGE = 0.35;

    private PendingQuestionMatcher() {}

    /// Those of the questions that the article may answer.
    static List<PendingQuestion> matching(List<PendingQuestion> questions, Article article) {
        var terms = new ArticleTerms(article);
        return questions.stream()
                .filter(question -> terms.coverage(question.asked().question()) >= LEAST_COVERAGE)
                .toList();
    }
}
