package dev.verbatim.reader;

/// What the network says of a pair.
final class ReaderLogits {

    private final float[] starts;
    private final float[] ends;
    private final float answerability;

    /// @param starts one for each piece of the pair; the first one's stands for "not here"
    /// @param ends the same
    ReaderLogits(float[] starts, float[] ends, float answerability) {
        this.starts = starts;
        this.ends = ends;
        this.answerability = answerability;
    }

    /// That the answer begins at a piece.
    float start(int piece) {
        return starts[piece];
    }

    /// That it ends with a piece.
    float end(int piece) {
        return ends[piece];
    }

    float answerability() {
        return answerability;
    }
}
