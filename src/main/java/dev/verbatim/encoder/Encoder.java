package dev.verbatim.encoder;

import java.util.Locale;

/// A sentence encoder: text in, unit vector out. Thread-safe.
public final class Encoder implements AutoCloseable {

    public float[] encodeQuestion(String question) {
        throw new UnsupportedOperationException("to be written: " + question);
    }

    public float[] encodePassage(String passage) {
        throw new UnsupportedOperationException("to be written: " + passage);
    }

    /// Whether texts of this language get vectors that mean something.
    public boolean speaks(Locale language) {
        return language.getLanguage().equals("en");
    }

    @Override
    public void close() {}
}
