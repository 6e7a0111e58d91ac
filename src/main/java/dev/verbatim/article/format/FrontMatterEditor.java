package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An editor of the facts above a text: it changes the lines of front matter between `---` lines,
/// or puts some above a text that has none. All other lines stay as they are.
final class FrontMatterEditor {

    private static final Pattern YAML =
            Pattern.compile(
                    "^\\s*+---[ \\t]*+\\n((?:(?!---[ \\t]*+(?:\\n|\\z)).*+\\n)*+)---[ \\t]*+(?:\\n|\\z)");

    private final SequencedMap<String, String> facts;

    private FrontMatterEditor(SequencedMap<String, String> facts) {
        this.facts = facts;
    }

    /// @param facts new values by their keys
    /// @param title of the article so far
    static String edit(
            String text, ArticleFormat format, SequencedMap<String, String> facts, String title)
            throws ArticleFormatException {
        var editor = new FrontMatterEditor(facts);
        SourceDocument document = SourceDocument.of(text);
        Matcher yaml = YAML.matcher(text);
        if (document.frontMatter().isEmpty()) {
            return editor.above(withoutTitle(text, format, title), title);
        }
        if (!yaml.find()) {
            throw new ArticleFormatException(
                    "has its facts in another form than between --- lines",
                    "Change them in the file, and send it again");
        }
        return "---\n" + editor.changed(yaml.group(1)) + "---\n" + text.substring(yaml.end());
    }

    /// Changes a text that is nothing but facts.
    static String edit(String lines, SequencedMap<String, String> facts) {
        Matcher yaml = YAML.matcher(lines);
        String known = yaml.find() ? yaml.group(1) : lines.strip();
        return "---\n" + new FrontMatterEditor(facts).changed(known) + "---\n";
    }

    private String above(String text, String title) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("title", title);
        all.putAll(facts);
        return FrontMatter.write(all) + "\n" + text;
    }

    /// Without the line that was the title, or it would become a part of the text.
    private static String withoutTitle(String text, ArticleFormat format, String title) {
        if (format == ArticleFormat.PLAIN_TEXT) {
            String start = text.strip();
            return start.substring(PlainTextParser.headlineEnd(start)).strip() + "\n";
        }
        String heading = "# " + title + "\n";
        return text.stripLeading().startsWith(heading)
                ? text.stripLeading().substring(heading.length())
                : text;
    }

    /// The lines without those of the facts that change, and with their new ones.
    private String changed(String lines) {
        List<String> kept = new ArrayList<>();
        boolean dropping = false;
        for (String line : lines.lines().toList()) {
            boolean isEntry = FrontMatterLines.isEntry(line);
            dropping = isEntry ? changes(line.substring(0, line.indexOf(':'))) : dropping;
            if (!dropping) {
                kept.add(line + "\n");
            }
        }
        facts.forEach((key, value) -> kept.add(FrontMatter.line(key, value)));
        return String.join("", kept);
    }

    private boolean changes(String key) {
        return facts.keySet().stream().anyMatch(fact -> FrontMatter.isSameFact(fact, key));
    }
}
