package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parser of facts written as one `key: value` a line: heads of mails, Pelican's and
/// MultiMarkdown's front matter, and YAML that isn't any. A value goes on in lines that begin with
/// a blank, and a list has an item a line, behind a dash.
final class FrontMatterLines {

    private static final Pattern LINE =
            Pattern.compile(
                    "^([\\p{L}][\\p{L}\\p{Nd}_-]*+(?: [\\p{L}\\p{Nd}_-]++){0,2}+)[ \\t]*+::?(?:[ \\t]++(.*+))?+$");
    private static final Pattern ITEM =
            Pattern.compile("^[ \\t]*+-[ \\t]++(?:name:[ \\t]++)?+(.++)$");
    private static final Pattern FIELD =
            Pattern.compile(
                    "^[ \\t]++(?:name|literal)[ \\t]*+:[ \\t]++(.++)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FIELD =
            Pattern.compile("^[ \\t]++[\\p{L}_-]++[ \\t]*+:(?:[ \\t].*+)?+$");

    private static final Pattern COMMA = Pattern.compile(",");

    private static final int MAX_ENTRIES = 200;

    private final List<FrontMatterEntry> entries = new ArrayList<>();
    private String key = "";
    private int keyLine;
    private final List<String> values = new ArrayList<>();
    private boolean isList;

    private FrontMatterLines() {}

    /// @param firstLine of the lines in the file, counted from 1
    static List<FrontMatterEntry> parse(String lines, int firstLine) {
        var parser = new FrontMatterLines();
        int number = firstLine;
        for (String line : lines.lines().toList()) {
            parser.add(line, number);
            number++;
        }
        parser.end();
        return parser.entries;
    }

    /// Whether a line is a key with its value.
    static boolean isEntry(String line) {
        return LINE.matcher(line).matches();
    }

    private void add(String line, int number) {
        Matcher entry = LINE.matcher(line);
        if (entry.matches()) {
            end();
            key = entry.group(1);
            keyLine = number;
            String value = entry.group(2);
            addValue(value == null ? "" : value.strip());
        } else {
            addMore(line);
        }
    }

    private void addMore(String line) {
        Matcher item = ITEM.matcher(line);
        Matcher field = FIELD.matcher(line);
        if (item.matches()) {
            isList = true;
            addValue(item.group(1).strip());
        } else if (field.matches()) {
            isList = true;
            addValue(field.group(1).strip());
        } else if (!isList
                && !values.isEmpty()
                && !line.isBlank()
                && Character.isWhitespace(line.charAt(0))
                && !OTHER_FIELD.matcher(line).matches()) {
            values.set(0, (values.getFirst() + " " + line.strip()).strip());
        }
    }

    private void addValue(String value) {
        boolean bracketed = value.startsWith("[") && value.endsWith("]") && !value.startsWith("[[");
        if (bracketed) {
            isList = true;
            for (String one : COMMA.split(value.substring(1, value.length() - 1), -1)) {
                values.add(unquoted(one.strip()));
            }
        } else if (!value.isEmpty()) {
            values.add(unquoted(value));
        }
    }

    private static String unquoted(String value) {
        boolean quoted =
                value.length() > 1
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                        && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void end() {
        if (!key.isEmpty() && entries.size() < MAX_ENTRIES) {
            String words = values.isEmpty() ? "" : values.getFirst();
            entries.add(
                    isList
                            ? new FrontMatterEntry(key, keyLine, values, false)
                            : FrontMatterEntry.text(key, keyLine, MimeText.decodeWords(words)));
        }
        key = "";
        values.clear();
        isList = false;
    }
}
