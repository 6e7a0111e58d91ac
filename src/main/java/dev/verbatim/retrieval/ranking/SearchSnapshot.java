package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Passage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// A view of an index that doesn't change while a question is answered: what an engine must be able
/// to do.
///
/// @param <K> what the engine tells passages apart by, in the order in which they were indexed
public interface SearchSnapshot<K extends Comparable<K>> extends Vocabulary.Source {

    int articles();

    int passages();

    /// Whether any passage has a vector. If none has, the question needs none.
    boolean hasVectors();

    /// Finds the passages with the best BM25 scores, and those nearest to the query's vector if it
    /// has one.
    ///
    /// @param count how many of each at most
    Hits<K> search(PassageQuery query, int count) throws IOException;

    /// Finds the passages that share the most terms with a text, best first: those that two
    /// neighbours in the text are near each other in count more.
    ///
    /// @param terms in the order of the text
    /// @param articleIds the articles to search; empty means all
    List<K> sharing(String language, List<String> terms, Set<String> articleIds, int count)
            throws IOException;

    /// Reads what was stored of passages, in any order.
    void read(Collection<K> keys, PassageConsumer<K> consumer) throws IOException;

    /// A consumer of stored passages.
    interface PassageConsumer<K> {

        /// Takes a passage.
        ///
        /// @param terms as a [PassageEncoder] made them; to be read at once
        void accept(K key, Passage passage, ByteBuffer terms);
    }

    /// The passages found for a query.
    ///
    /// @param documentFrequencies by language, of every term of the query that occurs
    record Hits<K>(List<Hit<K>> hits, Map<String, Map<String, Integer>> documentFrequencies) {}

    /// A passage found for a query, before anything that a reader sees of it is read.
    ///
    /// @param bm25 0 when no word of the question occurs
    /// @param cosine of question and passage; missing when either has no vector
    /// @param sentenceCosines in the order of the text; none when either has no vector
    record Hit<K>(K key, double bm25, OptionalDouble cosine, List<Double> sentenceCosines) {}
}
