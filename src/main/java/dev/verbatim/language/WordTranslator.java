package dev.verbatim.language;

import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// A translator of the words of a text, by the tables of two languages: of one that isn't English
/// into another that isn't, through English.
final class WordTranslator {

    /// A part of a compound is at least as long.
    private static final int MIN_PART = 3;

    /// Between the parts of a German compound.
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");

    /// The lists of phrases that questions open with and that say what kind of answer is expected.
    private static final List<String> OPENINGS =
            List.of(
                    "phrase.ask-time",
                    "phrase.ask-place",
                    "phrase.ask-number",
                    "phrase.ask-person",
                    "phrase.ask-reason",
                    "phrase.ask-other");

    /// Analyzers are thread-safe and reuse what they make.
    private static final Map<Language, Analyzer> STEMMERS = new ConcurrentHashMap<>();

    private final Language from;
    private final Language to;
    private final CharArraySet stopWords;

    WordTranslator(Language from, Language to) {
        this.from = from;
        this.to = to;
        stopWords = from.stopWords();
    }

    /// The words of a question with their translations. A compound that no table has is its parts,
    /// and the phrase that the question opens with is what the other language opens with.
    List<Word> words(String question) {
        List<Token> tokens = tokens(question);
        List<Word> words = new ArrayList<>();
        int opening = addOpening(tokens, words);
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= opening || !isFunctionWord(tokens.get(i))) {
                words.addAll(words(tokens.get(i), i == 0));
            }
        }
        return words;
    }

    /// "How many", "when", "who": words that a table has among many others.
    ///
    /// @return how many tokens the phrase has, 0 when the question doesn't open with one
    private int addOpening(List<Token> tokens, List<Word> words) {
        String text = tokens.stream().map(Token::lower).collect(Collectors.joining(" ", "", " "));
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

    /// The opening of the same kind that is likeliest, or the plainest.
    private Word opening(String phrase, Token first, List<String> openings) {
        String likeliest =
                translations(first.stem()).stream()
                        .map(Translation::word)
                        .filter(openings::contains)
                        .findFirst()
                        .orElse(openings.getFirst());
        return new Word(phrase, true, false, List.of(new Translation(likeliest, 1)));
    }

    private record Token(String stem, String text) {

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /// All of them before any is looked up: an analyzer makes one stream at a time.
    private List<Token> tokens(String text) {
        List<Token> all = new ArrayList<>();
        try (TokenStream tokens = stemmer(from).tokenStream("", text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = text.substring(place.startOffset(), place.endOffset());
                all.add(new Token(stem.toString(), word));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
        return all;
    }

    private static Analyzer stemmer(Language language) {
        return STEMMERS.computeIfAbsent(language, Language::stemmer);
    }

    private List<Word> words(Token token, boolean isFirst) {
        boolean function = isFunctionWord(token);
        List<Translation> translations = translations(token.stem());
        if (translations.isEmpty() && !function) {
            List<Word> parts = from == Language.GERMAN ? parts(token.lower()) : List.of();
            return parts.isEmpty()
                    ? List.of(new Word(token.text(), false, true, neighbours(token)))
                    : parts;
        }
        return List.of(
                new Word(token.text(), function, !isFirst && looksLikeName(token), translations));
    }

    private boolean isFunctionWord(Token token) {
        return stopWords.contains(token.lower()) || from.isFunctionWord(token.lower());
    }

    /// In German every noun has a capital letter.
    private boolean looksLikeName(Token token) {
        return from != Language.GERMAN && Character.isUpperCase(token.text().codePointAt(0));
    }

    private List<Translation> neighbours(Token token) {
        if (looksLikeName(token)) {
            return List.of();
        }
        if (from == Language.ENGLISH) {
            return TranslationTable.fromEnglish(to).ofNeighbour(token.stem());
        }
        return fromEnglish(TranslationTable.toEnglish(from).ofNeighbour(token.stem()));
    }

    private List<Translation> translations(String stem) {
        return from == Language.ENGLISH
                ? TranslationTable.fromEnglish(to).of(stem)
                : fromEnglish(TranslationTable.toEnglish(from).of(stem));
    }

    private List<Translation> fromEnglish(List<Translation> english) {
        return to == Language.ENGLISH ? english : throughEnglish(english);
    }

    /// The translations of translations, each as likely as all ways to it.
    private List<Translation> throughEnglish(List<Translation> english) {
        Map<String, Double> sums = new HashMap<>();
        for (Translation one : english) {
            for (String stem : AnalyzedTerms.of(stemmer(Language.ENGLISH), "", one.word())) {
                for (Translation two : TranslationTable.fromEnglish(to).of(stem)) {
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

    /// The parts of a compound, both of which the table knows: the cut whose shorter part is the
    /// longest; none when there is no such cut.
    private List<Word> parts(String compound) {
        List<Word> best = List.of();
        for (int cut = MIN_PART; cut <= compound.length() - MIN_PART; cut++) {
            List<Word> parts = parts(compound.substring(0, cut), compound.substring(cut));
            if (shorter(parts) > shorter(best)) {
                best = parts;
            }
        }
        return best;
    }

    private static int shorter(List<Word> parts) {
        return parts.stream().mapToInt(part -> part.text().length()).min().orElse(0);
    }

    private List<Word> parts(String first, String last) {
        List<Word> head = part(last);
        return head.isEmpty()
                ? List.of()
                : LINKS.stream()
                        .filter(first::endsWith)
                        .map(link -> first.substring(0, first.length() - link.length()))
                        .filter(modifier -> modifier.length() >= MIN_PART)
                        .map(this::part)
                        .filter(modifier -> !modifier.isEmpty())
                        .map(modifier -> List.of(modifier.getFirst(), head.getFirst()))
                        .findFirst()
                        .orElse(List.of());
    }

    private List<Word> part(String word) {
        return AnalyzedTerms.of(stemmer(from), "", word).stream()
                .map(this::translations)
                .filter(translations -> !translations.isEmpty())
                .map(translations -> new Word(word, false, false, translations))
                .toList();
    }
}
