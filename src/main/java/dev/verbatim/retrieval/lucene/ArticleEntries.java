package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.VectorCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// Makes the entries of an article in the index.
final class ArticleEntries {

    private final VectorCache vectors;

    ArticleEntries(VectorCache vectors) {
        this.vectors = vectors;
    }

    /// One entry for each passage, then the article's own.
    List<Document> of(Article article, StoredArticle stored) {
        List<Document> entries = new ArrayList<>();
        Function<Passage, Document> entry = passage -> passageEntry(passage, stored);
        // Encoding is nearly all of the work, and each text is encoded on one thread.
        article.passages().parallelStream().map(entry).forEachOrdered(entries::add);
        Document whole = entry(article.id(), stored);
        whole.add(new StringField(Fields.WHOLE, Fields.WHOLE, Field.Store.NO));
        whole.add(new StoredField(Fields.CONTENT, stored.json()));
        entries.add(whole);
        return entries;
    }

    private static Document entry(String articleId, StoredArticle stored) {
        Document entry = new Document();
        entry.add(new StringField(Fields.ARTICLE, articleId, Field.Store.YES));
        entry.add(new StringField(Fields.FINGERPRINT, stored.fingerprint(), Field.Store.YES));
        return entry;
    }

    private Document passageEntry(Passage passage, StoredArticle stored) {
        Article article = passage.article();
        Document entry = entry(article.id(), stored);
        entry.add(new BinaryDocValuesField(Fields.PLACE, Place.of(passage).pack()));
        entry.add(
                new TextField(
                        LanguageAnalyzers.field(article.publication().language()),
                        ContextualText.of(passage),
                        Field.Store.NO));
        if (vectors.encoder().speaks(article.publication().language())) {
            addVectors(entry, passage);
        }
        return entry;
    }

    private void addVectors(Document entry, Passage passage) {
        float[] vector = vectors.encodePassage(ContextualText.of(passage));
        entry.add(
                new KnnFloatVectorField(
                        Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        entry.add(new BinaryDocValuesField(Fields.SENTENCES, sentenceVectors(passage)));
    }

    private BytesRef sentenceVectors(Passage passage) {
        Stream<String> sentences =
                passage.sentences().stream().map(span -> span.of(passage.article().text()));
        return SentenceVectors.pack(sentences.map(vectors::encodePassage).toList());
    }
}
