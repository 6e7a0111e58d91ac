package dev.verbatim.reader;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.verbatim.encoder.ModelWeights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The trained network: pieces of a question and a passage in, logits out. Thread-safe; a run takes
/// one thread.
final class OnnxReaderModel implements AutoCloseable {

    private static final String OURS = "reader.onnx";
    private static final Set<String> INPUTS =
            Set.of("input_ids", "attention_mask", "token_type_ids");
    private static final Set<String> OUTPUTS =
            Set.of("start_logits", "end_logits", "answerability");

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxReaderModel(OrtSession session) {
        this.session = session;
    }

    /// The one that comes with the program.
    static OnnxReaderModel bundled() {
        try (Arena memory = Arena.ofConfined()) {
            ByteBuffer weights = ModelWeights.ofResource(OnnxReaderModel.class, OURS, memory);
            refuseDamaged(weights);
            return of(weights, OURS);
        }
    }

    private static void refuseDamaged(ByteBuffer weights) {
        String expected = expectedHash();
        String found = sha256(weights);
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    "The reader's model "
                            + OURS
                            + " is damaged: its SHA-256 is "
                            + found
                            + " and not "
                            + expected
                            + ". Get the program anew.");
        }
    }

    private static String expectedHash() {
        String name = OURS + ".sha256";
        try (InputStream content = OnnxReaderModel.class.getResourceAsStream(name)) {
            byte[] hash = Objects.requireNonNull(content, name).readAllBytes();
            return new String(hash, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// One that somebody brings.
    ///
    /// @throws IllegalArgumentException when it is no network that could read
    static OnnxReaderModel fromFile(Path file) {
        try (Arena memory = Arena.ofConfined()) {
            return tried(of(ModelWeights.ofFile(file, memory), file.toString()), file.toString());
        } catch (IOException e) {
            throw unusable(file.toString(), "can't be read (" + e + ")");
        }
    }

    /// The names may be right and the shapes not.
    private static OnnxReaderModel tried(OnnxReaderModel onnxReaderModel, String name) {
        try {
            onnxReaderModel.run(ReaderInput.of(WordPieces.NONE, WordPieces.NONE));
            return onnxReaderModel;
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            onnxReaderModel.close();
            throw unusable(name, "can't be run (" + e + ")");
        }
    }

    private static OnnxReaderModel of(ByteBuffer weights, String name) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(weights, options);
            refuseOthers(session, name);
            return new OnnxReaderModel(session);
        } catch (OrtException e) {
            throw unusable(name, "is no ONNX model (" + e.getMessage() + ")");
        }
    }

    private static void refuseOthers(OrtSession session, String name) throws OrtException {
        boolean reads =
                session.getInputNames().equals(INPUTS)
                        && session.getOutputNames().containsAll(OUTPUTS);
        if (!reads) {
            String has = session.getInputNames() + " and " + session.getOutputNames();
            session.close();
            throw unusable(name, "has the inputs and outputs " + has);
        }
    }

    private static IllegalArgumentException unusable(String name, String why) {
        return new IllegalArgumentException(
                "verbatim.reader.model: %s %s. Give an ONNX file with the inputs %s and the outputs %s, or leave it empty."
                        .formatted(name, why, new TreeSet<>(INPUTS), new TreeSet<>(OUTPUTS)));
    }

    ReaderLogits run(ReaderInput readerInput) {
        try (OnnxTensor ids = row(readerInput.ids());
                OnnxTensor mask = row(readerInput.mask());
                OnnxTensor kinds = row(readerInput.kinds());
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", kinds))) {
            return new ReaderLogits(
                    floats(result, "start_logits"),
                    floats(result, "end_logits"),
                    floats(result, "answerability")[0]);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "a passage of " + readerInput.ids().length + " pieces can't be read", e);
        }
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(runtime, new long[][] {values});
    }

    private static float[] floats(OrtSession.Result result, String name) {
        var values = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        return copy;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the reader's network can't be closed", e);
        }
    }
}
