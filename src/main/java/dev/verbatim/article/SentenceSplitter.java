package dev.verbatim.article;

import java.util.List;
import java.util.Locale;

/// Finds sentences.
final class SentenceSplitter {

    /// The sentences of one paragraph, as places in the whole text, without the blanks around them.
    List<TextSpan> split(String text, TextSpan paragraph, Locale language) {
        throw new UnsupportedOperationException("to be written");
    }
}
