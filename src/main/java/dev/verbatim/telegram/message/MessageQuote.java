package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;

/// A quotation of a message: all of it or its beginning, never another word.
///
/// @param words exactly as in the message
/// @param whole whether the words are all of the message
public record MessageQuote(String words, boolean whole) {

    /// Strips the text. A text that is too long is cut between words, or at least between
    /// graphemes.
    ///
    /// @param room at least 1, in UTF-16 units
    public static MessageQuote of(String text, int room) {
        String all = text.strip();
        if (all.length() <= room) {
            return new MessageQuote(all, true);
        }
        TextSpan beginning = Excerpt.cut(all, new TextSpan(0, all.length()), room);
        return new MessageQuote(beginning.of(all).stripTrailing(), false);
    }
}
