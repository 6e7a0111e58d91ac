package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.DialogueTurn;
import dev.verbatim.answer.Explanation;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.summary.Summarizer;
import java.util.List;
import java.util.Optional;

/// What can be asked: questions, and for articles and what they say in short. Thread-safe.
public record QuestionAnsweringService(
        Answerer answerer, PassageRetriever articles, Summarizer summarizer, AnswerMetrics timer) {

    private static final int NEAR = 12;

    /// Answers a question that somebody has asked, and counts it.
    DialogueTurn ask(Question question, DialogueContext before) {
        return timer.time(() -> answerer.answer(question, before));
    }

    /// Answers it once more, for a button.
    DialogueTurn askAgain(Question question, DialogueContext before) {
        return answerer.answer(question, before);
    }

    /// Why it is answered as it is.
    public Explanation explain(Question question) {
        return answerer.explain(question);
    }

    /// The passages that came up for a question, best first, whether they answer or not.
    List<Passage> passages(Question question) {
        return answerer.decide(question).candidates().stream().map(Candidate::passage).toList();
    }

    /// The same for who is still typing: as retrieval ranks them, since to read them takes several
    /// times as long.
    List<Passage> near(Question question) {
        return articles.retrieve(question, NEAR).candidates().stream()
                .map(Candidate::passage)
                .toList();
    }

    /// An article as it is now.
    public Optional<Article> article(String id) {
        return articles.article(id);
    }
}
