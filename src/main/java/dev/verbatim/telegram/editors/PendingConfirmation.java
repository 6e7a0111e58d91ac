package dev.verbatim.telegram.editors;

/// What an editor, or an admin of a group, wants to have done, and is asked about before it is.
public sealed interface PendingConfirmation {

    /// An article to be filed.
    sealed interface AddArticle extends PendingConfirmation {}

    /// A file in the place of the article that has its name.
    record ReplaceWithFile(String fileId, String fileName) implements AddArticle {}

    /// A text in the place of the article that has its name.
    record ReplaceWithText(String words) implements AddArticle {}

    /// A message of somebody else's: it may have been meant as a question, or for another chat.
    record AddForwarded(String words) implements AddArticle {}

    /// An article to be removed.
    record RemoveArticle(String articleId, String title) implements PendingConfirmation {}

    /// A group's messages of before, in a file.
    record ImportHistory(String fileId) implements PendingConfirmation {}
}
