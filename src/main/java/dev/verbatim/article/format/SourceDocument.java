package dev.verbatim.article.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file's text, divided into its front matter, if it has any, and its body.
public record SourceDocument(Optional<FrontMatter> frontMatter, String body) {

    private static final Pattern OPENING = Pattern.compile("\\A---[ \\t]*+(?:\\n|\\z)");
    private static final Pattern CLOSING =
            Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);

    public static SourceDocument of(String text) throws ArticleFormatException {
        Matcher opening = OPENING.matcher(text);
        if (!opening.find()) {
            return new SourceDocument(Optional.empty(), text);
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
                Optional.of(FrontMatter.parse(yaml)), text.substring(closing.end()));
    }

    ArticleMetadata metadata() throws ArticleFormatException {
        return frontMatter.isPresent() ? frontMatter.get().metadata() : ArticleMetadata.NONE;
    }
}
