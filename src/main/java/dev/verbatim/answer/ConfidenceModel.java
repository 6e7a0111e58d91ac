package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The one place that decides whether the articles answer: a logistic regression over
/// [ConfidenceFeature]s.
///
/// Its coefficients are in `confidence.properties` and come from the command `calibrate`. There are
/// three sets, since what has no vectors, or wasn't read, has fewer signals: `read`, `dense` and
/// `lexical`. What a confidence leads to is the matter of [ConfidenceThreshold].
final class ConfidenceModel {

    /// Of what the article's own order and marks tell, so that there is nothing to weigh.
    static final double CERTAIN = 1;

    private final Map<FeatureSet, LogisticRegression> models;

    private ConfidenceModel(Map<FeatureSet, LogisticRegression> models) {
        this.models = models;
    }

    /// The calibrated one.
    static ConfidenceModel calibrated() {
        Properties coefficients = BundledProperties.read("confidence.properties");
        Map<FeatureSet, LogisticRegression> models = new EnumMap<>(FeatureSet.class);
        for (FeatureSet featureSet : FeatureSet.values()) {
            models.put(featureSet, LogisticRegression.read(featureSet.code(), coefficients));
        }
        return new ConfidenceModel(models);
    }

    /// The probability that the first passage answers, 0 to 1; 0 when there is none.
    double probability(RerankedPassages rerankedPassages) {
        return rerankedPassages.isEmpty()
                ? 0
                : model(FeatureSet.of(rerankedPassages))
                        .probability(ConfidenceFeature.all(rerankedPassages));
    }

    private LogisticRegression model(FeatureSet featureSet) {
        return Objects.requireNonNull(models.get(featureSet));
    }
}
