package dev.verbatim.article;

import java.nio.file.Path;
import java.util.List;

/// Reads articles: a file of the content folder, or a text that comes with its places.
public final class ArticleReader {

    /// Reads one file.
    ///
    /// @param folder the content folder; a file whose real path is outside is refused
    /// @param file inside the folder
    /// @throws java.io.UncheckedIOException when the file can't be read at all
    public Reading read(Path folder, Path file) {
        throw new UnsupportedOperationException("to be written: " + folder + file);
    }

    /// An article of which the text is already there, with the language detected, when it isn't
    /// given, and sentences and quotations found.
    ///
    /// @param paragraphs places in the text, in order; blank ones are left out
    public Article read(
            String id, Publication publication, String text, List<TextSpan> paragraphs) {
        throw new UnsupportedOperationException("to be written");
    }
}
