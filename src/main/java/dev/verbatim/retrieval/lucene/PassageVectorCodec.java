package dev.verbatim.retrieval.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

/// Lucene's own format, with the vectors that the graph is walked by in a byte a number.
///
/// That is a quarter of the memory. The vectors as they were made are kept beside them, and every
/// candidate is scored by those ([DenseSearch#cosines]), so only who becomes a candidate can
/// change.
final class PassageVectorCodec extends Lucene104Codec {

    private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
