package dev.verbatim.telegram.message;

import dev.verbatim.article.TextSpan;

/// A marked place in a message, instead of markup: nothing in a quoted text can be taken for one.
public sealed interface TextEntity {

    /// In UTF-16 units of the message's text, as Telegram counts too.
    TextSpan span();

    /// The same mark, so much further on.
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
    /// @param expandable shown with its first lines until the reader opens it
    record Quote(TextSpan span, boolean expandable) implements TextEntity {}

    record Bold(TextSpan span) implements TextEntity {}

    /// Words for a log or a file, such as a file's name: an app would make an address of one.
    record Code(TextSpan span) implements TextEntity {}

    record Link(TextSpan span, String url) implements TextEntity {}
}
