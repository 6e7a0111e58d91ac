package dev.verbatim.language;

import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import dev.verbatim.language.WordTranslator.PlacedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The English gloss of a text: each word carried over by itself, in the order of the text.
///
/// It is no English, and never shown as an answer, but a model that knows only English makes more
/// of it than of the text. Punctuation, numbers and blanks stay as they are, a name gets Latin
/// letters, and what the model says of a part of the gloss is said of the part of the text that it
/// stands for. Immutable; the same text always has the same gloss.
public final class GlossedText {

    private static final Map<Language, WordTranslator> TRANSLATORS = new ConcurrentHashMap<>();

    private static final int FIRST_NOT_ASCII = 0x80;

    private final String text;
    private final List<Part> parts;

    private GlossedText(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /// A place in a text.
    ///
    /// @param start in UTF-16 units
    /// @param end exclusive
    public record Place(int start, int end) {}

    /// A part of the gloss, never empty, and what it stands for.
    ///
    /// @param isCopied whether it is the same, so that each of its characters stands for one
    private record Part(Place gloss, Place original, boolean isCopied) {

        int originalStart(int at) {
            return isCopied ? original.start() + at - gloss.start() : original.start();
        }

        int originalEnd(int at) {
            return isCopied ? original.start() + at - gloss.start() : original.end();
        }
    }

    /// Whether texts in a language have a gloss, because there is a table of it and English.
    public static boolean exists(Locale language) {
        return withTable(language).isPresent();
    }

    private static Optional<Language> withTable(Locale language) {
        return Language.of(language).filter(TranslationTable::exists);
    }

    /// The gloss of a text; the text itself in a language that has none.
    public static GlossedText of(String text, Locale from) {
        Glossing glossing = new Glossing(text);
        withTable(from).ifPresent(language -> glossing.add(words(text, language)));
        return glossing.finished();
    }

    /// No word is known to the articles as it is: a gloss depends on nothing but the text.
    private static List<PlacedWord> words(String text, Language from) {
        return TRANSLATORS
                .computeIfAbsent(
                        from,
                        language -> new WordTranslator(language, Language.ENGLISH, _ -> false))
                .placedWords(text);
    }

    public String text() {
        return text;
    }

    /// The place in the original that a part of the gloss stands for: the whole of each word that
    /// it has a part of.
    ///
    /// @param start in UTF-16 units of the gloss
    /// @param end exclusive
    public Place original(int start, int end) {
        if (parts.isEmpty()) {
            return new Place(0, 0);
        }
        int from = at(start).originalStart(start);
        return new Place(from, end > start ? at(end - 1).originalEnd(end) : from);
    }

    /// The part that a place lies in; the last one for the end of the gloss.
    private Part at(int place) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).gloss().start() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    /// A gloss that is being made, from the beginning of a text to its end.
    private static final class Glossing {

        private final String original;
        private final StringBuilder gloss = new StringBuilder();
        private final List<Part> parts = new ArrayList<>();

        /// The end of what has its gloss.
        private int done;

        Glossing(String original) {
            this.original = original;
        }

        void add(List<PlacedWord> words) {
            for (PlacedWord word : words) {
                copyTo(word.start());
                add(gloss(word), new Place(word.start(), word.end()), false);
            }
        }

        /// A word that was left out leaves one blank, not two.
        private void copyTo(int end) {
            boolean doubled =
                    done < end && isBlank(original, done) && isBlank(gloss, gloss.length() - 1);
            int start = doubled ? done + 1 : done;
            add(original.substring(start, end), new Place(start, end), true);
        }

        private static boolean isBlank(CharSequence text, int at) {
            return at >= 0 && text.charAt(at) == ' ';
        }

        private void add(String glossed, Place place, boolean isCopied) {
            if (!glossed.isEmpty()) {
                int start = gloss.length();
                gloss.append(glossed);
                parts.add(new Part(new Place(start, gloss.length()), place, isCopied));
            }
            done = place.end();
        }

        GlossedText finished() {
            copyTo(original.length());
            return new GlossedText(gloss.toString(), parts);
        }
    }

    /// What the word's parts are likeliest to mean: a compound has several, most words one.
    private static String gloss(PlacedWord placed) {
        return placed.words().stream()
                .map(GlossedText::gloss)
                .filter(gloss -> !gloss.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Empty for a function word that English has none for.
    private static String gloss(Word word) {
        return word.translations().stream()
                .max(Comparator.comparingDouble(Translation::probability))
                .map(Translation::word)
                .orElseGet(() -> word.isFunctionWord() ? "" : latin(word.text()));
    }

    /// A name with its capital letter. One that English writes the same stays as it is.
    private static String latin(String name) {
        String word = name.replace('’', '\'');
        if (word.chars().allMatch(letter -> letter < FIRST_NOT_ASCII)) {
            return word;
        }
        String latin = NameSimilarity.latin(word);
        return Character.isUpperCase(word.codePointAt(0)) && !latin.isEmpty()
                ? latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1)
                : latin;
    }
}
