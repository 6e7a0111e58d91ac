package dev.verbatim.article.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a file, divided into its front matter, if it has any, and its body.
public record Manuscript(Optional<FrontMatter> frontMatter, String body) {

    private static final Pattern OPENING = Pattern.compile("\\A---[ \\t]*+(?:\\n|\\z)");
    private static final Pattern CLOSING =
            Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);

    public static Manuscript of(String text) throws Fault {
        Matcher opening = OPENING.matcher(text);
        if (!opening.find()) {
            return new Manuscript(Optional.empty(), text);
        }
        Matcher closing = CLOSING.matcher(text);
        if (!closing.find(opening.end())) {
            throw new Fault(
                    1,
                    "the front matter that begins here does not end",
                    "Write --- on a line of its own behind it");
        }
        String yaml = text.substring(opening.end(), closing.start());
        return new Manuscript(Optional.of(FrontMatter.parse(yaml)), text.substring(closing.end()));
    }

    public Imprint imprint() throws Fault {
        return frontMatter.isPresent() ? frontMatter.get().imprint() : Imprint.NONE;
    }
}
