package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.ValidationError;
import java.nio.file.Path;
import java.util.List;

/// What became of a [Submission].
public sealed interface SubmissionResult {

    /// It is in the content folder, and served in a moment.
    ///
    /// @param file relative to the content folder
    /// @param article as it was read
    /// @param replaced whether an article of this id was there before
    /// @param warnings what the editor should have a look at
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

    /// Another article has the same id, and stays. [ArticleSubmissionService#replace] would replace
    /// it.
    ///
    /// @param title of the article that is there, or its file's name when it isn't served
    record NameTaken(String articleId, String title) implements SubmissionResult {}

    /// It can't be served as it is. Nothing was written.
    record Refused(ValidationError error) implements SubmissionResult {}

    /// It could not be written, for a reason that lies in the machine: no space, no permission.
    record Failed(String cause) implements SubmissionResult {}
}
