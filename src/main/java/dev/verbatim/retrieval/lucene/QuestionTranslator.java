package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Carries a question over into the languages of the articles that it isn't in.
///
/// Words come from the translation tables. Names and words that these don't have are looked up in
/// the articles' own words by their sound.
final class QuestionTranslator {

    /// How much a name weighs as a translation of a word that has others.
    private static final double NAME_WEIGHT = 0.5;

    /// Of a word that has translations, a name must be as similar as this.
    private static final double SAME_NAME = 0.85;

    private QuestionTranslator() {}

    /// By field; none for a field in the question's own language or without a table.
    static Map<String, TranslatedQuestion> translate(Question question, IndexSnapshot snapshot)
            throws IOException {
        Map<String, TranslatedQuestion> translations = new TreeMap<>();
        Language from = LanguageDetector.ofQuestion(question.text());
        for (String field : snapshot.textFields()) {
            Optional<TranslatedQuestion> translated =
                    Language.of(Locale.of(field.substring(IndexFields.TEXT_PREFIX.length())))
                            .flatMap(to -> TranslatedQuestion.of(question.text(), from, to));
            if (translated.isPresent()) {
                translations.put(field, withNames(translated.get(), snapshot.vocabulary(field)));
            }
        }
        return translations;
    }

    private static TranslatedQuestion withNames(
            TranslatedQuestion translated, IndexVocabulary vocabulary) {
        return translated.with(
                translated.words().stream().map(word -> withNames(word, vocabulary)).toList());
    }

    private static Word withNames(Word word, IndexVocabulary vocabulary) {
        if (word.isFunctionWord() || !word.mayBeName()) {
            return word;
        }
        List<Translation> names = vocabulary.closest(word.text());
        return word.translations().isEmpty() ? word.with(names) : withSure(word, names);
    }

    private static Word withSure(Word word, List<Translation> names) {
        List<Translation> all = new ArrayList<>(word.translations());
        names.stream()
                .filter(name -> name.probability() >= SAME_NAME)
                .map(name -> new Translation(name.word(), name.probability() * NAME_WEIGHT))
                .forEach(all::add);
        return word.with(all);
    }
}
