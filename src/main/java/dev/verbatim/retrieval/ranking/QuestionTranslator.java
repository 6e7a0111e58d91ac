package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import dev.verbatim.retrieval.Question;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /// The same for an unknown word in the same script, without a capital letter: it has kept its
    /// spelling but for the ending.
    private static final double LIKE_COGNATE = 0.87;

    /// Shorter ones are like too many others.
    private static final int MIN_COGNATE = 5;

    /// How sure a word is that differs from a word of the articles in its ending.
    private static final double COGNATE = 0.9;

    /// How many of a word's spellings are compared with all words of the articles.
    private static final int MAX_SPELLINGS = 2;

    private static final int MAX_ALIKE = 2;

    /// Of Unicode: before it are the letters of languages in Latin script.
    private static final int FIRST_OTHER_SCRIPT = 0x250;

    private final Vocabulary.Source snapshot;

    QuestionTranslator(Vocabulary.Source snapshot) {
        this.snapshot = snapshot;
    }

    /// By language; none for the question's own, for one that it may be in as well, or for one
    /// without a table.
    Map<String, TranslatedQuestion> translate(Question question) {
        Map<String, TranslatedQuestion> translations = new TreeMap<>();
        Language from = LanguageDetector.ofQuestion(question.text());
        for (String language : snapshot.languages()) {
            Optional<TranslatedQuestion> translated =
                    Language.of(Locale.of(language))
                            .filter(to -> !LanguageDetector.isMixed(question.text(), from, to))
                            .flatMap(
                                    to ->
                                            TranslatedQuestion.of(
                                                    question.text(),
                                                    from,
                                                    to,
                                                    word -> occurs(word, language)));
            if (translated.isPresent()) {
                translations.put(language, withNames(translated.get(), language));
            }
        }
        return translations;
    }

    /// Whether a word, in any form, is in the articles.
    private boolean occurs(String word, String language) {
        List<String> terms = AnalyzedTerms.of(Locale.of(language), word);
        return terms.size() == 1 && snapshot.vocabulary(language).contains(terms.getFirst());
    }

    /// Whether some articles would be searched by a translation although the question's own words
    /// may do: other articles are in its language, or that is hard to tell from theirs.
    static boolean mayAnswerAsAsked(Question question, Vocabulary.Source snapshot) {
        Language from = LanguageDetector.ofQuestion(question.text());
        List<Language> languages =
                snapshot.languages().stream()
                        .flatMap(code -> Language.of(Locale.of(code)).stream())
                        .toList();
        return languages.stream().anyMatch(to -> TranslatedQuestion.exists(from, to))
                && (languages.contains(from)
                        || languages.stream()
                                .anyMatch(
                                        to ->
                                                !LanguageDetector.isClear(
                                                        question.text(), from, to)));
    }

    /// Whether a question needn't be carried over for an article: it is in its language, or may be,
    /// or can't be carried over into it.
    static boolean mayBeAskedIn(Article article, Question question) {
        Language from = LanguageDetector.ofQuestion(question.text());
        return Language.of(article.publication().language())
                .filter(to -> TranslatedQuestion.exists(from, to))
                .filter(to -> LanguageDetector.isClear(question.text(), from, to))
                .isEmpty();
    }

    private TranslatedQuestion withNames(TranslatedQuestion translated, String language) {
        Vocabulary vocabulary = snapshot.vocabulary(language);
        return translated.with(
                translated.words().stream()
                        .map(word -> withNames(word, translated, language, vocabulary))
                        .toList());
    }

    /// Names by their sound, and what English has in common with a word but for its ending.
    private Word withNames(
            Word word, TranslatedQuestion question, String language, Vocabulary vocabulary) {
        if (word.isFunctionWord() || !word.mayBeName()) {
            return word;
        }
        List<String> spellings = question.spellings(word);
        List<Translation> cognates = cognates(spellings, language);
        if (!cognates.isEmpty()) {
            return with(word, cognates);
        }
        List<Translation> alike = alike(word, spellings, leastAlike(word, question), vocabulary);
        return word.translations().isEmpty()
                ? word.with(alike)
                : with(word, alike.stream().map(QuestionTranslator::unsure).toList());
    }

    /// The spellings that occur in the articles, but for the word as it is.
    private List<Translation> cognates(List<String> spellings, String language) {
        return spellings.stream()
                .skip(1)
                .filter(spelling -> spelling.length() >= MIN_COGNATE)
                .filter(spelling -> occurs(spelling, language))
                .limit(1)
                .map(spelling -> new Translation(spelling, COGNATE))
                .toList();
    }

    private static double leastAlike(Word word, TranslatedQuestion question) {
        if (!word.translations().isEmpty()) {
            return LIKE_KNOWN;
        }
        boolean capital = Character.isUpperCase(word.text().codePointAt(0));
        if (isAbbreviation(word.text())) {
            return Vocabulary.SOUND_ONLY;
        }
        boolean latin = word.text().codePoints().allMatch(letter -> letter < FIRST_OTHER_SCRIPT);
        boolean noun = !capital || (latin && question.from() == Language.GERMAN);
        if (noun && word.text().length() < MIN_COGNATE) {
            return 1;
        }
        return noun ? latin ? LIKE_COGNATE : LIKE_UNKNOWN : LIKE_NAME;
    }

    /// Letters that are read one by one sound like too many words: "МГЭИК" isn't "magic".
    private static boolean isAbbreviation(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
    }

    /// A name that the articles spell the same is itself, whatever else sounds like it: "Smith"
    /// isn't "summit".
    private static List<Translation> alike(
            Word word, List<String> spellings, double least, Vocabulary vocabulary) {
        List<Translation> alike = mostAlike(word, spellings, least, vocabulary);
        List<Translation> same = alike.stream().filter(one -> one.probability() == 1).toList();
        return same.isEmpty() ? alike : same;
    }

    private static List<Translation> mostAlike(
            Word word, List<String> spellings, double least, Vocabulary vocabulary) {
        return Stream.concat(
                        vocabulary.closest(word.text(), least).stream(),
                        spellings.stream()
                                .skip(1)
                                .limit(MAX_SPELLINGS)
                                .filter(spelling -> spelling.length() >= MIN_COGNATE)
                                .flatMap(
                                        spelling ->
                                                vocabulary
                                                        .closest(
                                                                spelling,
                                                                Math.max(least, LIKE_COGNATE))
                                                        .stream()))
                .sorted(Comparator.comparingDouble(Translation::probability).reversed())
                .filter(distinct())
                .limit(MAX_ALIKE)
                .toList();
    }

    private static Predicate<Translation> distinct() {
        Set<String> seen = new HashSet<>();
        return translation -> seen.add(translation.word());
    }

    private static Word with(Word word, List<Translation> more) {
        return word.with(Stream.concat(word.translations().stream(), more.stream()).toList());
    }

    private static Translation unsure(Translation name) {
        return new Translation(name.word(), weight(name.probability()));
    }

    private static double weight(double similarity) {
        return similarity == 1 ? 1 : similarity * NAME_WEIGHT;
    }
}
