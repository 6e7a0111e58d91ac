package dev.verbatim.retrieval.opensearch;

import dev.verbatim.retrieval.ranking.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// A cache of the words of each language that passages are in. Thread-safe.
///
/// Words are only added to an index, so after a change the new ones are read, and no others. A word
/// whose last passage is gone stays, and finds nothing.
final class VocabularyCache {

    /// The cluster gives no more at once.
    private static final int PAGE = 10_000;

    private final Map<String, Entry> entries = new HashMap<>();

    /// The words of a language.
    ///
    /// @param generation of the index that they were read in
    private record Entry(long generation, List<String> words, Vocabulary vocabulary) {

        static Entry of(long generation, List<String> words) {
            return new Entry(
                    generation,
                    words,
                    new Vocabulary(
                            first -> words.subList(at(first, words), words.size()).iterator()));
        }

        private static int at(String first, List<String> words) {
            int found = Collections.binarySearch(words, first);
            return found < 0 ? -found - 1 : found;
        }
    }

    private static final Entry NONE = Entry.of(-1, List.of());

    synchronized Vocabulary vocabulary(String language, long generation, ClusterSearch search) {
        Entry known = entries.getOrDefault(language, NONE);
        if (known.generation() < generation) {
            SortedSet<String> words = new TreeSet<>(read(language, known.generation(), search));
            known =
                    words.isEmpty()
                            ? new Entry(generation, known.words(), known.vocabulary())
                            : merged(known, words, generation);
            entries.put(language, known);
        }
        return known.vocabulary();
    }

    private static Entry merged(Entry known, SortedSet<String> more, long generation) {
        more.addAll(known.words());
        return Entry.of(generation, new ArrayList<>(more));
    }

    /// The words that were added to the index after a generation.
    static List<String> read(String language, long after, ClusterSearch search) {
        List<String> words = new ArrayList<>();
        int before;
        do {
            before = words.size();
            Map<String, Object> page = new HashMap<>(page(language, after));
            if (before > 0) {
                page.put("search_after", List.of(words.getLast()));
            }
            for (JsonNode hit :
                    ClusterSearch.hits(
                            OpenSearchClient.join(search.run(List.of(page))).getFirst())) {
                words.add(hit.path("sort").path(0).asString(""));
            }
        } while (words.size() - before == PAGE);
        return words;
    }

    private static Map<String, Object> page(String language, long after) {
        return Map.of(
                "size",
                PAGE,
                "track_total_hits",
                false,
                "_source",
                false,
                "sort",
                List.of(Map.of(IndexSchema.WORD, "asc")),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("term", Map.of(IndexSchema.VOCABULARY, language)),
                                        Map.of(
                                                "range",
                                                Map.of(
                                                        IndexSchema.GENERATION,
                                                        Map.of("gt", after)))))));
    }
}
