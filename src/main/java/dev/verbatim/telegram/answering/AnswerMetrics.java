package dev.verbatim.telegram.answering;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.DialogueTurn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/// How long answering takes, and what comes out. No name and no tag says who asked, or what.
public final class AnswerMetrics {

    private final MeterRegistry registry;

    public AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Answers, and counts and times it by what came out.
    DialogueTurn time(Supplier<DialogueTurn> question) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            DialogueTurn dialogueTurn = question.get();
            outcome = outcome(dialogueTurn.answer());
            return dialogueTurn;
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
