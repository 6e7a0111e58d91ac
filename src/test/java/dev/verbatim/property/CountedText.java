package dev.verbatim.property;

/// A text that counts how often its characters are read, and stops a reader who reads more often
/// than a limit. What costs the square of a text's length can't hide behind a fast machine.
public final class CountedText implements CharSequence {

    private final String text;
    private final long limit;
    private long reads;

    /// @param readsPerCharacter how often a character may be read, on average
    public CountedText(String text, int readsPerCharacter) {
        this.text = text;
        this.limit = (long) readsPerCharacter * (text.length() + 1);
    }

    /// How many characters have been read, each as often as it was.
    public long reads() {
        return reads;
    }

    @Override
    public char charAt(int index) {
        if (++reads > limit) {
            throw new AssertionError(
                    "%,d characters were read more than %,d times".formatted(text.length(), limit));
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
