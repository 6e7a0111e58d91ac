package dev.verbatim.article.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file's text, divided into its front matter, if it has any, and its body.
///
/// @param firstLine the number of the body's first line in the file, from 1
record SourceDocument(Optional<FrontMatter> frontMatter, String body, int firstLine) {

    // Enough to find a paragraph again, and little to change.
    private static final int LOOKED_UP = 40;

    static SourceDocument of(String text) throws ArticleFormatException {
        ParsingLimits.checkLines(text);
        Optional<FrontMatterSplitter.Split> split = FrontMatterSplitter.split(text);
        return split.isEmpty()
                ? new SourceDocument(Optional.empty(), text, 1)
                : new SourceDocument(
                        Optional.of(split.get().frontMatter()),
                        text.substring(split.get().bodyStart()),
                        1 + lineEnds(text.substring(0, split.get().bodyStart())));
    }

    /// The same document with another body that has the same lines.
    SourceDocument withBody(String body) {
        return new SourceDocument(frontMatter, body, firstLine);
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    /// The line of the file on which some words of the body begin; missing when the format has
    /// changed their beginning.
    @Nullable Integer lineOf(String words) {
        String beginning = words.substring(0, Math.min(words.length(), LOOKED_UP));
        int at = body.indexOf(beginning);
        return at < 0 ? null : lineAt(at);
    }

    /// The line of the file with a character of the body.
    int lineAt(int index) {
        return firstLine + lineEnds(body.substring(0, index));
    }
}
