package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.ValidationError;
import java.nio.file.Path;
import java.util.List;

/// An outcome of a [Submission].
public sealed interface SubmissionResult {

    /// The article is in the content folder, and will be served in a moment.
    ///
    /// @param file relative to the content folder
    /// @param replaced whether it took the place of an article with the same id
    /// @param warnings for the editor
    record Saved(Path file, Article article, boolean replaced, List<ValidationWarning> warnings)
            implements SubmissionResult {

        public Saved {
            warnings = List.copyOf(warnings);
        }

        /// How many of the quotations have a speaker.
        public int attributedQuotations() {
            return (int) article.quotations().stream().filter(q -> q.speaker() != null).count();
        }
    }

    /// Another article has the same id, and stays. [ArticleSubmissionService#replace] replaces it.
    ///
    /// @param title of the existing article, or its file's name when it isn't served
    record NameTaken(String articleId, String title) implements SubmissionResult {}

    /// The article can't be served as it is. Nothing was written.
    record Refused(ValidationError error) implements SubmissionResult {}

    /// The article could not be written, for a reason outside it: no space, no permission.
    record Failed(String cause) implements SubmissionResult {}
}
