package dev.verbatim.article.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file's text, divided into its front matter, if it has any, and its body.
///
/// @param firstLine the number of the body's first line in the file, from 1
public record SourceDocument(Optional<FrontMatter> frontMatter, String body, int firstLine) {

    // Enough to find a paragraph again, and little to change.
    private static final int LOOKED_UP = 40;

    private static final Pattern OPENING = Pattern.compile("\\A---[ \\t]*+(?:\\n|\\z)");
    private static final Pattern CLOSING =
            Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);

    public static SourceDocument of(String text) throws ArticleFormatException {
        ParsingLimits.checkLines(text);
        Matcher opening = OPENING.matcher(text);
        if (!opening.find()) {
            return new SourceDocument(Optional.empty(), text, 1);
        }
        Matcher closing = CLOSING.matcher(text);
        if (!closing.find(opening.end())) {
            throw new ArticleFormatException(
                    1,
                    "the front matter that begins here does not end",
                    "Write --- on a line of its own behind it");
        }
        String yaml = text.substring(opening.end(), closing.start());
        return new SourceDocument(
                Optional.of(FrontMatter.parse(yaml)),
                text.substring(closing.end()),
                1 + lineEnds(text.substring(0, closing.end())));
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

    ArticleMetadata metadata() throws ArticleFormatException {
        return frontMatter.isPresent() ? frontMatter.get().metadata() : ArticleMetadata.NONE;
    }
}
