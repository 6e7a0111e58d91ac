package dev.verbatim.retrieval.ranking;

import dev.verbatim.encoder.Encoder;
import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.Question;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Encodes a question, or its gloss where the encoder doesn't know its language.
final class QuestionEncoder {

    private final Encoder encoder;

    QuestionEncoder(Encoder encoder) {
        this.encoder = encoder;
    }

    /// A translation into a language of the articles is the better gloss: it has their names.
    ///
    /// @return missing for a language that neither the encoder nor a translation table knows
    float @Nullable [] encode(Question question, Map<String, TranslatedQuestion> translations) {
        Optional<String> gloss =
                translations.values().stream()
                        .filter(translation -> encoder.speaks(translation.to().locale()))
                        .findFirst()
                        .or(() -> intoEnglish(question))
                        .map(TranslatedQuestion::gloss);
        if (speaks(question, gloss.isPresent())) {
            return encoder.encodeQuestion(question.text());
        }
        return gloss.map(encoder::encodeQuestion).orElse(null);
    }

    private Optional<TranslatedQuestion> intoEnglish(Question question) {
        return encoder.speaks(Locale.ENGLISH)
                ? TranslatedQuestion.intoEnglish(question.text())
                : Optional.empty();
    }

    /// A question as it is; missing when the encoder doesn't know its language.
    float @Nullable [] encodeAsAsked(Question question) {
        return speaks(question, false) ? encoder.encodeQuestion(question.text()) : null;
    }

    /// Whether a question is in a language of the encoder. In doubt it is taken for English, unless
    /// it was carried over.
    private boolean speaks(Question question, boolean isCarriedOver) {
        Language language = LanguageDetector.ofQuestion(question.text());
        return encoder.speaks(Locale.ROOT)
                || (language != Language.ENGLISH && encoder.speaks(language.locale()))
                || (!isCarriedOver
                        && encoder.speaks(Locale.ENGLISH)
                        && LanguageDetector.mayBeEnglish(question.text()));
    }
}
