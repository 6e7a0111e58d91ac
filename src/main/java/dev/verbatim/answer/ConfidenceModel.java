package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.language.GlossedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// A calibrated model of the probability that the first passage answers: logistic regression over
/// [ConfidenceFeature]s. It only estimates: [ConfidenceThreshold] decides.
///
/// The coefficients are in `confidence.properties` and were fitted to questions with known answers
/// and questions without any. There is one set for each [FeatureSet].
final class ConfidenceModel {

    private final Map<FeatureSet, LogisticRegression> models;

    private ConfidenceModel(Map<FeatureSet, LogisticRegression> models) {
        this.models = models;
    }

    /// The model that is bundled with the program.
    static ConfidenceModel calibrated() {
        Properties coefficients = coefficients();
        Map<FeatureSet, LogisticRegression> models = new EnumMap<>(FeatureSet.class);
        for (FeatureSet featureSet : FeatureSet.values()) {
            models.put(featureSet, LogisticRegression.read(featureSet.code(), coefficients));
        }
        return new ConfidenceModel(models);
    }

    private static Properties coefficients() {
        Properties coefficients = new Properties();
        try (InputStream file =
                ConfidenceModel.class.getResourceAsStream("confidence.properties")) {
            coefficients.load(Objects.requireNonNull(file, "confidence.properties"));
            return coefficients;
        } catch (IOException e) {
            throw new UncheckedIOException("confidence.properties can't be read", e);
        }
    }

    /// The probability that the first passage answers, 0 to 1; 0 when there is none.
    double probability(RerankedPassages passages) {
        return passages.isEmpty()
                ? 0
                : Objects.requireNonNull(models.get(FeatureSet.of(passages)))
                        .probability(ConfidenceFeature.all(passages));
    }

    /// The features that are known of a question's first passage, from the most to the fewest.
    enum FeatureSet {
        /// It is in another language than the question, and was read. The reader makes less of
        /// words without grammar than of a sentence, so that everything else counts too.
        CROSSED_READ,
        /// It is in another language than the question, and has a vector.
        CROSSED_DENSE,
        /// It is in another language than the question, and only its words are known.
        CROSSED_LEXICAL,
        /// It is in the question's language, and its gloss was read.
        GLOSSED_READ,
        /// It is in the question's language, and its gloss has a vector.
        GLOSSED_DENSE,
        /// It was read.
        READ,
        /// It has a vector.
        DENSE,
        /// Only its words are known.
        LEXICAL;

        /// @param passages not empty
        static FeatureSet of(RerankedPassages passages) {
            Article article = passages.first().passage().article();
            boolean dense = passages.first().signals().cosine().isPresent();
            boolean read = passages.readerOutput().isPresent();
            if (passages.ranking().translation(article).isPresent()) {
                return dense && read ? CROSSED_READ : dense ? CROSSED_DENSE : CROSSED_LEXICAL;
            }
            if (GlossedText.exists(article.publication().language())) {
                return read ? GLOSSED_READ : dense ? GLOSSED_DENSE : LEXICAL;
            }
            return read ? READ : dense ? DENSE : LEXICAL;
        }

        /// The key prefix in the file of coefficients.
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /// A logistic regression model: the sigmoid of a weighted sum of features.
    record LogisticRegression(double intercept, Map<ConfidenceFeature, Double> weights) {

        LogisticRegression {
            weights = Map.copyOf(weights);
        }

        /// Reads the model whose keys start with a prefix. A missing coefficient is 0.
        static LogisticRegression read(String prefix, Properties coefficients) {
            Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
            for (ConfidenceFeature feature : ConfidenceFeature.values()) {
                weights.put(feature, number(coefficients, prefix + "." + feature));
            }
            return new LogisticRegression(number(coefficients, prefix + ".INTERCEPT"), weights);
        }

        private static double number(Properties coefficients, String key) {
            return Double.parseDouble(coefficients.getProperty(key, "0"));
        }

        double probability(Map<ConfidenceFeature, Double> features) {
            double sum = intercept;
            for (Map.Entry<ConfidenceFeature, Double> weight : weights.entrySet()) {
                sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }
}
