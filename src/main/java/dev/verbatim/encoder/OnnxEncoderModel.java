package dev.verbatim.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.verbatim.encoder.Encoder.EncoderSettings;
import dev.verbatim.encoder.Encoder.Pooling;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/// A trained network on ONNX Runtime with its tokenizer, which makes one vector of a text.
/// Thread-safe; a text takes one thread.
final class OnnxEncoderModel implements AutoCloseable {

    private static final String BUNDLED = "/e5-small-v2-q.onnx";

    private static final String INPUT_IDS = "input_ids";

    /// What a network may take; the first of them it must take.
    private static final Set<String> INPUTS = Set.of(INPUT_IDS, "attention_mask", "token_type_ids");

    /// The output that networks exported with their own pooling have beside the tokens' vectors.
    private static final String POOLED = "sentence_embedding";

    /// The length that such models are trained with; longer texts are truncated.
    private static final int MAX_TOKENS = 512;

    /// What Lucene indexes, without the numbers that calibration adds.
    private static final int MAX_DIMENSIONS = 1024 - CosineScale.CONSTANTS;

    private static final Map<String, String> TOKENIZER_OPTIONS =
            Map.of(
                    "maxLength",
                    String.valueOf(MAX_TOKENS),
                    "truncation",
                    "true",
                    "padding",
                    "false");

    private final CompletableFuture<OrtSession> session;
    private final CompletableFuture<HuggingFaceTokenizer> tokenizer;
    private final Pooling pooling;

