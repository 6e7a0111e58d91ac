package dev.verbatim.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A loader of a network's weights into off-heap memory, which is freed with its arena.
///
/// The weights are needed once, by the runtime, which makes a copy of its own. Loaded into the
/// heap, they would leave it grown by twice their size for as long as the program runs.
public final class ModelWeights {

    private ModelWeights() {}

    /// Runs a loader of a network or its tokenizer on a thread of its own. In the common pool they
    /// would wait for each other: on two cores it has one thread.
    public static <T> CompletableFuture<T> loadAside(Supplier<T> loader) {
        return CompletableFuture.supplyAsync(
                loader, task -> Thread.ofPlatform().daemon().name("model-loader").start(task));
    }

    /// Loads weights from a class-path resource.
    ///
    /// @param owner a class of the package they are in, unless the name starts with a slash
    /// @throws UncheckedIOException when they can't be read
    public static ByteBuffer ofResource(Class<?> owner, String name, Arena memory) {
        return ofResource(owner, name, Long.MAX_VALUE, memory);
    }

    /// Loads the beginning of a class-path resource.
    ///
    /// @param length in bytes, at most
    public static ByteBuffer ofResource(Class<?> owner, String name, long length, Arena memory) {
        URL place = Objects.requireNonNull(owner.getResource(name), name);
        try {
            return read(place.openConnection(), length, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private static ByteBuffer read(URLConnection source, long length, Arena memory)
            throws IOException {
        long bytes = Math.min(length, source.getContentLengthLong());
        ByteBuffer weights = memory.allocate(bytes).asByteBuffer();
        try (ReadableByteChannel channel = Channels.newChannel(source.getInputStream())) {
            int read = 0;
            while (read >= 0 && weights.hasRemaining()) {
                read = channel.read(weights);
            }
        }
        return weights.flip();
    }

    /// Maps weights from a file.
    ///
    /// @throws IOException when it can't be read
    public static ByteBuffer ofFile(Path file, Arena memory) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), memory)
                    .asByteBuffer();
        }
    }
}
