package dev.verbatim;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A folder in `verbatim.data-dir` that native libraries are loaded from.
///
/// By default ONNX Runtime and SQLite unpack theirs into the system's folder for temporary files,
/// ONNX Runtime at every start: 24 MB, which a killed process leaves behind. And where nothing may
/// be run from that folder, as in a hardened container, neither could be loaded.
final class NativeLibraries
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);

    /// ONNX Runtime's own property: where its libraries are, unpacked.
    private static final String RUNTIME_FOLDER = "onnxruntime.native.path";

    private static final String SQLITE_FOLDER = "org.sqlite.tmpdir";

    private static final List<String> RUNTIME =
            List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    /// Before the version of what is unpacked there.
    private static final String PREFIX = "onnxruntime-";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String data = context.getEnvironment().getProperty("verbatim.data-dir", "data");
        Path folder = Path.of(data, "native").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            setUnlessSet(SQLITE_FOLDER, folder);
            unpackRuntime(folder).ifPresent(path -> setUnlessSet(RUNTIME_FOLDER, path));
        } catch (IOException e) {
            // Who needs the data folder says what is wrong with it.
            LOG.debug("Native libraries are unpacked to the default folders: {}", e.toString());
        }
    }

    private static void setUnlessSet(String property, Path folder) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, folder.toString());
        }
    }

    /// Unpacks what the runtime needs, once for each version of it, and removes other versions.
    ///
    /// @return where it is; empty on other systems than Linux, where the library does it itself
    /// @throws IOException when it can't be written
    static Optional<Path> unpackRuntime(Path folder) throws IOException {
        String version = version();
        if (version == null) {
            return Optional.empty();
        }
        Path target = Files.createDirectories(folder.resolve(PREFIX + version));
        for (String name : RUNTIME) {
            unpack(name, target);
        }
        deleteOthers(target);
        return Optional.of(target);
    }

    /// The checksum that the program's file has of the library.
    private static @Nullable String version() throws IOException {
        URL library = resource(RUNTIME.getFirst());
        return library != null && library.openConnection() instanceof JarURLConnection packed
                ? Long.toHexString(packed.getJarEntry().getCrc())
                : null;
    }

    private static @Nullable URL resource(String name) {
        String machine = System.getProperty("os.arch").equals("amd64") ? "x64" : "aarch64";
        return System.getProperty("os.name").equals("Linux")
                ? NativeLibraries.class.getResource(
                        "/ai/onnxruntime/native/linux-" + machine + "/" + name)
                : null;
    }

    /// Under another name first: two processes may do so at once, and one may be killed.
    private static void unpack(String name, Path target) throws IOException {
        URL library = resource(name);
        Path file = target.resolve(name);
        if (library == null || isThere(file, library.openConnection().getContentLengthLong())) {
            return;
        }
        Path part = Files.createTempFile(target, name, ".part");
        try (InputStream packed = library.openStream()) {
            Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isThere(Path file, long size) throws IOException {
        return Files.exists(file) && Files.size(file) == size;
    }

    private static void deleteOthers(Path target) throws IOException {
        try (Stream<Path> versions = Files.list(target.getParent())) {
            for (Path other : versions.filter(path -> isOther(path, target)).toList()) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    private static boolean isOther(Path path, Path target) {
        return path.getFileName().toString().startsWith(PREFIX) && !path.equals(target);
    }
}
