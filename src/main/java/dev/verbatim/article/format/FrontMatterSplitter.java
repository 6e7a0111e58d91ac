package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A splitter that finds the front matter on top of a file, in whichever dialect it is: between
/// `---` (YAML) or `+++` (TOML), in braces (JSON), behind `%` (Pandoc), or `key: value` lines up to
/// the first blank one (mails, Pelican, MultiMarkdown, Logseq).
final class FrontMatterSplitter {

    private static final Pattern OPENING =
            Pattern.compile("^\\s*+(---|\\+\\+\\+)[ \\t]*+(ya?ml|toml|json)?+[ \\t]*+(?:\\n|\\z)");
    private static final Pattern YAML_END =
            Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);
    private static final Pattern TOML_END =
            Pattern.compile("^\\+\\+\\+[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile("^\\s*+\\{[ \\t]*+\\n");
    private static final Pattern JSON_END =
            Pattern.compile("^\\}[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);
    private static final Pattern KEY =
            Pattern.compile("^\\s*+[\\p{L}_\"-][\\w .\"-]{0,40}?::?(?:[ \\t]|\\n|\\z)");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*+(?:\\n|\\z)");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    // Keys with which the head of a mail begins, beside the known facts.
    private static final Set<String> MAIL_KEYS =
            Set.of(
                    "to",
                    "cc",
                    "bcc",
                    "replyto",
                    "messageid",
                    "received",
                    "returnpath",
                    "mimeversion",
                    "deliveredto",
                    "listid",
                    "an",
                    "à",
                    "para",
                    "кому",
                    "tags",
                    "category",
                    "slug",
                    "type");

    private static final int MAX_HEAD = 20_000;

    private FrontMatterSplitter() {}

    /// @param bodyStart where the body begins in the file's text
    record Split(FrontMatter frontMatter, int bodyStart) {}

    static Optional<Split> split(String text) throws ArticleFormatException {
        Matcher opening = OPENING.matcher(text);
        if (opening.find()) {
            return fenced(text, opening);
        }
        Matcher json = JSON.matcher(text);
        if (json.find()) {
            return json(text, json);
        }
        return text.startsWith("% ") ? Optional.of(pandoc(text)) : lines(text);
    }

    /// A rule on top of a text, and not front matter, when no key follows: with a blank line above,
    /// or without an end.
    private static Optional<Split> fenced(String text, Matcher opening)
            throws ArticleFormatException {
        boolean onTop = opening.start(1) == 0;
        boolean keyed = KEY.matcher(text).region(opening.end(), text.length()).lookingAt();
        boolean toml = opening.group(1).equals("+++") || "toml".equals(opening.group(2));
        Matcher end = (opening.group(1).equals("+++") ? TOML_END : YAML_END).matcher(text);
        boolean ends = end.find(opening.end());
        if (!keyed && (!onTop || !ends) && !toml) {
            return Optional.empty();
        }
        if (!ends) {
            throw new ArticleFormatException(
                    line(text, opening.start(1)),
                    "the front matter that begins here does not end",
                    "Write " + opening.group(1) + " on a line of its own behind it");
        }
        String facts = text.substring(opening.end(), end.start());
        int firstLine = line(text, opening.end());
        FrontMatter frontMatter =
                toml
                        ? TomlFrontMatter.parse(facts, firstLine)
                        : YamlFrontMatter.parse(facts, firstLine);
        return Optional.of(new Split(frontMatter, end.end()));
    }

    private static Optional<Split> json(String text, Matcher opening)
            throws ArticleFormatException {
        Matcher end = JSON_END.matcher(text);
        if (!end.find(opening.end())) {
            return Optional.empty();
        }
        int start = text.indexOf('{');
        String facts = text.substring(start, end.end()).replace('\t', ' ').replace("\\/", "/");
        return Optional.of(new Split(YamlFrontMatter.parse(facts, line(text, start)), end.end()));
    }

    /// Up to three fields, of a line each and those below it that begin with a blank.
    private static Split pandoc(String text) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        while (fields.size() <= 3 && start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            boolean goesOn = line.startsWith(" ") && !line.isBlank() && !fields.isEmpty();
            if (!line.startsWith("%") && !goesOn) {
                break;
            }
            if (goesOn) {
                fields.set(fields.size() - 1, fields.getLast() + "\n" + line.strip());
            } else {
                fields.add(line.substring(1).strip());
            }
            start = Math.min(text.length(), end + 1);
        }
        return new Split(new FrontMatter(pandocEntries(fields)), start);
    }

    private static List<FrontMatterEntry> pandocEntries(List<String> fields) {
        List<FrontMatterEntry> entries = new ArrayList<>();
        entries.add(FrontMatterEntry.text("title", 1, fields.getFirst()));
        if (fields.size() > 1) {
            List<String> authors =
                    fields.get(1).lines().flatMap(line -> SEMICOLON.splitAsStream(line)).toList();
            entries.add(new FrontMatterEntry("author", 2, authors, false));
        }
        if (fields.size() > 2) {
            entries.add(FrontMatterEntry.text("date", 3, fields.get(2)));
        }
        return entries;
    }

    private static Optional<Split> lines(String text) {
        Matcher blank = BLANK_LINE.matcher(text);
        int start = text.length() - text.stripLeading().length();
        boolean keyed = KEY.matcher(text).region(start, text.length()).lookingAt();
        if (!keyed || !blank.find(start) || blank.start() - start > MAX_HEAD) {
            return Optional.empty();
        }
        String head = text.substring(start, blank.start());
        List<FrontMatterEntry> entries = FrontMatterLines.parse(head, line(text, start));
        boolean whole =
                head.lines()
                        .allMatch(
                                one ->
                                        one.startsWith(" ")
                                                || one.startsWith("\t")
                                                || FrontMatterLines.isEntry(one));
        return whole && isHead(entries)
                ? Optional.of(new Split(new FrontMatter(entries), blank.end()))
                : Optional.empty();
    }

    private static boolean isHead(List<FrontMatterEntry> entries) {
        String first = entries.getFirst().normalizedKey();
        return FrontMatter.hasTitle(entries)
                && (MAIL_KEYS.contains(first) || FrontMatter.isKnown(entries.getFirst()));
    }

    private static int line(String text, int at) {
        return 1 + (int) text.chars().limit(at).filter(character -> character == '\n').count();
    }
}
