package dev.verbatim.telegram.editors;

/// A change that an editor or an admin of a group has asked for and must confirm.
public sealed interface PendingConfirmation {

    /// An article to add.
    sealed interface AddArticle extends PendingConfirmation {}

    /// A file that replaces the article with its name.
    record ReplaceWithFile(String fileId, String fileName) implements AddArticle {}

    /// A text that replaces the article with its name.
    record ReplaceWithText(String text) implements AddArticle {}

    /// A forwarded message, which may have been meant as a question or for another chat.
    record AddForwarded(String text) implements AddArticle {}

    /// An article to remove.
    record RemoveArticle(String articleId, String title) implements PendingConfirmation {}

    /// A file with a group's earlier messages to import.
    record ImportHistory(String fileId) implements PendingConfirmation {}
}
