package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.RelatedQuestions;
import dev.verbatim.quotation.SecondSource;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.chat.ChatSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answerer that counts and times its answers by their outcome. No metric or tag says who asked,
/// or what. Thread-safe.
public final class MeteredAnswerer {

    private final Answerer answerer;
    private final MeterRegistry registry;
    private final SecondSource secondSource;
    private final RelatedQuestions relatedQuestions;

    /// @param articles those that are asked for a second source
    public MeteredAnswerer(Answerer answerer, MeterRegistry registry, CurrentArticles articles) {
        this.answerer = answerer;
        this.registry = registry;
        this.secondSource = articles.secondSource(answerer);
        this.relatedQuestions = new RelatedQuestions(answerer);
    }

    /// What another article answers to the same question.
    Optional<Answer.Found> secondSource(String question, Answer first, ChatSettings settings) {
        return secondSource.find(question, first, settings::includes);
    }

    /// What is answered near a question that isn't.
    RelatedQuestions relatedQuestions() {
        return relatedQuestions;
    }

    DialogueContext.Turn answer(Question question, DialogueContext context) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            DialogueContext.Turn turn = answerer.answer(question, context);
            outcome = outcome(turn.answer());
            return turn;
        } finally {
            sample.stop(registry.timer("verbatim.questions", "outcome", outcome));
        }
    }

    /// Answers each question of a message, the later ones in the context of the earlier.
    List<DialogueContext.Turn> answerAll(Question message, DialogueContext before) {
        List<DialogueContext.Turn> turns = new ArrayList<>();
        DialogueContext context = before;
        for (String question : Answerer.split(message.text())) {
            var turn = answer(new Question(question, message.articleIds()), context);
            turns.add(turn);
            context = turn.context();
        }
        return turns;
    }

    /// The context of a question that would refer to some words.
    DialogueContext contextOf(Question words) {
        return answerer.answer(words, DialogueContext.NONE).context();
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Found _, Answer.Unattributed _ -> "answered";
            case Answer.Closest _ -> "closest";
            case Answer.NotFound _ -> "abstained";
            case Answer.NoQuestion _ -> "remark";
        };
    }
}
