package dev.verbatim.language;

import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;

/// A translator of the words of a text, by the tables of two languages: of one that isn't English
/// into another that isn't, through English.
final class WordTranslator {

    /// A shorter part of a compound must be as sure as that.
    private static final double SURE = 0.6;

    /// Shorter ones are in the articles by chance.
    private static final int MIN_SPELLING = 5;

    private static final String MANNER = "translation.manner";

    /// The lists of phrases that questions open with and that say what kind of answer is expected.
    private static final List<String> OPENINGS =
            List.of(
                    "phrase.ask-time",
                    "phrase.ask-place",
                    "phrase.ask-amount",
                    "phrase.ask-age",
                    "phrase.ask-duration",
                    "phrase.ask-number",
                    "phrase.ask-person",
                    "phrase.ask-reason",
                    "phrase.ask-other");

    /// Analyzers are thread-safe and reuse what they make.
    private static final Map<Language, Analyzer> STEMMERS = new ConcurrentHashMap<>();

    private final Language from;
    private final Language to;
    private final Predicate<String> isKnown;
    private final CharArraySet stopWords;
    private final Set<String> others;
    private final CompoundSplitter compounds;

    /// @param isKnown whether a word, as it is, is in the texts that are searched
    WordTranslator(Language from, Language to, Predicate<String> isKnown) {
        this.from = from;
        this.to = to;
        this.isKnown = isKnown;
        stopWords = from.stopWords();
        others = from.file().words("translation.function");
        compounds = new CompoundSplitter(this::part);
    }

