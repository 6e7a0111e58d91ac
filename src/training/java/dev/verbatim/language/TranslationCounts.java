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

    /// How often a form must have been translated to have translations of its own, and how far, in
    /// probability, they must be from those of its stem: "стать" (to become) has the stem of
    /// "статья" (article).
    private static final double MIN_FORM = 2;

    private static final double MIN_DIFFERENCE = 0.25;

    /// As how many translations of a form those of its stem count.
    private static final double STEM = 2;

    /// What is added to the number of a stem's translations: one that was seen once and unclearly
    /// is less sure than its share says.
    private static final double DOUBT = 0.3;

    private final ParallelText.Side from;
    private final ParallelText.Side to;
    private final Map<Integer, Map<Integer, Double>> counts = new TreeMap<>();
    private final Map<Integer, Map<Integer, Double>> formCounts = new TreeMap<>();
    private final Map<Integer, Integer> stemsOfForms = new TreeMap<>();

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
        int[] forms = from.words().get(pair);
        int[] words = to.words().get(pair);
        for (int row = 0; row < stems.length; row++) {
            for (int column = 0; column < words.length; column++) {
                if (links[row][column] > 0) {
                    add(counts, stems[row], words[column], links[row][column]);
                    add(formCounts, forms[row], words[column], links[row][column]);
                    stemsOfForms.put(forms[row], stems[row]);
                }
            }
        }
    }

    private static void add(
            Map<Integer, Map<Integer, Double>> counts, int stem, int word, double link) {
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
        formCounts.forEach(
                (form, row) -> {
                    Map<Integer, Double> stem =
                            counts.getOrDefault(stemsOfForms.getOrDefault(form, -1), Map.of());
                    if (sum(row) >= MIN_FORM && difference(row, stem) >= MIN_DIFFERENCE) {
                        table.put(
                                TranslationTable.FORM + from.wordVocabulary().word(form),
                                pruned(smoothed(row, stem)));
                    }
                });
        return table;
    }

    private static double sum(Map<Integer, Double> row) {
        return row.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The translations of a form, and of its stem as far as they count.
    private static Map<Integer, Double> smoothed(
            Map<Integer, Double> form, Map<Integer, Double> stem) {
        Map<Integer, Double> all = new TreeMap<>(form);
        double sum = sum(stem);
        stem.forEach((word, count) -> all.merge(word, STEM * count / sum, Double::sum));
        return all;
    }

    /// The total variation distance of the translations of a form, smoothed, and of its stem.
    private static double difference(Map<Integer, Double> form, Map<Integer, Double> stem) {
        Map<Integer, Double> smoothed = smoothed(form, stem);
        double sum = sum(smoothed);
        double stemSum = sum(stem);
        return smoothed.entrySet().stream()
                        .mapToDouble(
                                one ->
                                        Math.abs(
                                                one.getValue() / sum
                                                        - stem.getOrDefault(one.getKey(), 0.0)
                                                                / stemSum))
                        .sum()
                / 2;
    }

    private Map<String, Integer> pruned(Map<Integer, Double> row) {
        double sum = DOUBT + sum(row);
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
