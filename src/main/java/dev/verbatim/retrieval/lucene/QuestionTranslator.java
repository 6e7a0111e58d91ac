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

    /// How much a name weighs as a translation of a word that has others, unless it is spelled the
    /// same.
    private static final double NAME_WEIGHT = 0.5;

    /// How similar a name must be: to a word with a capital letter, to an unknown one, to one that
    /// has translations.
    private static final double LIKE_NAME = 0.74;

    private static final double LIKE_UNKNOWN = 0.8;
    private static final double LIKE_KNOWN = 0.85;

    private QuestionTranslator() {}

    /// By field; none for a field in the question's own language or without a table.
    static Map<String, TranslatedQuestion> translate(Question question, IndexSnapshot snapshot)
            throws IOException {
        Map<String, TranslatedQuestion> translations = new TreeMap<>();
        Language from = LanguageDetector.ofQuestion(question.text());
        for (String field : snapshot.textFields()) {
            Optional<TranslatedQuestion> translated =
                    language(field).flatMap(to -> TranslatedQuestion.of(question.text(), from, to));
            if (translated.isPresent()) {
                translations.put(field, withNames(translated.get(), snapshot.vocabulary(field)));
            }
        }
        return translations;
    }

    /// Whether some articles would be searched by a translation although the question's own words
    /// may do: other articles are in its language, or that is hard to tell from theirs.
    static boolean mayAnswerAsAsked(Question question, IndexSnapshot snapshot) throws IOException {
        Language from = LanguageDetector.ofQuestion(question.text());
        List<Language> languages =
                snapshot.textFields().stream().flatMap(field -> language(field).stream()).toList();
        return languages.stream().anyMatch(to -> TranslatedQuestion.exists(from, to))
                && (languages.contains(from)
                        || languages.stream()
                                .anyMatch(
                                        to ->
                                                !LanguageDetector.isClear(
                                                        question.text(), from, to)));
    }

    private static Optional<Language> language(String field) {
        return Language.of(Locale.of(field.substring(IndexFields.TEXT_PREFIX.length())));
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
        if (!word.translations().isEmpty()) {
            return withSure(word, vocabulary.closest(word.text(), LIKE_KNOWN));
        }
        boolean capital = Character.isUpperCase(word.text().codePointAt(0));
        return word.with(vocabulary.closest(word.text(), capital ? LIKE_NAME : LIKE_UNKNOWN));
    }

    private static Word withSure(Word word, List<Translation> names) {
        List<Translation> all = new ArrayList<>(word.translations());
        names.stream()
                .map(name -> new Translation(name.word(), weight(name.probability())))
                .forEach(all::add);
        return word.with(all);
    }

    private static double weight(double similarity) {
        return similarity == 1 ? 1 : similarity * NAME_WEIGHT;
    }
}