    /// The words of a question with their translations. A compound that no table has is its parts,
    /// and the phrase that the question opens with is what the other language opens with.
    List<Word> words(String question) {
        List<StemmedToken> tokens = StemmedToken.all(Homoglyphs.mended(question), stemmer(from));
        List<Word> words = new ArrayList<>();
        int opening = addOpening(tokens, words);
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= opening || (opening > 1 && !isFunctionWord(tokens.get(i)))) {
                words.addAll(words(tokens.get(i), i == 0));
            }
        }
        return words;
    }

    /// A word of a text with its place in it, and what it is carried over as: itself, or the parts
    /// of a compound.
    ///
    /// @param start in UTF-16 units
    /// @param end exclusive
    record PlacedWord(int start, int end, List<Word> words) {

        PlacedWord {
            words = List.copyOf(words);
        }
    }

    /// The words of a text that is no question, in its order. Numbers are none.
    List<PlacedWord> placedWords(String text) {
        return StemmedToken.all(Homoglyphs.mended(text), stemmer(from)).stream()
                .filter(token -> token.text().codePoints().anyMatch(Character::isLetter))
                .map(token -> new PlacedWord(token.start(), token.end(), words(token, false)))
                .toList();
    }

    /// "How many", "when", "who": words that a table has among many others.
    ///
    /// @return how many tokens the phrase has, 0 when the question doesn't open with one
    private int addOpening(List<StemmedToken> tokens, List<Word> words) {
        String text =
                tokens.stream().map(StemmedToken::lower).collect(Collectors.joining(" ", "", " "));
        int longest = 0;
        for (String kind : OPENINGS) {
            for (String phrase : from.file().list(kind)) {
                int length = 1 + (int) phrase.chars().filter(letter -> letter == ' ').count();
                if (length > longest && text.startsWith(phrase + " ")) {
                    longest = length;
                    words.clear();
                    words.add(opening(phrase, tokens.getFirst(), to.file().list(kind)));
                }
            }
        }
        return longest;
    }

    /// The opening of the same kind that is likeliest, or the plainest: "how" for one that asks for
    /// a manner and for no other, which a stemmer may not tell apart.
    private Word opening(String phrase, StemmedToken first, List<String> openings) {
        List<String> manners = to.file().list(MANNER);
        boolean manner = from.file().list(MANNER).contains(phrase);
        String likeliest =
                translations(first).stream()
                        .map(Translation::word)
                        .filter(openings::contains)
                        .filter(word -> manners.contains(word) == manner)
                        .findFirst()
                        .orElse(manner ? manners.getFirst() : openings.getFirst());
        return new Word(phrase, true, false, List.of(new Translation(likeliest, 1)));
    }

    static Analyzer stemmer(Language language) {
        return STEMMERS.computeIfAbsent(language, Language::stemmer);
    }

    private List<Word> words(StemmedToken token, boolean isFirst) {
        List<Translation> translations = withOtherGender(token);
        if (isFunctionWord(token)) {
            return List.of(new Word(token.text(), true, false, translations));
        }
        if (!translations.isEmpty()) {
            boolean name = !isFirst && looksLikeName(token);
            return List.of(
                    new Word(
                            token.text(),
                            false,
                            name,
                            name ? withItself(token, translations) : translations));
        }
        return isKnown.test(latin(token))
                ? List.of(new Word(token.text(), false, false, withItself(token, List.of())))
                : unknown(token);
    }

    /// "Botschafterin" is "ambassadress" in the table, and "ambassador" in an article.
    private List<Translation> withOtherGender(StemmedToken token) {
        List<Translation> all = new ArrayList<>(translations(token));
        for (String ending : from.file().list("translation.gender")) {
            int cut = ending.indexOf(Cognates.SEPARATOR);
            if (token.lower().endsWith(ending.substring(0, cut))) {
                String other =
                        token.lower().substring(0, token.lower().length() - cut)
                                + ending.substring(cut + 1);
                part(other).stream()
                        .flatMap(word -> word.translations().stream())
                        .forEach(all::add);
                return all;
            }
        }
        return all;
    }

    /// A word that no table has is a compound, a form of one that a table has, or a name.
    private List<Word> unknown(StemmedToken token) {
        List<Word> parts = from == Language.GERMAN ? compounds.split(token.lower()) : List.of();
        if (!parts.isEmpty()) {
            return parts;
        }
        List<Translation> neighbours = neighbours(token);
        List<Word> joined = neighbours.isEmpty() ? joined(token) : List.of();
        return joined.isEmpty() ? List.of(new Word(token.text(), false, true, neighbours)) : joined;
    }

    /// The parts of a Russian compound; none when the articles have the word itself with another
    /// ending. The stems of Ukrainian are so short that a table has the first part for the whole.
    private List<Word> joined(StemmedToken token) {
        boolean mayBeJoined = from == Language.RUSSIAN && !looksLikeName(token);
        return !mayBeJoined || spellings(token).stream().anyMatch(isKnown)
                ? List.of()
                : compounds.splitAtVowel(token.lower(), token.stem().length());
    }

    private List<String> spellings(StemmedToken token) {
        return Cognates.of(token.text(), from, stemmer(from)).stream()
                .filter(spelling -> spelling.length() >= MIN_SPELLING)
                .toList();
    }

    private static String latin(StemmedToken token) {
        return NameSimilarity.latin(token.text());
    }

    /// A name that the texts have as it is.
    private List<Translation> withItself(StemmedToken token, List<Translation> translations) {
        String latin = latin(token);
        boolean isThere =
                translations.stream().anyMatch(translation -> translation.word().equals(latin));
        if (isThere || !isKnown.test(latin)) {
            return translations;
        }
        List<Translation> all = new ArrayList<>();
        all.add(new Translation(latin, 1));
        all.addAll(translations);
        return all;
    }

    private boolean isFunctionWord(StemmedToken token) {
        return isFunctionWord(token.lower());
    }

    private boolean isFunctionWord(String lower) {
        return stopWords.contains(lower) || from.isFunctionWord(lower) || others.contains(lower);
    }

    /// In German every noun has a capital letter.
    private boolean looksLikeName(StemmedToken token) {
        return from != Language.GERMAN && Character.isUpperCase(token.text().codePointAt(0));
    }

    private List<Translation> neighbours(StemmedToken token) {
        if (looksLikeName(token)) {
            return List.of();
        }
        if (from == Language.ENGLISH) {
            return TranslationTable.fromEnglish(to).ofNeighbour(token.stem());
        }
        return fromEnglish(TranslationTable.toEnglish(from).ofNeighbour(token.stem()));
    }

    private List<Translation> translations(StemmedToken token) {
        return from == Language.ENGLISH
                ? TranslationTable.fromEnglish(to).of(token.stem(), token.text())
                : fromEnglish(TranslationTable.toEnglish(from).of(token.stem(), token.text()));
    }

    private List<Translation> fromEnglish(List<Translation> english) {
        return to == Language.ENGLISH ? english : throughEnglish(english);
    }

    /// The translations of translations, each as likely as all ways to it.
    private List<Translation> throughEnglish(List<Translation> english) {
        Map<String, Double> sums = new HashMap<>();
        for (Translation one : english) {
            for (String stem : AnalyzedTerms.of(stemmer(Language.ENGLISH), "", one.word())) {
                for (Translation two : TranslationTable.fromEnglish(to).of(stem, one.word())) {
                    sums.merge(two.word(), one.probability() * two.probability(), Double::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .map(one -> new Translation(one.getKey(), one.getValue()))
                .sorted(
                        Comparator.comparingDouble(Translation::probability)
                                .reversed()
                                .thenComparing(Translation::word))
                .toList();
    }

    private List<Word> part(String word) {
        if (word.length() < CompoundSplitter.MIN_SURE_PART || isFunctionWord(word)) {
            return List.of();
        }
        double least = word.length() < CompoundSplitter.MIN_PART ? SURE : 0;
        return AnalyzedTerms.of(stemmer(from), "", word).stream()
                .map(stem -> translations(new StemmedToken(stem, word, 0)))
                .filter(all -> all.stream().anyMatch(one -> one.probability() >= least))
                .map(translations -> new Word(word, false, false, translations))
                .limit(1)
                .toList();
    }
}
