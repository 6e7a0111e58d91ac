package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import dev.verbatim.retrieval.lucene.IndexedPassage.SentenceTermTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/// A factory of the index documents of an article.
final class ArticleDocuments {

    private final VectorCache vectors;
    private final Analyzer analyzer;

    ArticleDocuments(VectorCache vectors, Analyzer analyzer) {
        this.vectors = vectors;
        this.analyzer = analyzer;
    }

    /// What makes an article's documents: its content, and the encoder of its vectors if there are
    /// any.
    String fingerprint(Article article, StoredArticle stored) {
        return stored.fingerprint() + "/" + (hasVectors(article) ? vectors.encoder().model() : "");
    }

    private boolean hasVectors(Article article) {
        return vectors.encoder().speaks(article.publication().language());
    }

    /// The analyzer that the documents must be indexed with.
    Analyzer analyzer() {
        return analyzer;
    }

    /// One document for each passage, then the article's own.
    List<Document> of(Article article, StoredArticle stored) {
        List<Passage> passages = article.passages();
        // Encoding is nearly all of the work, and each text is encoded on one thread.
        List<Document> documents =
                IntStream.range(0, passages.size())
                        .parallel()
                        .mapToObj(i -> document(passages.get(i), stored, passages.size() - i))
                        .collect(Collectors.toCollection(ArrayList::new));
        documents.add(whole(article, stored));
        return documents;
    }

    private Document whole(Article article, StoredArticle stored) {
        Document whole = document(article.id());
        // Without words, but with a length of 0: Lucene reads lengths faster when every document
        // has
        // one.
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
        whole.add(new StoredField(IndexFields.CONTENT, stored.json()));
        return whole;
    }

    private static Document document(String articleId) {
        Document document = new Document();
        document.add(new StringField(IndexFields.ARTICLE, articleId, Field.Store.NO));
        return document;
    }

    private Document document(Passage passage, StoredArticle stored, int toWhole) {
        Article article = passage.article();
        Document document = document(article.id());
        String field = LanguageAnalyzers.field(article.publication().language());
        document.add(new TextField(field, ContextualText.of(passage), Field.Store.NO));
        BytesRef packed =
                IndexedPassage.of(passage, stored.fingerprint(), toWhole, terms(passage, field))
                        .pack();
        document.add(new BinaryDocValuesField(IndexFields.PASSAGE, packed));
        if (hasVectors(article)) {
            addVectors(document, passage);
        }
        return document;
    }

    private SentenceTermTable terms(Passage passage, String field) {
        List<List<String>> texts = new ArrayList<>();
        texts.add(AnalyzedTerms.of(analyzer, field, ContextualText.of(passage)));
        for (TextSpan sentence : passage.sentences()) {
            texts.add(AnalyzedTerms.of(analyzer, field, ContextualText.of(passage, sentence)));
        }
        return SentenceTermTable.of(texts);
    }

    private void addVectors(Document document, Passage passage) {
        String model = vectors.encoder().model();
        float[] vector = vectors.encodePassage(ContextualText.of(passage));
        document.add(
                new KnnFloatVectorField(
                        IndexFields.vector(model), vector, VectorSimilarityFunction.DOT_PRODUCT));
        document.add(
                new BinaryDocValuesField(IndexFields.sentences(model), sentenceVectors(passage)));
    }

    private BytesRef sentenceVectors(Passage passage) {
        Stream<String> sentences =
                passage.sentences().stream().map(span -> span.of(passage.article().text()));
        return SentenceVectors.pack(sentences.map(vectors::encodePassage).toList());
    }

    /// A passage's text for indexing: its words, and the context that a reader of the article has.
    ///
    /// The context is the title, since a passage says "the minister" and the title of what, and the
    /// speakers, since a passage says "he said" and a question asks what Stoltenberg said. It is
    /// only for finding: what is shown is the passage.
    static final class ContextualText {

        private ContextualText() {}

        static String of(Passage passage) {
            Article article = passage.article();
            return article.publication().title() + ". " + withSpeakers(article, passage.span());
        }

        /// One sentence of a passage, without the title, which would be the same for each.
        static String of(Passage passage, TextSpan sentence) {
            return withSpeakers(passage.article(), sentence);
        }

        private static String withSpeakers(Article article, TextSpan span) {
            String text = span.of(article.text());
            String unnamed =
                    article.speakersIn(span)
                            .map(Speaker::name)
                            .distinct()
                            .filter(name -> !text.contains(name))
                            .collect(Collectors.joining(", "));
            return unnamed.isEmpty() ? text : unnamed + ": " + text;
        }
    }
}
