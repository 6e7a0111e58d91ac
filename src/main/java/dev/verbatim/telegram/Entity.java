package dev.verbatim.telegram;

import dev.verbatim.article.TextSpan;

/// A marked place in a message, instead of markup: nothing in a quoted text can be taken for one.
sealed interface Entity {

    /// In UTF-16 units of the message's text, as Telegram counts too.
    TextSpan span();

    /// Quoted words.
    ///
    /// @param folded shown with its first lines until the reader opens it
    record Quote(TextSpan span, boolean folded) implements Entity {}

    record Bold(TextSpan span) implements Entity {}

    /// Words for a log or a file, such as a file's name: an app would make an address of one.
    record Code(TextSpan span) implements Entity {}

    record Link(TextSpan span, String url) implements Entity {}
}
