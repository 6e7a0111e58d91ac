package dev.verbatim.answer;

import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/// The one place that decides whether the articles answer: a logistic regression over [Signal]s.
///
/// Its coefficients are in `confidence.properties` and come from the command `calibrate`. There are
/// two sets, since a ranking without vectors has fewer signals: `dense` and `lexical`.
final class Confidence {

    /// From here on a passage is shown as the answer. On the sets it was calibrated with, nine of
    /// ten answers are given then, and one of thirty questions off the topic is answered.
    static final double THRESHOLD = 0.4;

    /// Of what the article's own order and marks tell, so that there is nothing to weigh.
    static final double CERTAIN = 1;

    private final LogisticModel dense;
    private final LogisticModel lexical;

    private Confidence(LogisticModel dense, LogisticModel lexical) {
        this.dense = dense;
        this.lexical = lexical;
    }

    /// The calibrated one.
    static Confidence calibrated() {
        Properties coefficients = BundledProperties.read("confidence.properties");
        return new Confidence(
                LogisticModel.read("dense", coefficients),
                LogisticModel.read("lexical", coefficients));
    }

    /// The probability that the first passage answers, 0 to 1; 0 when there is none.
    double of(Question question, Ranking ranking) {
        return ranking.candidates().isEmpty()
                ? 0
                : model(ranking).probability(signals(question, ranking));
    }

    private LogisticModel model(Ranking ranking) {
        return Signal.isDense(ranking) ? dense : lexical;
    }

    /// @param ranking not empty
    static Map<Signal, Double> signals(Question question, Ranking ranking) {
        Map<Signal, Double> signals = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            signals.put(signal, signal.of(question, ranking));
        }
        return signals;
    }
}
