package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import dev.verbatim.retrieval.ranking.PassageEncoder.EncodedPassage;
import dev.verbatim.retrieval.ranking.PassageEncoder.PassageVectors;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/// A factory of the index documents of an article.
final class ArticleDocuments {

    private final PassageEncoder encoder;
    private final Analyzer analyzer = new LanguageAnalyzers();

    ArticleDocuments(PassageEncoder encoder) {
        this.encoder = encoder;
    }

    /// What makes an article's documents: its content, and the encoder of its vectors if there are
    /// any.
    String fingerprint(Article article, StoredArticle stored) {
        return encoder.fingerprint(article, stored);
    }

    /// The analyzer that the documents must be indexed with.
    Analyzer analyzer() {
        return analyzer;
    }

    /// One document for each passage, then the article's own.
    List<Document> of(Article article, StoredArticle stored) {
        List<EncodedPassage> passages = encoder.encode(article);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            documents.add(document(passages.get(i), stored, passages.size() - i));
        }
        documents.add(whole(article, stored));
        return documents;
    }

    private Document whole(Article article, StoredArticle stored) {
        Document whole = document(article.id());
        // Without words, but with a length of 0: Lucene reads lengths faster when every document
        // has one.
        whole.add(
                new TextField(
                        LanguageAnalyzers.field(article.publication().language()),
                        "",
                        Field.Store.NO));
        whole.add(new StringField(IndexFields.WHOLE, IndexFields.WHOLE, Field.Store.NO));
        whole.add(
                new StringField(
                        IndexFields.FINGERPRINT, fingerprint(article, stored), Field.Store.NO));
        // Not as a stored field, because those are compressed together with the whole article.
        whole.add(new BinaryDocValuesField(IndexFields.WHOLE, new BytesRef(article.id())));
        whole.add(new StoredField(IndexFields.CONTENT, new BytesRef(stored.json())));
        return whole;
    }

    private static Document document(String articleId) {
        Document document = new Document();
        document.add(new StringField(IndexFields.ARTICLE, articleId, Field.Store.NO));
        return document;
    }

    private Document document(EncodedPassage encoded, StoredArticle stored, int toWhole) {
        Passage passage = encoded.passage();
        Document document = document(passage.article().id());
        String field = IndexFields.TEXT_PREFIX + encoded.language();
        document.add(new TextField(field, encoded.text(), Field.Store.NO));
        BytesRef packed =
                IndexedPassage.of(passage, stored.fingerprint(), toWhole, encoded.terms()).pack();
        document.add(new BinaryDocValuesField(IndexFields.PASSAGE, packed));
        PassageVectors vectors = encoded.vectors();
        if (vectors != null) {
            add(vectors, document);
        }
        return document;
    }

    private void add(PassageVectors vectors, Document document) {
        String model = encoder.model();
        document.add(
                new KnnFloatVectorField(
                        IndexFields.vector(model),
                        vectors.passage().array(),
                        VectorSimilarityFunction.DOT_PRODUCT));
        document.add(
                new BinaryDocValuesField(IndexFields.sentences(model), bytes(vectors.sentences())));
    }

    private static BytesRef bytes(ByteBuffer packed) {
        return new BytesRef(packed.array(), packed.arrayOffset(), packed.limit());
    }
}
