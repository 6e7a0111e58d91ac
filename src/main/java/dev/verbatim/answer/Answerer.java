package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.Optional;

/// Answers questions with a passage, or says that none answers. Thread-safe, and without a memory:
/// what was said before comes with the question.
public final class Answerer {

    private final AnswerSelector selector;
    private final FollowUpAnswerer followUpAnswerer;

    /// @param reranker reads the first passages, if anything does
    /// @param confidenceThreshold how sure it must be
    public Answerer(
            PassageRetriever retriever,
            Reranker reranker,
            ConfidenceThreshold confidenceThreshold) {
        selector = new AnswerSelector(retriever, reranker, confidenceThreshold);
        followUpAnswerer = new FollowUpAnswerer(retriever, selector);
    }

    /// The answer to what somebody wrote, whatever it is.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Answer answer(Question question) {
        return answer(question, DialogueContext.NONE).answer();
    }

    /// The same, for somebody who may go back to what was said before: "what else did she say?",
    /// "and when?". A question that stands by itself is answered as if nothing had been said.
    ///
    /// @param context [DialogueContext#NONE], or that of the last [DialogueTurn]
    /// @throws java.io.UncheckedIOException when the index can't be read
    public DialogueTurn answer(Question question, DialogueContext context) {
        Optional<NonQuestionIntent> remark = SmallTalkClassifier.classify(question.text());
        return remark.isPresent()
                ? new DialogueTurn(new Answer.NoQuestion(remark.get()), context)
                : followUpAnswerer.answer(question, context).orElseGet(() -> byItself(question));
    }

    private DialogueTurn byItself(Question question) {
        Answer answer = selector.answer(question);
        return new DialogueTurn(answer, DialogueContext.of(question.text(), answer));
    }

    /// Why [#answer] decides as it does, for a question that stands by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Explanation explain(Question question) {
        return selector.explain(question);
    }

    /// Who said some words of a passage, if they are one person's.
    public Optional<Speaker> speaker(Passage passage, TextSpan words) {
        return Optional.ofNullable(SpeakerLookup.of(passage, words));
    }

    /// What [#answer] decides from, for a question of which it's known that it is one, and that it
    /// stands by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public AnswerDecision decide(Question question) {
        return selector.judge(question);
    }
}