    private OnnxEncoderModel(
            CompletableFuture<OrtSession> session,
            CompletableFuture<HuggingFaceTokenizer> tokenizer,
            Pooling pooling) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.pooling = pooling;
    }

    /// The bundled network, loaded in the background.
    ///
    /// @param folder where the tokenizer's native library is unpacked; created when missing
    static OnnxEncoderModel bundled(Path folder) {
        return new OnnxEncoderModel(
                ModelWeights.loadAside(OnnxEncoderModel::openBundled),
                ModelWeights.loadAside(() -> BertTokenizer.open(folder, TOKENIZER_OPTIONS)),
                Pooling.MEAN);
    }

    private static OrtSession openBundled() {
        try (Arena memory = Arena.ofConfined();
                OrtSession.SessionOptions options = options()) {
            ByteBuffer weights = ModelWeights.ofResource(OnnxEncoderModel.class, BUNDLED, memory);
            return OrtEnvironment.getEnvironment().createSession(weights, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder's model can't be loaded", e);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    /// Loads a network of the operator's own, and tries it once on a long text.
    ///
    /// @throws IllegalArgumentException when it can't be used as an encoder
    static OnnxEncoderModel fromFiles(EncoderSettings settings, Path folder) {
        HuggingFaceTokenizer tokenizer = openTokenizer(settings.tokenizer(), folder);
        OrtSession session = openSession(settings.model());
        OnnxEncoderModel model =
                new OnnxEncoderModel(
                        CompletableFuture.completedFuture(session),
                        CompletableFuture.completedFuture(tokenizer),
                        settings.pooling());
        try {
            requireInputs(session, settings.model());
            model.tryOnce(settings.model());
            return model;
        } catch (IllegalArgumentException e) {
            model.close();
            throw e;
        }
    }

    private static HuggingFaceTokenizer openTokenizer(String file, Path folder) {
        if (!Files.isReadable(Path.of(file)) || file.isBlank()) {
            throw noTokenizer(file, "can't be read");
        }
        try {
            return BertTokenizer.open(Path.of(file), folder, TOKENIZER_OPTIONS);
        } catch (RuntimeException e) { // the library throws nothing more particular
            throw noTokenizer(file, "is no tokenizer (" + onOneLine(e) + ")");
        }
    }

    private static IllegalArgumentException noTokenizer(String file, String why) {
        return new IllegalArgumentException(
                "verbatim.encoder.tokenizer: \"%s\" %s. Give the tokenizer.json that belongs to the model."
                        .formatted(file, why));
    }

    /// From the file and not from memory, because large networks keep their weights in a second
    /// file beside it.
    private static OrtSession openSession(String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw unusable(file, "can't be read");
        }
        try (OrtSession.SessionOptions options = options()) {
            return OrtEnvironment.getEnvironment().createSession(file, options);
        } catch (OrtException e) {
            throw unusable(file, "is no ONNX model (" + onOneLine(e) + ")");
        }
    }

    private static void requireInputs(OrtSession session, String file) {
        Set<String> inputs = session.getInputNames();
        if (!inputs.contains(INPUT_IDS) || !INPUTS.containsAll(inputs)) {
            throw unusable(file, "has the inputs " + new TreeSet<>(inputs));
        }
        if (output(session).isEmpty()) {
            throw unusable(file, "has the outputs " + new TreeSet<>(session.getOutputNames()));
        }
    }

    /// A wrong tokenizer has tokens that the network doesn't know, and one that was trained on
    /// short texts has no places for long ones.
    private void tryOnce(String file) {
        int dimensions;
        try {
            dimensions = vector("word ".repeat(MAX_TOKENS)).length;
            if (vector("word").length != dimensions) {
                throw unusable(
                        file, "has no output with a vector of the same length for every text");
            }
        } catch (IllegalStateException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw unusable(
                    file,
                    "can't be run with this tokenizer on %d tokens (%s)"
                            .formatted(MAX_TOKENS, onOneLine(cause)));
        }
        if (dimensions > MAX_DIMENSIONS) {
            throw unusable(
                    file,
                    "makes vectors of %d numbers, and the index takes %d at most"
                            .formatted(dimensions, MAX_DIMENSIONS));
        }
    }

    private static String onOneLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).replace('\n', ' ');
    }

    private static IllegalArgumentException unusable(String file, String why) {
        return new IllegalArgumentException(
                "verbatim.encoder.model: %s %s. Give an ONNX file with some of the inputs %s and as its output a vector of each token or of the text, or leave it empty."
                        .formatted(file, why, new TreeSet<>(INPUTS)));
    }

    /// The output that vectors are read from: the first one of the right shape, unless one is
    /// already pooled.
    private static Optional<String> output(OrtSession session) {
        if (session.getOutputNames().contains(POOLED)) {
            return Optional.of(POOLED);
        }
        try {
            return session.getOutputInfo().values().stream()
                    .filter(OnnxEncoderModel::hasVectors)
                    .map(NodeInfo::getName)
                    .findFirst();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder's outputs can't be read", e);
        }
    }

    private static boolean hasVectors(NodeInfo output) {
        return output.getInfo() instanceof TensorInfo tensor
                && (tensor.getShape().length == 2 || tensor.getShape().length == 3);
    }

    /// The text's vector, of any length.
    float[] vector(String text) {
        Encoding encoding = tokenizer.join().encode(text);
        OrtSession network = session.join();
        try (OnnxTensor ids = row(encoding.getIds());
                OnnxTensor mask = row(encoding.getAttentionMask());
                OnnxTensor types = row(encoding.getTypeIds())) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put(INPUT_IDS, ids);
            inputs.put("attention_mask", mask);
            inputs.put("token_type_ids", types);
            inputs.keySet().retainAll(network.getInputNames());
            return run(network, inputs);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "a text of " + text.length() + " characters can't be encoded", e);
        }
    }

    private float[] run(OrtSession network, Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.Result result =
                network.run(inputs, Set.of(output(network).orElseThrow()))) {
            OnnxTensor tensor = (OnnxTensor) result.get(0);
            long[] shape = tensor.getInfo().getShape();
            int dimensions = (int) shape[shape.length - 1];
            return pooling.pool(tensor.getFloatBuffer(), dimensions);
        }
    }

    private static OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new long[][] {values});
    }

    /// Sums up the tokens' vectors: normalised, that is mean pooling. There is one text a run, so
    /// no padding to leave out.
    static float[] sum(FloatBuffer tokens, int dimensions) {
        float[] sum = new float[dimensions];
        for (int i = 0; i < tokens.limit(); i++) {
            sum[i % dimensions] += tokens.get(i);
        }
        return sum;
    }

    @Override
    public void close() {
        tokenizer.join().close();
        try {
            session.join().close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder can't be closed", e);
        }
    }
}
