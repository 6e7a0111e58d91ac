package dev.verbatim.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// A dense vector search for one question in one snapshot of the index.
final class DenseSearch {

    /// Up to this many passages every vector is compared, which takes some 5 ms and misses nothing.
    /// Beyond it the graph is searched (HNSW, Malkov and Yashunin 2016), which finds 999 of 1,000.
    static final int EXACT_UP_TO = 20_000;

    private final IndexSnapshot snapshot;
    private final float[] question;

    DenseSearch(IndexSnapshot snapshot, float[] question) {
        this.snapshot = snapshot;
        this.question = question;
    }

    /// The passages nearest to the question, nearest first.
    List<Integer> nearest(int count, @Nullable Query filter) throws IOException {
        return snapshot.passages() <= EXACT_UP_TO ? byScan(count, filter) : byGraph(count, filter);
    }

    List<Integer> byGraph(int count, @Nullable Query filter) throws IOException {
        Query query = new KnnFloatVectorQuery(snapshot.vectorField(), question, count, filter);
        return documents(Arrays.asList(snapshot.search(query, count).scoreDocs));
    }

    List<Integer> byScan(int count, @Nullable Query filter) throws IOException {
        Comparator<ScoreDoc> nearestLast = Comparator.comparingDouble(hit -> hit.score);
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(nearestLast);
        Weight weight =
                filter == null
                        ? null
                        : snapshot.createWeight(
                                snapshot.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            scan(leaf, weight, hit -> keep(best, hit, count));
        }
        List<ScoreDoc> hits = new ArrayList<>(best);
        hits.sort(nearestLast.reversed());
        return documents(hits);
    }

    private interface HitCollector {
        void collect(ScoreDoc hit);
    }

    private void scan(LeafReaderContext leaf, @Nullable Weight filter, HitCollector collector)
            throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(snapshot.vectorField());
        Scorer allowed = filter == null ? null : filter.scorer(leaf);
        if (vectors == null || (filter != null && allowed == null)) {
            return;
        }
        VectorScorer scorer = vectors.scorer(question);
        DocIdSetIterator documents =
                allowed == null
                        ? scorer.iterator()
                        : ConjunctionUtils.intersectIterators(
                                List.of(allowed.iterator(), scorer.iterator()));
        Bits live = leaf.reader().getLiveDocs();
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (live == null || live.get(document)) {
                collector.collect(new ScoreDoc(leaf.docBase + document, scorer.score()));
            }
        }
    }

    private static void keep(PriorityQueue<ScoreDoc> best, ScoreDoc hit, int count) {
        if (best.size() < count) {
            best.add(hit);
        } else if (best.element().score < hit.score) {
            best.remove();
            best.add(hit);
        }
    }

    private static List<Integer> documents(List<ScoreDoc> hits) {
        return hits.stream().map(hit -> hit.doc).toList();
    }

    /// The cosine of the question and each of these documents that has a vector.
    Map<Integer, Double> cosines(SortedSet<Integer> documents) throws IOException {
        Map<Integer, Double> cosines = new HashMap<>();
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            addCosines(leaf, IndexSnapshot.inLeaf(leaf, documents), cosines);
        }
        return cosines;
    }

    private void addCosines(
            LeafReaderContext leaf, SortedSet<Integer> documents, Map<Integer, Double> cosines)
            throws IOException {
        FloatVectorValues vectors =
                documents.isEmpty()
                        ? null
                        : leaf.reader().getFloatVectorValues(snapshot.vectorField());
        if (vectors == null) {
            return;
        }
        KnnVectorValues.DocIndexIterator found = vectors.iterator();
        for (int document : documents) {
            if (advance(found, document - leaf.docBase)) {
                float[] vector = vectors.vectorValue(found.index());
                cosines.put(document, (double) VectorUtil.dotProduct(question, vector));
            }
        }
    }

    /// Whether there is a vector at a document. The iterator only moves forward, and may be there
    /// already.
    private static boolean advance(DocIdSetIterator found, int document) throws IOException {
        return (found.docID() < document ? found.advance(document) : found.docID()) == document;
    }
}
