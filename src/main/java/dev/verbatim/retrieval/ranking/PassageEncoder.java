package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.language.AnalyzedTerms;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes of an article's passages what an engine stores of them.
public final class PassageEncoder {

    private final VectorCache vectors;

    public PassageEncoder(VectorCache vectors) {
        this.vectors = vectors;
    }

    /// A passage as it is stored.
    ///
    /// @param language its code, `und` when it isn't known
    /// @param text to be searched: the passage's words and their context
    /// @param terms of the text and of each sentence, packed
    /// @param vectors missing when the encoder doesn't know the language
    public record EncodedPassage(
            Passage passage,
            String language,
            String text,
            ByteBuffer terms,
            @Nullable PassageVectors vectors) {

        /// The terms of the text that are searched, in its order.
        public List<String> searchedTerms() {
            return AnalyzedTerms.of(Locale.of(language), text);
        }
    }

    /// The vectors of a passage.
    ///
    /// @param passage in full
    /// @param sentences of each sentence, packed
    public record PassageVectors(FloatBuffer passage, ByteBuffer sentences) {}

    /// The model that makes the vectors.
    public String model() {
        return vectors.encoder().model();
    }

    /// What makes the stored passages of an article: its content, and the encoder of its vectors if
    /// there are any.
    public String fingerprint(Article article, StoredArticle stored) {
        return stored.fingerprint() + "/" + (hasVectors(article) ? model() : "");
    }

    private boolean hasVectors(Article article) {
        return vectors.encoder().speaks(article.publication().language());
    }

    /// An article's passages, in their order.
    public List<EncodedPassage> encode(Article article) {
        List<Passage> passages = article.passages();
        // Encoding is nearly all of the work, and each text is encoded on one thread.
        return IntStream.range(0, passages.size())
                .parallel()
                .mapToObj(i -> encode(passages.get(i)))
                .toList();
    }

    private EncodedPassage encode(Passage passage) {
        Article article = passage.article();
        String text = ContextualText.of(passage);
        return new EncodedPassage(
                passage,
                code(article.publication().language()),
                text,
                ByteBuffer.wrap(terms(passage, text)),
                hasVectors(article) ? vectors(passage, text) : null);
    }

    /// The code of a language, `und` when it isn't known.
    public static String code(Locale language) {
        String code = language.getLanguage();
        return code.isEmpty() ? "und" : code;
    }

    private static byte[] terms(Passage passage, String text) {
        Locale language = passage.article().publication().language();
        List<List<String>> texts = new ArrayList<>();
        texts.add(AnalyzedTerms.of(language, text));
        for (TextSpan sentence : passage.sentences()) {
            texts.add(AnalyzedTerms.of(language, ContextualText.of(passage, sentence)));
        }
        return SentenceTermTable.pack(texts);
    }

    private PassageVectors vectors(Passage passage, String text) {
        List<float[]> sentences = sentences(passage).map(vectors::encodePassage).toList();
        return new PassageVectors(
                FloatBuffer.wrap(vectors.encodePassage(text)),
                ByteBuffer.wrap(SentenceVectors.pack(sentences)));
    }

    /// The texts that vectors are made of.
    public static Stream<String> encodedTexts(Passage passage) {
        return Stream.concat(Stream.of(ContextualText.of(passage)), sentences(passage));
    }

    private static Stream<String> sentences(Passage passage) {
        return passage.sentences().stream().map(span -> span.of(passage.article().text()));
    }
}
