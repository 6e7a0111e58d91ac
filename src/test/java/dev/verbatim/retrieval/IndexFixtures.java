package dev.verbatim.retrieval;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Settled;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Small articles, and a fake encoder whose vectors depend on words only.
public final class IndexFixtures {

    private static final Pattern WORD = Pattern.compile("\\W+");
    private static final ArticleReader READER = new ArticleReader();

    private IndexFixtures() {}

    public static Article english(String id, String... paragraphs) {
        return article(id, Locale.ENGLISH, paragraphs);
    }

    public static Article article(String id, Locale language, String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String paragraph : paragraphs) {
            int start = text.length();
            text.append(paragraph);
            places.add(new TextSpan(start, text.length()));
            text.append("\n\n");
        }
        return READER.read(
                id, Publication.titled("Paper " + id).in(language), text.toString(), places);
    }

    public static List<ContentChange> changes(Article... articles) {
        List<ContentChange> changes = new ArrayList<>();
        for (Article article : articles) {
            changes.add(new Published(article));
        }
        return changes;
    }

    public static Settled settled(String... ids) {
        return new Settled(Set.of(ids));
    }

    public static VectorCache vectors() {
        return vectors("model 1");
    }

    public static VectorCache vectors(String model) {
        return vectors(model, IndexFixtures::vector);
    }

    public static VectorCache vectors(String model, Function<String, float[]> vectorOf) {
        Encoder encoder = encoder(model, vectorOf);
        VectorCache vectors = mock(VectorCache.class, withSettings().stubOnly());
        when(vectors.encoder()).thenReturn(encoder);
        when(vectors.encodePassage(anyString()))
                .thenAnswer(call -> vectorOf.apply(call.getArgument(0)));
        return vectors;
    }

    /// As [#vectors()], but fails when it's asked to encode a passage.
    public static VectorCache nothingLeftToEncode() {
        Encoder encoder = encoder("model 1", IndexFixtures::vector);
        VectorCache vectors = mock(VectorCache.class, withSettings().stubOnly());
        when(vectors.encoder()).thenReturn(encoder);
        when(vectors.encodePassage(anyString())).thenThrow(new AssertionError("encoded again"));
        return vectors;
    }

    /// Of an encoder that speaks no language, so that all is found by its words.
    public static VectorCache noVectors() {
        VectorCache vectors = vectors();
        Encoder encoder = vectors.encoder();
        doReturn(false).when(encoder).speaks(any());
        return vectors;
    }

    private static Encoder encoder(String model, Function<String, float[]> vectorOf) {
        Encoder encoder = mock(Encoder.class, withSettings().stubOnly());
        when(encoder.model()).thenReturn(model);
        when(encoder.speaks(any()))
                .thenAnswer(call -> call.<Locale>getArgument(0).getLanguage().equals("en"));
        when(encoder.encodeQuestion(anyString()))
                .thenAnswer(call -> vectorOf.apply(call.getArgument(0)));
        return encoder;
    }

    /// Texts are as near as they have words in common.
    public static float[] vector(String text) {
        float[] vector = new float[Encoder.DIMENSIONS];
        vector[0] = 1; // so that a text without words has a direction too
        for (String word : WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).toList()) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < vector.length; i++) {
                vector[i] += (float) random.nextGaussian();
            }
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
