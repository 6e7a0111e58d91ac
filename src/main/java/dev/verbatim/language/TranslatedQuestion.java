package dev.verbatim.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A question in one language, carried over word by word into another.
///
/// It is no sentence: each word has the words that may translate it, with their probabilities.
///
/// @param words in the order of the question
public record TranslatedQuestion(Language from, Language to, List<Word> words) {

    /// Translations that are shown and encoded: likelier than this, and than this share of the
    /// likeliest.
    private static final double MIN_GLOSS = 0.12;

    private static final double MIN_GLOSS_SHARE = 0.3;
    private static final int MAX_GLOSSES = 2;

    /// Two words that share so many letters, and differ in no more at the end, are forms of one.
    private static final int MIN_STEM = 3;

    private static final int MAX_ENDING = 3;

    /// From so many words with a translation on, those without any are left out of the gloss.
    private static final int MIN_TRANSLATED = 2;

    /// Of Unicode: before it are the letters of languages in Latin script.
    private static final int FIRST_OTHER_SCRIPT = 0x250;

    public TranslatedQuestion {
        words = List.copyOf(words);
    }

    /// Carries a question over; empty when there is no table of one of the languages, or they are
    /// the same.
    ///
    /// @param isKnown whether a word, as it is, is in the texts that are searched
    public static Optional<TranslatedQuestion> of(
            String question, Language from, Language to, Predicate<String> isKnown) {
        return exists(from, to)
                ? Optional.of(
                        new TranslatedQuestion(
                                from, to, new WordTranslator(from, to, isKnown).words(question)))
                : Optional.empty();
    }

    /// A question carried over into English, whatever the articles have. Empty when it is or may be
    /// English, or there is no table of its language.
    public static Optional<TranslatedQuestion> intoEnglish(String question) {
        Language from = LanguageDetector.ofQuestion(question);
        return LanguageDetector.isMixed(question, from, Language.ENGLISH)
                ? Optional.empty()
                : of(question, from, Language.ENGLISH, _ -> false);
    }

    /// The spellings that the language it is carried over into may have a word in: as it is, with
    /// that language's endings, and without any.
    public List<String> spellings(Word word) {
        return Cognates.of(word.text(), from, WordTranslator.stemmer(from));
    }

    /// Whether questions can be carried over from one language into another.
    public static boolean exists(Language from, Language to) {
        return from != to && isKnown(from) && isKnown(to);
    }

    private static boolean isKnown(Language language) {
        return language == Language.ENGLISH || TranslationTable.exists(language);
    }

    /// A translation of a word.
    ///
    /// @param word in lower case, with its ending
    /// @param probability 0 to 1
    public record Translation(String word, double probability) {}

    /// A word of a question.
    ///
    /// @param text as it was written
    /// @param isFunctionWord whether a search leaves it out
    /// @param mayBeName whether it begins with a capital letter inside the question, or isn't known
    /// @param translations the likeliest first; none when it isn't known
    public record Word(
            String text,
            boolean isFunctionWord,
            boolean mayBeName,
            List<Translation> translations) {

        public Word {
            translations = List.copyOf(translations);
        }

        /// The same word with other translations.
        public Word with(List<Translation> others) {
            return new Word(text, isFunctionWord, mayBeName, others);
        }

        /// The likeliest translations; the word itself in Latin letters when it has none.
        public List<String> glosses() {
            if (translations.isEmpty()) {
                return isFunctionWord ? List.of() : List.of(NameSimilarity.latin(text));
            }
            double best =
                    translations.stream().mapToDouble(Translation::probability).max().orElse(0);
            List<String> glosses = new ArrayList<>();
            translations.stream()
                    .sorted(Comparator.comparingDouble(Translation::probability).reversed())
                    .filter(one -> one.probability() >= Math.max(MIN_GLOSS, MIN_GLOSS_SHARE * best))
                    .map(Translation::word)
                    .filter(word -> glosses.stream().noneMatch(other -> isFormOf(word, other)))
                    .limit(isFunctionWord ? 1 : MAX_GLOSSES)
                    .forEach(glosses::add);
            return glosses;
        }

        /// Whether it is a common word in another script that isn't known. In Latin letters it is a
        /// word of no language.
        private boolean isTransliterated() {
            int first = text.codePointAt(0);
            return translations.isEmpty()
                    && !isFunctionWord
                    && first >= FIRST_OTHER_SCRIPT
                    && Character.isLowerCase(first);
        }

        /// Whether two words differ in their endings only, as far as that can be told without the
        /// language's stemmer: "ship" and "ships".
        private static boolean isFormOf(String word, String other) {
            int shorter = Math.min(word.length(), other.length());
            int same = 0;
            while (same < shorter && word.charAt(same) == other.charAt(same)) {
                same++;
            }
            return same >= MIN_STEM && same >= Math.max(word.length(), other.length()) - MAX_ENDING;
        }
    }

    /// The likeliest translations of the words that were searched for.
    public List<String> searched() {
        return glossed()
                .filter(word -> !word.isFunctionWord())
                .flatMap(word -> word.glosses().stream())
                .distinct()
                .toList();
    }

    private Stream<Word> glossed() {
        long translated =
                words.stream()
                        .filter(word -> !word.isFunctionWord() && !word.translations().isEmpty())
                        .count();
        return words.stream()
                .filter(word -> translated < MIN_TRANSLATED || !word.isTransliterated());
    }

    /// The same question with other words.
    public TranslatedQuestion with(List<Word> others) {
        return new TranslatedQuestion(from, to, others);
    }

    /// The likeliest translations, one word after the other: no sentence, but what a model of the
    /// language can still make sense of.
    public String gloss() {
        return glossed().flatMap(word -> word.glosses().stream()).collect(Collectors.joining(" "));
    }
}
