package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import tools.jackson.databind.node.ObjectNode;

/// A store of the files that were sent. Thread-safe.
final class FileStore {

    private record Stored(String path, UploadedFile upload) {}

    private final Map<String, Stored> files = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /// Stores a file and returns its `Document`.
    ObjectNode store(UploadedFile upload) {
        int number = count.incrementAndGet();
        String fileId = "BQACAgIAAxkBAAI" + number;
        int dot = upload.name().lastIndexOf('.');
        String suffix = dot < 0 ? "" : upload.name().substring(dot);
        files.put(fileId, new Stored("documents/file_" + number + suffix, upload));
        return document(fileId, upload);
    }

    /// Stores a picture and returns its `PhotoSize`.
    ObjectNode storePhoto(UploadedFile upload) {
        try (var bytes = new ByteArrayInputStream(upload.content())) {
            BufferedImage image = ImageIO.read(bytes);
            if (image == null) {
                throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
            }
            ObjectNode document =
                    store(new UploadedFile(upload.name(), "image/png", upload.content()));
            document.remove(List.of("file_name", "mime_type"));
            return document.put("width", image.getWidth()).put("height", image.getHeight());
        } catch (IOException e) {
            throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
        }
    }

    void clear() {
        files.clear();
    }

    Optional<UploadedFile> find(String fileId) {
        return Optional.ofNullable(files.get(fileId)).map(Stored::upload);
    }

    /// The `File`, whose path can be downloaded.
    Optional<ObjectNode> file(String fileId) {
        return Optional.ofNullable(files.get(fileId))
                .map(
                        stored ->
                                JsonTrees.object()
                                        .put("file_id", fileId)
                                        .put("file_unique_id", unique(fileId))
                                        .put("file_size", stored.upload().content().length)
                                        .put("file_path", stored.path()));
    }

    Optional<UploadedFile> byPath(String path) {
        return files.values().stream()
                .filter(stored -> stored.path().equals(path))
                .map(Stored::upload)
                .findAny();
    }

    private static ObjectNode document(String fileId, UploadedFile upload) {
        return JsonTrees.object()
                .put("file_name", upload.name())
                .put("mime_type", upload.type())
                .put("file_id", fileId)
                .put("file_unique_id", unique(fileId))
                .put("file_size", upload.content().length);
    }

    private static String unique(String fileId) {
        return "AgAD" + fileId.substring(fileId.length() - 1);
    }
}
