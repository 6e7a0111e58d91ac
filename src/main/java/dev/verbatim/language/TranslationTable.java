package dev.verbatim.language;

import dev.verbatim.language.TranslatedQuestion.Translation;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A table of the probabilities with which words of one language are translated by words of
/// another. Immutable and thread-safe.
///
/// Words are looked up by their stem, as the index has it, and translated by whole words in lower
/// case. Both directions of a language and English are in one resource, `CODE.table` in
/// `translation`, which is read when it is first asked for; `TABLES.md` beside it says what they
/// were learned from.
final class TranslationTable {

    /// The number of steps that a probability is stored in.
    static final int PROBABILITY_STEPS = 255;

    /// Before a form that has translations of its own, where its stem's are those of other words.
    static final String FORM = "=";

    /// A word shares at least so many letters with its neighbour, and such a share of its own.
    private static final int MIN_PREFIX = 5;

    private static final double MIN_SHARED = 0.7;

    /// How much less probable the translations of a neighbour are.
    private static final double NEIGHBOUR = 0.7;

    private static final TranslationTable EMPTY =
            new TranslationTable(new String[0], new String[0], new int[1], new int[0], new byte[0]);

    private static final Map<Language, Optional<Pair>> LOADED = new ConcurrentHashMap<>();

    private final String[] stems;
    private final String[] words;
    private final int[] starts;
    private final int[] translations;
    private final byte[] probabilities;

    /// @param stems sorted
    /// @param words sorted
    /// @param starts the index of each stem's first translation, and the number of all
    /// @param translations indices of words
    private TranslationTable(
            String[] stems,
            String[] words,
            int[] starts,
            int[] translations,
            byte[] probabilities) {
        this.stems = stems;
        this.words = words;
        this.starts = starts;
        this.translations = translations;
        this.probabilities = probabilities;
    }

    private record Pair(TranslationTable toEnglish, TranslationTable fromEnglish) {}

    /// Whether there is a table of a language and English.
    static boolean exists(Language language) {
        return pair(language).isPresent();
    }

    /// The table from a language to English; without words when there is none.
    static TranslationTable toEnglish(Language language) {
        return pair(language).map(Pair::toEnglish).orElse(EMPTY);
    }

    /// The table from English to a language; without words when there is none.
    static TranslationTable fromEnglish(Language language) {
        return pair(language).map(Pair::fromEnglish).orElse(EMPTY);
    }

    private static Optional<Pair> pair(Language language) {
        return LOADED.computeIfAbsent(language, TranslationTable::load);
    }

    private static Optional<Pair> load(Language language) {
        String name = "translation/" + language.code() + ".table";
        byte[] content = content(name);
        return content == null ? Optional.empty() : Optional.of(read(name, content));
    }

    private static byte @Nullable [] content(String name) {
        try (InputStream resource = TranslationTable.class.getResourceAsStream(name)) {
            return resource == null ? null : resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private static Pair read(String name, byte[] content) {
        requireIntact(name, content);
        try (DataInputStream in =
                new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            return new Pair(read(in), read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private static void requireIntact(String name, byte[] content) {
        byte[] expected = content(name + ".sha256");
        String found = sha256(content);
        if (expected == null
                || !new String(expected, StandardCharsets.US_ASCII).startsWith(found)) {
            throw new IllegalStateException(
                    name + " isn't the file that its checksum was made of. Build the jar again.");
        }
    }

    /// The checksum that is kept beside a table.
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The format: the stems, the words, then for each stem the number of its translations, each
    /// with the index of its word and its probability in steps.
    static TranslationTable read(DataInputStream in) throws IOException {
        String[] stems = readSorted(in);
        String[] words = readSorted(in);
        int[] starts = new int[stems.length + 1];
        int[] translations = new int[in.readInt()];
        byte[] probabilities = new byte[translations.length];
        for (int stem = 0; stem < stems.length; stem++) {
            starts[stem + 1] = starts[stem] + in.readUnsignedByte();
            for (int i = starts[stem]; i < starts[stem + 1]; i++) {
                translations[i] = in.readInt();
                probabilities[i] = in.readByte();
            }
        }
        return new TranslationTable(stems, words, starts, translations, probabilities);
    }

    /// Each word is written as the number of its first characters that it shares with the one
    /// before it, and the others.
    private static String[] readSorted(DataInputStream in) throws IOException {
        String[] sorted = new String[in.readInt()];
        String previous = "";
        for (int i = 0; i < sorted.length; i++) {
            previous = previous.substring(0, in.readUnsignedByte()) + in.readUTF();
            sorted[i] = previous;
        }
        return sorted;
    }

    /// The translations of a word, the most probable first; none when the word isn't known.
    ///
    /// @param stem as the index has it
    List<Translation> of(String stem) {
        int at = Arrays.binarySearch(stems, stem);
        return at < 0 ? List.of() : translations(at, 1);
    }

    /// The translations of a form of a word: its own, or else those of its stem.
    ///
    /// @param word as it is written
    List<Translation> of(String stem, String word) {
        List<Translation> own = of(FORM + form(word));
        return own.isEmpty() ? of(stem) : own;
    }

    /// A word in lower case, without an article before an apostrophe or an English possessive.
    static String form(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        int apostrophe = lower.indexOf('\'');
        if (apostrophe < 0) {
            return lower;
        }
        return apostrophe * 2 < lower.length()
                ? lower.substring(apostrophe + 1)
                : lower.substring(0, apostrophe);
    }

    /// The translations of the word that shares the most first letters with one that isn't known: a
    /// form that the stemmer keeps apart. Less probable than those of a known one; none when too
    /// few letters are the same.
    List<Translation> ofNeighbour(String stem) {
        int next = -Arrays.binarySearch(stems, stem) - 1;
        int before = next > 0 ? commonPrefix(stems[next - 1], stem) : 0;
        int after = next >= 0 && next < stems.length ? commonPrefix(stems[next], stem) : 0;
        int needed = Math.max(MIN_PREFIX, (int) Math.ceil(stem.length() * MIN_SHARED));
        if (Math.max(before, after) < needed) {
            return List.of();
        }
        return translations(before > after ? next - 1 : next, NEIGHBOUR);
    }

    private static int commonPrefix(String one, String other) {
        int shared = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return shared < 0 ? one.length() : shared;
    }

    private List<Translation> translations(int stem, double weight) {
        List<Translation> found = new ArrayList<>();
        for (int i = starts[stem]; i < starts[stem + 1]; i++) {
            double probability = Byte.toUnsignedInt(probabilities[i]) / (double) PROBABILITY_STEPS;
            found.add(new Translation(words[translations[i]], weight * probability));
        }
        return found;
    }
}
