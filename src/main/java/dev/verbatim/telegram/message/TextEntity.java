package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;

/// A formatted place in a message. It replaces markup, so that no quoted text can be taken for it.
public sealed interface TextEntity {

    /// The place in the message's text, in UTF-16 units as in the Bot API.
    TextSpan span();

    /// The same entity at a later place.
    default TextEntity shifted(int by) {
        TextSpan place = span().shifted(by);
        return switch (this) {
            case Quote(_, boolean folded) -> new Quote(place, folded);
            case Bold _ -> new Bold(place);
            case Code _ -> new Code(place);
            case Link(_, String url) -> new Link(place, url);
        };
    }

    /// Quoted words.
    ///
    /// @param expandable collapsed to its first lines until the reader expands it
    record Quote(TextSpan span, boolean expandable) implements TextEntity {}

    record Bold(TextSpan span) implements TextEntity {}

    /// Words in a fixed-width font, such as a file's name, which an app would otherwise make a
    /// link.
    record Code(TextSpan span) implements TextEntity {}

    record Link(TextSpan span, String url) implements TextEntity {}
}
