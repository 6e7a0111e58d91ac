package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.retrieval.Question;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// An answerer that counts and times its answers by their outcome. No metric or tag says who asked,
/// or what. Thread-safe.
public final class MeteredAnswerer {

    private final Answerer answerer;
    private final MeterRegistry registry;

    public MeteredAnswerer(Answerer answerer, MeterRegistry registry) {
        this.answerer = answerer;
        this.registry = registry;
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

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Found _, Answer.Unattributed _ -> "answered";
            case Answer.Closest _ -> "closest";
            case Answer.NotFound _ -> "abstained";
            case Answer.NoQuestion _ -> "remark";
        };
    }
}
