package dev.verbatim.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Tells the language of a text, with OpenNLP's model for 183 languages. Thread-safe.
///
/// The model is loaded when the first text without a known language comes, because it takes a
/// second or two and some 40 MB.
public final class LanguageDetector {

    // As right as the whole article, at a fraction of the time.
    private static final int ENOUGH = 1_000;

    // Of less than a line of letters even readers make wrong guesses.
    private static final int TOO_FEW_LETTERS = 20;

    /// The model's codes have three letters. The JDK knows two for most of them; these are
    /// varieties for which the world writes the code of the whole.
    private static final Map<String, String> WHOLES =
            Map.of("cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "zlm", "ms", "arb", "ar");

    private static final Map<String, String> TWO_LETTERS =
            Arrays.stream(Locale.getISOLanguages())
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of(code).getISO3Language(),
                                    Function.identity(),
                                    (one, _) -> one));

    /// Loaded when it is first used: that is when the JVM initialises a class.
    private static final class Model {

        private static final LanguageDetectorME DETECTOR = load();

        private static LanguageDetectorME load() {
            try (InputStream model = Model.class.getResourceAsStream("/langdetect-183.bin")) {
                return new LanguageDetectorME(
                        new LanguageDetectorModel(Objects.requireNonNull(model)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// [Locale#ROOT] when there is too little to tell by.
    public Locale detect(String text) {
        String sample = text.substring(0, Math.min(ENOUGH, text.length()));
        return sample.codePoints().filter(Character::isLetter).count() < TOO_FEW_LETTERS
                ? Locale.ROOT
                : Locale.of(code(predict(sample)));
    }

    // One at a time, because OpenNLP doesn't promise that two threads may ask.
    private static synchronized String predict(String sample) {
        return Model.DETECTOR.predictLanguage(sample).getLang();
    }

    private static String code(String three) {
        return WHOLES.getOrDefault(three, TWO_LETTERS.getOrDefault(three, three));
    }
}
