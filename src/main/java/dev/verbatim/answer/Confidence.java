package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The one place that decides whether the articles answer: a logistic regression over [Signal]s.
///
/// Its coefficients are in `confidence.properties` and come from the command `calibrate`. There are
/// three sets, since what has no vectors, or wasn't read, has fewer signals: `read`, `dense` and
/// `lexical`. What a confidence leads to is the matter of [Caution].
final class Confidence {

    /// Of what the article's own order and marks tell, so that there is nothing to weigh.
    static final double CERTAIN = 1;

    private final Map<Basis, LogisticModel> models;

    private Confidence(Map<Basis, LogisticModel> models) {
        this.models = models;
    }

    /// The calibrated one.
    static Confidence calibrated() {
        Properties coefficients = BundledProperties.read("confidence.properties");
        Map<Basis, LogisticModel> models = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            models.put(basis, LogisticModel.read(basis.code(), coefficients));
        }
        return new Confidence(models);
    }

    /// The probability that the first passage answers, 0 to 1; 0 when there is none.
    double of(Findings findings) {
        return findings.isEmpty() ? 0 : model(Basis.of(findings)).probability(Signal.all(findings));
    }

    private LogisticModel model(Basis basis) {
        return Objects.requireNonNull(models.get(basis));
    }
}
