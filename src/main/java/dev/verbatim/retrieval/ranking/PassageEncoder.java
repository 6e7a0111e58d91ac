package dev.verbatim.retrieval.ranking;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.GlossedText;
import dev.verbatim.language.Language;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes of an article's passages what an engine stores of them.
///
/// The vectors are of the passages themselves where the encoder knows their language, or else of
/// their English glosses where these exist. The words are always the article's.
public final class PassageEncoder {

    /// Added to the name of a model whose vectors are of glosses. It changes whenever the same text
    /// would get another gloss: with the translation tables, or with how they are used.
    private static final String GLOSS = "/gloss1";

    private final VectorCache vectors;

    public PassageEncoder(VectorCache vectors) {
        this.vectors = vectors;
    }

    /// A passage as it is stored.
    ///
    /// @param language its code, `und` when it isn't known
    /// @param text to be searched: the passage's words and their context
    /// @param terms of the text and of each sentence, packed
    /// @param vectors missing when the encoder doesn't know the language, and there is no gloss
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

    /// What makes the vectors of all languages: the model, and the glosses that it gets.
    public String vectorSource() {
        boolean glosses =
                Language.withFile().stream().anyMatch(language -> isGlossed(language.locale()));
        return glosses ? model() + GLOSS : model();
    }

    /// What makes the stored passages of an article: its content, and the source of its vectors if
    /// there are any.
    public String fingerprint(Article article, StoredArticle stored) {
        return stored.fingerprint() + "/" + vectorSource(article.publication().language());
    }

    private String vectorSource(Locale language) {
        return isGlossed(language) ? model() + GLOSS : encodes(language) ? model() : "";
    }

    /// Whether passages in a language have vectors.
    public boolean encodes(Locale language) {
        return vectors.encoder().speaks(language) || isGlossed(language);
    }

    /// Whether the vectors are those of glosses: the encoder knows English, and not the language.
    boolean isGlossed(Locale language) {
        Encoder encoder = vectors.encoder();
        return !encoder.speaks(language)
                && encoder.speaks(Locale.ENGLISH)
                && GlossedText.exists(language);
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
        Locale language = passage.article().publication().language();
        String text = ContextualText.of(passage);
        return new EncodedPassage(
                passage,
                code(language),
                text,
                ByteBuffer.wrap(terms(passage, text)),
                encodes(language) ? vectors(passage) : null);
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

    private PassageVectors vectors(Passage passage) {
        List<float[]> all = encodedTexts(passage).map(vectors::encodePassage).toList();
        return new PassageVectors(
                FloatBuffer.wrap(all.getFirst()),
                ByteBuffer.wrap(SentenceVectors.pack(all.subList(1, all.size()))));
    }

    /// The texts that vectors are made of: the passage with its context, then each sentence.
    public Stream<String> encodedTexts(Passage passage) {
        Locale language = passage.article().publication().language();
        Stream<String> texts =
                Stream.concat(Stream.of(ContextualText.of(passage)), sentences(passage));
        return isGlossed(language)
                ? texts.map(text -> GlossedText.of(text, language).text())
                : texts;
    }

    private static Stream<String> sentences(Passage passage) {
        return passage.sentences().stream().map(span -> span.of(passage.article().text()));
    }
}
