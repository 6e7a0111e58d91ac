package dev.verbatim.article.library;

/// What became of a wish to have an article removed.
public sealed interface RemovalResult {

    /// Its file is gone, and it is withdrawn in a moment.
    ///
    /// @param title or the file's name, when it wasn't served
    record Removed(String articleId, String title) implements RemovalResult {}

    /// There is no such article.
    record NotFound(String articleId) implements RemovalResult {}

    /// Its file could not be deleted, for a reason that lies in the machine.
    record Failed(String cause) implements RemovalResult {}
}
