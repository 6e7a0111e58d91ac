package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;

/// What is quoted of a message: all of it, or its beginning, never another word.
///
/// @param words as they stand in the message
/// @param whole whether nothing comes after them
public record MessageQuote(String words, boolean whole) {

    /// Blanks around the text are left off; what is too long is cut between words, or at least
    /// between characters as a reader sees them.
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
