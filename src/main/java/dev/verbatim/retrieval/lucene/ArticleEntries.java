package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.encoder.VectorCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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

/// Makes the entries of an article in the index.
final class ArticleEntries {

    private final VectorCache vectors;
    private final Analyzer analyzer;

    ArticleEntries(VectorCache vectors, Analyzer analyzer) {
        this.vectors = vectors;
        this.analyzer = analyzer;
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
        addName(entry, Fields.ARTICLE, articleId);
        addName(entry, Fields.FINGERPRINT, stored.fingerprint());
        return entry;
    }

    /// To be found by, and to be read: not as a stored field, because those are compressed together
    /// with the whole article.
    private static void addName(Document entry, String field, String name) {
        entry.add(new StringField(field, name, Field.Store.NO));
        entry.add(new BinaryDocValuesField(field, new BytesRef(name)));
    }

    private Document passageEntry(Passage passage, StoredArticle stored) {
        Article article = passage.article();
        Document entry = entry(article.id(), stored);
        entry.add(new BinaryDocValuesField(Fields.PLACE, Place.of(passage).pack()));
        String field = LanguageAnalyzers.field(article.publication().language());
        entry.add(new TextField(field, ContextualText.of(passage), Field.Store.NO));
        entry.add(new BinaryDocValuesField(Fields.WORDS, words(passage, field)));
        if (vectors.encoder().speaks(article.publication().language())) {
            addVectors(entry, passage);
        }
        return entry;
    }

    private BytesRef words(Passage passage, String field) {
        List<Set<String>> texts = new ArrayList<>();
        texts.add(Words.of(analyzer, field, ContextualText.of(passage)));
        for (TextSpan sentence : passage.sentences()) {
            texts.add(Words.of(analyzer, field, ContextualText.of(passage, sentence)));
        }
        return WordTable.pack(texts);
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
