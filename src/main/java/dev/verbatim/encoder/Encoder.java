package dev.verbatim.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A sentence encoder: text in, unit vector out, so that the dot product of two vectors is their
/// cosine. Thread-safe; one text is encoded on one thread, and several texts side by side, which on
/// a CPU is faster than batches.
///
/// The model is e5-small-v2 (Wang et al., 2022, arXiv 2212.03533), quantised. It was trained with
/// the prefixes "query: " and "passage: " and with mean pooling; without them its vectors are
/// worse.
public final class Encoder implements AutoCloseable {

    /// The number of dimensions of a vector.
    public static final int DIMENSIONS = 384;

    /// The model's version, which changes whenever the same text would get another vector.
    static final String MODEL = "e5-small-v2-q/1";

    private static final String WEIGHTS = "/e5-small-v2-q.onnx";

    /// The length that the model was trained with; longer texts are truncated.
    private static final int MAX_TOKENS = 512;

    private final CompletableFuture<OrtSession> session;
    private final CompletableFuture<HuggingFaceTokenizer> tokenizer;

    private Encoder(
            CompletableFuture<OrtSession> session,
            CompletableFuture<HuggingFaceTokenizer> tokenizer) {
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /// Loads the model in the background, since that takes half a second or more. The first text to
    /// be encoded waits for it.
    ///
    /// @param folder where the tokenizer's native library is unpacked; created when missing
    public static Encoder load(Path folder) {
        return new Encoder(
                CompletableFuture.supplyAsync(Encoder::openSession),
                CompletableFuture.supplyAsync(() -> openTokenizer(folder)));
    }

    private static OrtSession openSession() {
        try (Arena memory = Arena.ofConfined();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            ByteBuffer weights = ModelWeights.ofResource(Encoder.class, WEIGHTS, memory);
            return OrtEnvironment.getEnvironment().createSession(weights, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder's model can't be loaded", e);
        }
    }

    private static HuggingFaceTokenizer openTokenizer(Path folder) {
        return BertTokenizer.open(
                folder,
                Map.of(
                        "maxLength",
                        String.valueOf(MAX_TOKENS),
                        "truncation",
                        "true",
                        "padding",
                        "false"));
    }

    public float[] encodeQuestion(String question) {
        return encode("query: " + question);
    }

    public float[] encodePassage(String passage) {
        return encode("passage: " + passage);
    }

    /// The model's name and version. As long as it stays the same, so do the vectors.
    public String model() {
        return MODEL;
    }

    /// Whether texts of this language get meaningful vectors: the vocabulary is English.
    public boolean speaks(Locale language) {
        return language.getLanguage().equals("en");
    }

    private float[] encode(String text) {
        Encoding encoding = tokenizer.join().encode(text);
        try (OnnxTensor ids = row(encoding.getIds());
                OnnxTensor mask = row(encoding.getAttentionMask());
                OnnxTensor types = row(encoding.getTypeIds());
                OrtSession.Result result =
                        session.join()
                                .run(
                                        Map.of(
                                                "input_ids",
                                                ids,
                                                "attention_mask",
                                                mask,
                                                "token_type_ids",
                                                types))) {
            return unit(sum(((OnnxTensor) result.get(0)).getFloatBuffer()));
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "a text of " + text.length() + " characters can't be encoded", e);
        }
    }

    private static OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new long[][] {values});
    }

    /// Sums up the tokens' vectors: normalised, that is mean pooling. There is one text a run, so
    /// no padding to leave out.
    private static float[] sum(FloatBuffer tokens) {
        float[] sum = new float[DIMENSIONS];
        for (int i = 0; i < tokens.limit(); i++) {
            sum[i % DIMENSIONS] += tokens.get(i);
        }
        return sum;
    }

    /// Scales a vector to length one, in place.
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
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
