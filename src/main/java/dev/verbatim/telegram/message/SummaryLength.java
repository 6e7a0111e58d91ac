package dev.verbatim.telegram.message;

import java.util.Arrays;
import java.util.Optional;

/// How long a summary is.
public enum SummaryLength {
    SHORT(3, Phrase.SUMMARY_SHORT),
    MEDIUM(5, Phrase.SUMMARY_MEDIUM),
    LONG(8, Phrase.SUMMARY_LONG);

    private final int sentences;
    private final Phrase label;

    SummaryLength(int sentences, Phrase label) {
        this.sentences = sentences;
        this.label = label;
    }

    /// The length with so many sentences; nothing when there is none.
    static Optional<SummaryLength> of(int sentences) {
        return Arrays.stream(values()).filter(one -> one.sentences == sentences).findAny();
    }

    public int sentences() {
        return sentences;
    }

    public Phrase label() {
        return label;
    }
}
