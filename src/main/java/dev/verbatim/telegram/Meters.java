package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/// What is counted. No name and no tag says who asked, or what.
final class Meters {

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Answers, and counts and times it by what came out.
    Answer answered(Supplier<Answer> question) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            Answer answer = question.get();
            outcome = outcome(answer);
            return answer;
        } finally {
            sample.stop(registry.timer("verbatim.questions", "outcome", outcome));
        }
    }

    void polled(boolean successfully) {
        registry.counter("verbatim.telegram.polls", "outcome", successfully ? "ok" : "failed")
                .increment();
    }

    /// An update that couldn't be read.
    void skipped() {
        registry.counter("verbatim.telegram.updates.skipped").increment();
    }

    /// An update that was read, but whose handling failed.
    void failed() {
        registry.counter("verbatim.telegram.updates.failed").increment();
    }

    /// A call that didn't get through, whatever was tried.
    void undelivered() {
        registry.counter("verbatim.telegram.sends.failed").increment();
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Found _, Answer.Unattributed _ -> "answered";
            case Answer.NotFound _ -> "abstained";
            case Answer.NoQuestion _ -> "remark";
        };
    }
}
