package dev.verbatim.reader;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.verbatim.encoder.ModelWeights;
import dev.verbatim.reader.ReaderInput.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/// A trained network on ONNX Runtime that maps a [ReaderInput] to logits. Thread-safe; a run takes
/// one thread.
final class OnnxReaderModel implements AutoCloseable {

    private static final String BUNDLED = "reader.onnx";
    private static final String BUNDLE = "reader.properties";

    /// The tensor that the bundled network leaves out, and its width.
    private static final String WORDS = "words";

    private static final int WIDTH = 384;

    private static final Set<String> INPUTS =
            Set.of("input_ids", "attention_mask", "token_type_ids");
    private static final Set<String> OUTPUTS =
            Set.of("start_logits", "end_logits", "answerability");

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxReaderModel(OrtSession session) {
        this.session = session;
    }

    /// Loads the model that is bundled with the program. Its word vectors are those of the bundled
    /// encoder, so that they are in the program once.
    ///
    /// @throws IllegalStateException when it is damaged, or belongs to another encoder
    static OnnxReaderModel bundled() {
        try (Arena memory = Arena.ofConfined()) {
            Bundle bundle = Bundle.read();
            ByteBuffer network = ModelWeights.ofResource(OnnxReaderModel.class, BUNDLED, memory);
            ByteBuffer words = bundle.words(memory);
            bundle.verify(words, network);
            return withWords(words, network);
        }
    }

    private static OnnxReaderModel withWords(ByteBuffer words, ByteBuffer network) {
        long[] shape = {words.capacity() / WIDTH, WIDTH};
        try (OnnxTensor table =
                        OnnxTensor.createTensor(
                                OrtEnvironment.getEnvironment(), words, shape, OnnxJavaType.UINT8);
                OrtSession.SessionOptions options = options()) {
            options.addExternalInitializers(Map.of(WORDS, table));
            return of(network, options, BUNDLED);
        } catch (OrtException e) {
            throw unusable(BUNDLED, "is no ONNX model (" + e.getMessage() + ")");
        }
    }

    /// What `src/reader/export.py` wrote beside the bundled network.
    ///
    /// @param encoder the resource with the word vectors
    /// @param offset where they start in it, in bytes
    /// @param length in bytes
    /// @param checksum CRC-32 of the word vectors and the network after them, in hexadecimal. It
    ///   tells damage; a stronger one would take a tenth of a second of each start
    private record Bundle(String encoder, int offset, int length, String checksum) {

        static Bundle read() {
            Properties properties = new Properties();
            try (InputStream file = OnnxReaderModel.class.getResourceAsStream(BUNDLE)) {
                properties.load(Objects.requireNonNull(file, BUNDLE));
            } catch (IOException e) {
                throw new UncheckedIOException(BUNDLE + " can't be read", e);
            }
            return new Bundle(
                    properties.getProperty("words.file"),
                    Integer.parseInt(properties.getProperty("words.offset")),
                    Integer.parseInt(properties.getProperty("words.length")),
                    properties.getProperty("crc32"));
        }

        ByteBuffer words(Arena memory) {
            return ModelWeights.ofResource(OnnxReaderModel.class, encoder, offset + length, memory)
                    .slice(offset, length);
        }

        void verify(ByteBuffer words, ByteBuffer network) {
            CRC32 crc = new CRC32();
            crc.update(words.duplicate());
            crc.update(network.duplicate());
            String found = "%08x".formatted(crc.getValue());
            if (!found.equals(checksum)) {
                throw new IllegalStateException(
                        "The reader's model %s is damaged, or not made for the word vectors of %s: the CRC-32 of both is %s and not %s. Get the program again."
                                .formatted(BUNDLED, encoder, found, checksum));
            }
        }
    }

    /// Loads a model of the operator's own and tries it once.
    ///
    /// @throws IllegalArgumentException when it can't be used as a reader
    static OnnxReaderModel fromFile(Path file) {
        String name = file.toString();
        try (Arena memory = Arena.ofConfined();
                OrtSession.SessionOptions options = options()) {
            return tried(of(ModelWeights.ofFile(file, memory), options, name), name);
        } catch (IOException e) {
            throw unusable(name, "can't be read (" + e + ")");
        } catch (OrtException e) {
            throw unusable(name, "is no ONNX model (" + e.getMessage() + ")");
        }
    }

    /// The names of inputs and outputs may be right and the shapes wrong.
    private static OnnxReaderModel tried(OnnxReaderModel model, String name) {
        try {
            model.run(ReaderInput.of(WordPieces.NONE, WordPieces.NONE, WordPieces.NONE));
            return model;
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            model.close();
            throw unusable(name, "can't be run (" + e + ")");
        }
    }

    private static OnnxReaderModel of(
            ByteBuffer network, OrtSession.SessionOptions options, String name)
            throws OrtException {
        OrtSession session = OrtEnvironment.getEnvironment().createSession(network, options);
        requireInputsAndOutputs(session, name);
        return new OnnxReaderModel(session);
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static void requireInputsAndOutputs(OrtSession session, String name)
            throws OrtException {
        boolean isReader =
                session.getInputNames().equals(INPUTS)
                        && session.getOutputNames().containsAll(OUTPUTS);
        if (!isReader) {
            String found = session.getInputNames() + " and " + session.getOutputNames();
            session.close();
            throw unusable(name, "has the inputs and outputs " + found);
        }
    }

    private static IllegalArgumentException unusable(String name, String why) {
        return new IllegalArgumentException(
                "verbatim.reader.model: %s %s. Give an ONNX file with the inputs %s and the outputs %s, or leave it empty."
                        .formatted(name, why, new TreeSet<>(INPUTS), new TreeSet<>(OUTPUTS)));
    }

    Logits run(ReaderInput input) {
        try (OnnxTensor ids = row(input.inputIds());
                OnnxTensor mask = row(input.attentionMask());
                OnnxTensor types = row(input.tokenTypeIds());
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return new Logits(
                    floats(result, "start_logits"),
                    floats(result, "end_logits"),
                    floats(result, "answerability")[0]);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "a passage of " + input.passage().size() + " pieces can't be read", e);
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
            throw new IllegalStateException("the reader's model can't be closed", e);
        }
    }

    /// The network's raw outputs for one input.
    static final class Logits {

        private final float[] starts;
        private final float[] ends;
        private final float answerability;

        /// @param starts one for each piece of the input; the first means "no answer"
        /// @param ends as `starts`
        private Logits(float[] starts, float[] ends, float answerability) {
            this.starts = starts;
            this.ends = ends;
            this.answerability = answerability;
        }

        /// Of the answer starting at a piece.
        float start(int piece) {
            return starts[piece];
        }

        /// Of the answer ending with a piece.
        float end(int piece) {
            return ends[piece];
        }

        float answerability() {
            return answerability;
        }
    }
}
