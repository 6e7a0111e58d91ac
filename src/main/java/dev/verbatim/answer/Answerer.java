package dev.verbatim.answer;

import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.List;
import java.util.Optional;

/// A question answerer: answers with a passage of the articles, or says that none answers.
/// Thread-safe and stateless: what was said before comes with the question.
public final class Answerer {

    private final AnswerSelector selector;
    private final FollowUpAnswerer followUps;

    /// @param reranker reads the first passages, unless its reader is off
    /// @param threshold how sure an answer must be
    public Answerer(PassageRetriever retriever, Reranker reranker, ConfidenceThreshold threshold) {
        selector = new AnswerSelector(retriever, reranker, threshold);
        followUps = new FollowUpAnswerer(retriever, selector);
    }

    /// Answers a message without context, whatever it is.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Answer answer(Question question) {
        return answer(question, DialogueContext.NONE).answer();
    }

    /// Answers a message that may refer back to what was said before: "what else did she say?",
    /// "and when?". A question that is clear by itself is answered as without context.
    ///
    /// @param context [DialogueContext#NONE], or that of the last [DialogueContext.Turn]
    /// @throws java.io.UncheckedIOException when the index can't be read
    public DialogueContext.Turn answer(Question question, DialogueContext context) {
        Optional<Answer.Intent> intent = SmallTalkClassifier.classify(question.text());
        return intent.isPresent()
                ? new DialogueContext.Turn(new Answer.NoQuestion(intent.get()), context)
                : followUps
                        .answer(question, context)
                        .orElseGet(() -> standalone(question, context));
    }

    private DialogueContext.Turn standalone(Question question, DialogueContext context) {
        Answer answer = selector.answer(question);
        return new DialogueContext.Turn(answer, context.afterStandalone(question.text(), answer));
    }

    /// Whether a message refers back to what was said before.
    public static boolean refersBack(String message) {
        return FollowUpParser.parse(message).isPresent();
    }

    /// Whether a message that may be a remark to other people asks something. In doubt it doesn't.
    public static boolean asks(String message) {
        return QuestionRecognizer.asks(message);
    }

    /// The questions of a message in their order; the message itself when it asks one or none. Each
    /// may refer back to the one before.
    public static List<String> split(String message) {
        return QuestionRecognizer.split(message);
    }

    /// Whether a message is nothing but thanks.
    public static boolean thanks(String message) {
        return SmallTalkClassifier.classify(message)
                .filter(intent -> intent == Answer.Intent.THANKS)
                .isPresent();
    }

    /// Who said some words of a passage; empty unless everything quoted in them is one person's.
    public Optional<Speaker> speaker(Passage passage, TextSpan words) {
        return Optional.ofNullable(SpeakerLookup.speakerOf(words, passage));
    }

    /// The host of the language model that questions and passages are sent to, if one reads them.
    public Optional<String> remoteHost() {
        return selector.remoteHost();
    }

    /// A first look at an article for a question that is clear by itself: whether its best passages
    /// come so close to an answer that the question is worth being asked. Reads half as much as an
    /// answer does. Of 253 questions that were answered by an article of several passages, two are
    /// lost.
    ///
    /// @param question to that article alone: among others, it leads by less
    /// @throws java.io.UncheckedIOException when the index can't be read
    public boolean mayAnswer(Question question) {
        return selector.mayAnswer(question);
    }

    /// The decision behind the answer to a question that is clear by itself.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public AnswerDecision decide(Question question) {
        return selector.decide(question);
    }

    /// The same decision, with the evidence of each passage.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    public Explanation explain(Question question) {
        return selector.explain(question);
    }
}
