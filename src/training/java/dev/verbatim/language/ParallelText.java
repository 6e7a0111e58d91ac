package dev.verbatim.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Sentences in two languages, pair by pair, as the stems that the index has and the words that
/// they are of.
///
/// @param english one side
/// @param other the other side, with as many sentences
record ParallelText(Side english, Side other) {

    /// Longer sentences cost much and are aligned badly.
    private static final int MAX_WORDS = 80;

    /// Reads pairs, one a line: English, a tab, the other language.
    static ParallelText read(Path gzipped, Language language) throws IOException {
        ParallelText text = new ParallelText(new Side(Language.ENGLISH), new Side(language));
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(gzipped)),
                                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> text.add(line.split("\t", -1)));
        }
        return text;
    }

    private void add(String[] pair) {
        if (pair.length == 2) {
            add(pair[0], pair[1]);
        }
    }

    /// Adds a pair, unless a side is empty or too long.
    void add(String englishSentence, String otherSentence) {
        int[][] left = english.analyzed(englishSentence);
        int[][] right = other.analyzed(otherSentence);
        if (isUsable(left[0]) && isUsable(right[0])) {
            english.add(left);
            other.add(right);
        }
    }

    private static boolean isUsable(int[] sentence) {
        return sentence.length > 0 && sentence.length <= MAX_WORDS;
    }

    int size() {
        return english.stems.size();
    }

    /// The numbers of words of a pair: of the English sentence, and of the other one.
    int[] lengths(int pair) {
        return new int[] {english.stems.get(pair).length, other.stems.get(pair).length};
    }

    /// One language's sentences, as indices of stems and of words.
    static final class Side {

        private final Analyzer analyzer;
        private final Vocabulary stemVocabulary = new Vocabulary();
        private final Vocabulary wordVocabulary = new Vocabulary();
        private final List<int[]> stems = new ArrayList<>();
        private final List<int[]> words = new ArrayList<>();

        Side(Language language) {
            analyzer = language.stemmer();
        }

        private void add(int[][] sentence) {
            stems.add(sentence[0]);
            words.add(sentence[1]);
        }

        List<int[]> stems() {
            return stems;
        }

        List<int[]> words() {
            return words;
        }

        Vocabulary stemVocabulary() {
            return stemVocabulary;
        }

        Vocabulary wordVocabulary() {
            return wordVocabulary;
        }

        /// The sentence's stems, and its words.
        private int[][] analyzed(String sentence) {
            List<Integer> stemIndices = new ArrayList<>();
            List<Integer> wordIndices = new ArrayList<>();
            try (TokenStream tokens = analyzer.tokenStream("", sentence)) {
                CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
                OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    String word = sentence.substring(place.startOffset(), place.endOffset());
                    stemIndices.add(stemVocabulary.index(stem.toString()));
                    wordIndices.add(wordVocabulary.index(TranslationTable.form(word)));
                }
                tokens.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new int[][] {array(stemIndices), array(wordIndices)};
        }

        private static int[] array(List<Integer> indices) {
            return indices.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// A vocabulary that numbers words in the order in which they come.
    static final class Vocabulary {

        private final Map<String, Integer> indices = new HashMap<>();
        private final List<String> all = new ArrayList<>();

        int index(String word) {
            Integer known = indices.putIfAbsent(word, all.size());
            if (known != null) {
                return known;
            }
            all.add(word);
            return all.size() - 1;
        }

        String word(int index) {
            return all.get(index);
        }

        int size() {
            return all.size();
        }
    }
}
