package dev.verbatim.language;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How often each stem was translated by each word, and the table that is made of it.
final class TranslationCounts {

    /// Less is chance.
    private static final double MIN_PROBABILITY = 0.02;

    private static final int MAX_TRANSLATIONS = 12;

    /// What is added to the number of a stem's translations: one that was seen once and unclearly
    /// is less sure than its share says.
    private static final double DOUBT = 0.3;

    private final ParallelText.Side from;
    private final ParallelText.Side to;
    private final Map<Integer, Map<Integer, Double>> counts = new TreeMap<>();

    private TranslationCounts(ParallelText.Side from, ParallelText.Side to) {
        this.from = from;
        this.to = to;
    }

    static TranslationCounts between(ParallelText.Side from, ParallelText.Side to) {
        return new TranslationCounts(from, to);
    }

    /// Adds a pair of sentences.
    ///
    /// @param links how surely a word of one, by row, and one of the other are linked
    void addAll(int pair, double[][] links) {
        int[] stems = from.stems().get(pair);
        int[] words = to.words().get(pair);
        for (int row = 0; row < stems.length; row++) {
            for (int column = 0; column < words.length; column++) {
                if (links[row][column] > 0) {
                    add(stems[row], words[column], links[row][column]);
                }
            }
        }
    }

    private void add(int stem, int word, double link) {
        counts.computeIfAbsent(stem, _ -> new TreeMap<>()).merge(word, link, Double::sum);
    }

    /// Writes what [TranslationTable#read] reads.
    void write(DataOutputStream out) throws IOException {
        Map<String, Map<String, Integer>> table = table();
        SortedSet<String> targets = new TreeSet<>();
        table.values().forEach(row -> targets.addAll(row.keySet()));
        List<String> sorted = new ArrayList<>(targets);
        writeSorted(new ArrayList<>(table.keySet()), out);
        writeSorted(sorted, out);
        out.writeInt(table.values().stream().mapToInt(Map::size).sum());
        Map<String, Integer> places = new TreeMap<>();
        sorted.forEach(word -> places.put(word, places.size()));
        for (Map<String, Integer> row : table.values()) {
            writeRow(row, places, out);
        }
    }

    private static void writeRow(
            Map<String, Integer> row, Map<String, Integer> places, DataOutputStream out)
            throws IOException {
        out.writeByte(row.size());
        List<Map.Entry<String, Integer>> best = new ArrayList<>(row.entrySet());
        best.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        for (Map.Entry<String, Integer> one : best) {
            out.writeInt(places.getOrDefault(one.getKey(), 0));
            out.writeByte(one.getValue());
        }
    }

    private static void writeSorted(List<String> sorted, DataOutputStream out) throws IOException {
        out.writeInt(sorted.size());
        String previous = "";
        for (String word : sorted) {
            int shared = 0;
            while (shared < Math.min(255, Math.min(previous.length(), word.length()))
                    && previous.charAt(shared) == word.charAt(shared)) {
                shared++;
            }
            out.writeByte(shared);
            out.writeUTF(word.substring(shared));
            previous = word;
        }
    }

    /// The steps of the probability of each word, by stem.
    private Map<String, Map<String, Integer>> table() {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        counts.forEach(
                (stem, row) -> {
                    Map<String, Integer> kept = pruned(row);
                    if (!kept.isEmpty()) {
                        table.put(from.stemVocabulary().word(stem), kept);
                    }
                });
        return table;
    }

    private Map<String, Integer> pruned(Map<Integer, Double> row) {
        double sum = DOUBT + row.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Integer> kept = new TreeMap<>();
        row.entrySet().stream()
                .filter(one -> one.getValue() / sum >= MIN_PROBABILITY)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MAX_TRANSLATIONS)
                .forEach(one -> kept.put(word(one.getKey()), steps(one.getValue() / sum)));
        return kept;
    }

    private String word(int index) {
        return to.wordVocabulary().word(index);
    }

    private static int steps(double probability) {
        return (int) Math.round(probability * TranslationTable.PROBABILITY_STEPS);
    }
}
