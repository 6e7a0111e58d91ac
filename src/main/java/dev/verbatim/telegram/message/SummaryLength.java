package dev.verbatim.telegram.message;

import java.util.Arrays;
import java.util.Optional;

/// The length of a summary.
public enum SummaryLength {
    SHORT(3, MessageKey.SUMMARY_SHORT),
    MEDIUM(5, MessageKey.SUMMARY_MEDIUM),
    LONG(8, MessageKey.SUMMARY_LONG);

    private final int sentences;
    private final MessageKey label;

    SummaryLength(int sentences, MessageKey label) {
        this.sentences = sentences;
        this.label = label;
    }

    /// The length with this many sentences; empty when there is none.
    static Optional<SummaryLength> of(int sentences) {
        return Arrays.stream(values()).filter(one -> one.sentences == sentences).findAny();
    }

    public int sentences() {
        return sentences;
    }

    public MessageKey label() {
        return label;
    }
}
