package dev.verbatim.telegram.editors;

/// What an editor, or an admin of a group, wants to have done, and is asked about before it is.
public sealed interface PendingConfirmation {

    /// An article to be filed.
    sealed interface Article extends PendingConfirmation {}

    /// A file in the place of the article that has its name.
    record FileInstead(String fileId, String fileName) implements Article {}

    /// A text in the place of the article that has its name.
    record TextInstead(String words) implements Article {}

    /// A message of somebody else's: it may have been meant as a question, or for another chat.
    record Forwarded(String words) implements Article {}

    /// An article to be removed.
    record Leaving(String articleId, String title) implements PendingConfirmation {}

    /// A group's messages of before, in a file.
    record History(String fileId) implements PendingConfirmation {}
}
