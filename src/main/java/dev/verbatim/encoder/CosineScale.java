package dev.verbatim.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A calibration of another encoder's cosines to those of the bundled one, which the weights of the
/// ranking and of the confidence were fitted to.
///
/// Between unrelated sentences e5 has cosines near 0.75, and other encoders near 0. So a cosine is
/// mapped to `1 - share · (1 - cosine)`. That is done in the vectors themselves: they are shortened
/// and lengthened again by constant numbers, so that whatever compares them needs to know nothing
/// of it.
///
/// @param share of a distance that is left; 1 changes nothing
record CosineScale(double share) {

    static final CosineScale NONE = new CosineScale(1);

    /// The mean distance, one less the cosine, that the bundled encoder has over all pairs of a
    /// question and a sentence in English, whether the sentence answers it or not.
    static final double BUNDLED_DISTANCE = 0.29;

    /// Nearer to 1, a share is noise.
    private static final double MAX_SHARE = 0.9;

    /// How much nearer a sentence that answers is, at least, as a part of the distance of one that
    /// doesn't. The bundled encoder has 0.34, and 0.04 in German, which it doesn't know.
    private static final double MIN_CONTRAST = 0.1;

    /// Several, so that none is so large that vectors of a byte a number would lose the others.
    static final int CONSTANTS = 16;

    private static final String PAIRS = "calibration.tsv";

    /// A question, and a sentence that answers it.
    private record Pair(String language, String question, String sentence) {

        /// @param line the three with tabs between them
        static Pair of(String line) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            return new Pair(
                    line.substring(0, first),
                    line.substring(first + 1, second),
                    line.substring(second + 1));
        }
    }

    /// Calibrates an encoder on pairs in its languages; not at all when there are none in these.
    ///
    /// @param question makes a question's vector, of length 1
    /// @param passage makes a passage's vector, of length 1
    /// @throws IllegalArgumentException when sentences that answer aren't nearer than others
    static CosineScale of(
            Encoder.TextVector question, Encoder.TextVector passage, List<String> languages) {
        double mean =
                pairs(languages).entrySet().stream()
                        .mapToDouble(
                                pairs ->
                                        meanDistance(
                                                pairs.getKey(),
                                                vectors(pairs.getValue(), Pair::question, question),
                                                vectors(pairs.getValue(), Pair::sentence, passage)))
                        .average()
                        .orElse(BUNDLED_DISTANCE);
        double share = BUNDLED_DISTANCE / mean;
        return share > MAX_SHARE ? NONE : new CosineScale(share);
    }

    private static List<float[]> vectors(
            List<Pair> pairs, Function<Pair, String> part, Encoder.TextVector encoder) {
        return pairs.stream().map(part).map(encoder::of).toList();
    }

    private static double meanDistance(
            String language, List<float[]> questions, List<float[]> sentences) {
        double answering = 0;
        double others = 0;
        int size = questions.size();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double distance = 1 - cosine(questions.get(i), sentences.get(j));
                answering += i == j ? distance / size : 0;
                others += i == j ? 0 : distance / (size * (size - 1.0));
            }
        }
        requireContrast(language, answering, others);
        return (answering + (size - 1) * others) / size;
    }

    private static void requireContrast(String language, double answering, double others) {
        if (!(others - answering >= MIN_CONTRAST * others)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "verbatim.encoder: in the language %s, sentences that answer a question"
                                    + " get a cosine of %.2f on average, and others one of %.2f. Are"
                                    + " tokenizer, prefixes, pooling and languages those that the"
                                    + " model was trained with?",
                            language,
                            1 - answering,
                            1 - others));
        }
    }

    /// The pairs in these languages; `*` stands for all.
    private static Map<String, List<Pair>> pairs(List<String> languages) {
        try (InputStream content = CosineScale.class.getResourceAsStream(PAIRS)) {
            String text =
                    new String(
                            Objects.requireNonNull(content, PAIRS).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .map(Pair::of)
                    .filter(
                            pair ->
                                    languages.contains(pair.language())
                                            || languages.contains(Encoder.ANY_LANGUAGE))
                    .collect(Collectors.groupingBy(Pair::language));
        } catch (IOException e) {
            throw new UncheckedIOException(PAIRS + " can't be read", e);
        }
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// A vector of length 1 whose cosines with others are calibrated.
    float[] calibrated(float[] unit) {
        if (share == 1) {
            return unit;
        }
        float[] longer = Arrays.copyOf(unit, unit.length + CONSTANTS);
        for (int i = 0; i < unit.length; i++) {
            longer[i] *= (float) Math.sqrt(share);
        }
        Arrays.fill(longer, unit.length, longer.length, (float) Math.sqrt((1 - share) / CONSTANTS));
        return longer;
    }
}
