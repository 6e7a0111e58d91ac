package dev.verbatim.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {

    private static final float[] VECTOR = {0.6f, -0.8f, 0.0001f};

    @TempDir Path folder;

    private final Encoder encoder = mock(Encoder.class);
    private Path file;

    @BeforeEach
    void encode() {
        file = folder.resolve("deep").resolve("vectors.db");
        when(encoder.encodePassage(anyString())).thenReturn(VECTOR);
        when(encoder.model()).thenReturn("model 1");
    }

    @Test
    void textIsEncodedOnce() {
        try (VectorCache cache = VectorCache.open(file, encoder)) {
            float[] first = cache.encodePassage("The ships are at sea.");
            float[] second = cache.encodePassage("The ships are at sea.");

            assertThat(second).containsExactly(first);
        }
        verify(encoder, times(1)).encodePassage(anyString());
    }

    @Test
    void cachedVectorsAreExactToThreeDigits() {
        try (VectorCache cache = VectorCache.open(file, encoder)) {
            cache.encodePassage("The ships are at sea.");

            assertThat(cache.encodePassage("The ships are at sea."))
                    .containsExactly(VECTOR, Offset.offset(0.001f));
        }
    }

    @Test
    void vectorsSurviveARestart() {
        VectorCache.open(file, encoder).encodePassage("The ships are at sea.");
        Encoder afterwards = mock(Encoder.class);
        when(afterwards.model()).thenReturn("model 1");

        try (VectorCache cache = VectorCache.open(file, afterwards)) {
            assertThat(cache.encodePassage("The ships are at sea.")).hasSize(VECTOR.length);
        }
        verify(afterwards, never()).encodePassage(anyString());
    }

    @Test
    void vectorsOfAnotherModelAreKeptBesideThose() {
        VectorCache.open(file, encoder).encodePassage("The ships are at sea.");
        Encoder other = mock(Encoder.class);
        when(other.model()).thenReturn("model 2");
        when(other.encodePassage(anyString())).thenReturn(new float[] {1, 0});

        try (VectorCache cache = VectorCache.open(file, other);
                VectorCache back = VectorCache.open(file, encoder)) {
            assertThat(cache.encodePassage("The ships are at sea.")).containsExactly(1, 0);
            assertThat(back.encodePassage("The ships are at sea.")).hasSize(VECTOR.length);
        }
        verify(encoder, times(1)).encodePassage(anyString());
    }

    @Test
    void damagedCacheIsRecreated() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "this is no database, ".repeat(1_000));

        try (VectorCache cache = VectorCache.open(file, encoder)) {
            assertThat(cache.encodePassage("The ships are at sea.")).hasSize(VECTOR.length);
        }
    }

    @Test
    void cacheThatIsDamagedWhileItIsUsedIsRecreated() throws IOException {
        try (VectorCache cache = VectorCache.open(file, encoder)) {
            IntStream.range(0, 2_000).forEach(i -> cache.encodePassage("Ship number " + i));
        }
        try (VectorCache cache = VectorCache.open(file, encoder)) {
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, 4_096, bytes.length, (byte) 0x5a);
            Files.write(file, bytes);

            IntStream.range(0, 2_000)
                    .forEach(
                            i ->
                                    assertThat(cache.encodePassage("Ship number " + i))
                                            .hasSize(VECTOR.length));
        }
        Encoder afterwards = mock(Encoder.class);
        when(afterwards.model()).thenReturn("model 1");
        try (VectorCache cache = VectorCache.open(file, afterwards)) {
            assertThat(cache.encodePassage("Ship number 1999")).hasSize(VECTOR.length);
        }
    }
}
