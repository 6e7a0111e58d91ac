package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A parser of front matter in TOML, as Hugo and Zola write it between two `+++` lines: keys with
/// strings, dates and lists. Of other tables it takes those that hold facts: `[params]`, `[extra]`,
/// `[author]` and `[[authors]]`.
final class TomlFrontMatter {

    private static final int MAX_ENTRIES = 500;
    private static final Set<String> SECTIONS = Set.of("", "params", "extra");
    private static final Set<String> AUTHORS = Set.of("author", "authors");

    private final String toml;
    private int at;
    private int line;
    private String table = "";
    private final List<FrontMatterEntry> entries = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private int authorLine;

    private TomlFrontMatter(String toml, int firstLine) {
        this.toml = toml;
        this.line = firstLine;
    }

    /// @param firstLine of the TOML in the file, counted from 1
    static FrontMatter parse(String toml, int firstLine) {
        return new TomlFrontMatter(toml, firstLine).parse();
    }

    private FrontMatter parse() {
        skipBlanks(true);
        while (at < toml.length() && entries.size() < MAX_ENTRIES) {
            if (peek() == '[') {
                readTable();
            } else {
                readEntry();
            }
            skipLine();
            skipBlanks(true);
        }
        if (!authors.isEmpty()) {
            entries.add(new FrontMatterEntry("authors", authorLine, authors, false));
        }
        return new FrontMatter(entries);
    }

    private void readTable() {
        int start = at;
        while (at < toml.length() && peek() != '\n' && peek() != ']') {
            at++;
        }
        table = toml.substring(start, at).replace("[", "").strip().toLowerCase(Locale.ROOT);
    }

    private void readEntry() {
        int start = at;
        int keyLine = line;
        while (at < toml.length() && peek() != '\n' && peek() != '=') {
            at++;
        }
        String key = unquoted(toml.substring(start, at).strip());
        if (at == toml.length() || peek() == '\n' || key.isEmpty()) {
            return;
        }
        at++;
        skipBlanks(false);
        boolean isText = at == toml.length() || (peek() != '[' && peek() != '{');
        add(key, keyLine, values(), isText);
    }

    private void add(String key, int keyLine, List<String> values, boolean isText) {
        int dot = key.lastIndexOf('.');
        String section = dot < 0 ? table : key.substring(0, dot);
        String name = key.substring(dot + 1);
        if (SECTIONS.contains(section)) {
            entries.add(
                    new FrontMatterEntry(
                            name, keyLine, values.isEmpty() ? List.of("") : values, isText));
        } else if (AUTHORS.contains(section) && name.equals("name")) {
            authors.addAll(values);
            authorLine = keyLine;
        }
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        if (at < toml.length() && (peek() == '[' || peek() == '{')) {
            readList(values);
        } else if (at < toml.length()) {
            values.add(readScalar());
        }
        return values;
    }

    /// The items of a list; of an inline table only its name.
    private void readList(List<String> values) {
        int depth = 0;
        String key = "";
        do {
            char next = peek();
            if (next == '[' || next == '{') {
                depth++;
                at++;
                key = "";
            } else if (next == ']' || next == '}') {
                depth--;
                at++;
            } else if (next == ',' || next == '=') {
                at++;
                key = next == ',' ? "" : key;
            } else {
                String word = readScalar();
                skipBlanks(true);
                if (at < toml.length() && peek() == '=') {
                    key = word;
                } else if (key.isEmpty() || key.equals("name")) {
                    values.add(word);
                }
            }
            skipBlanks(true);
        } while (depth > 0 && at < toml.length());
    }

    private String readScalar() {
        for (String quote : List.of("\"\"\"", "'''", "\"", "'")) {
            if (toml.startsWith(quote, at)) {
                return readString(quote);
            }
        }
        int start = at;
        while (at < toml.length() && "\n#,]}=".indexOf(peek()) < 0) {
            at++;
        }
        at += at == start ? 1 : 0;
        return toml.substring(start, at).strip();
    }

    private String readString(String quote) {
        boolean escapes = quote.charAt(0) == '"';
        var text = new StringBuilder();
        at += quote.length();
        while (at < toml.length() && !toml.startsWith(quote, at)) {
            if (escapes && peek() == '\\' && at + 1 < toml.length()) {
                at++;
                text.append(escaped());
            } else {
                line += peek() == '\n' ? 1 : 0;
                text.append(peek());
            }
            at++;
        }
        at = Math.min(toml.length(), at + quote.length());
        return text.toString();
    }

    private String escaped() {
        int digits = peek() == 'u' ? 4 : peek() == 'U' ? 8 : 0;
        if (digits == 0 || at + digits >= toml.length()) {
            return "nrtbf".indexOf(peek()) >= 0 ? " " : String.valueOf(peek());
        }
        try {
            int codePoint = Integer.parseInt(toml, at + 1, at + 1 + digits, 16);
            at += digits;
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private static String unquoted(String key) {
        return key.replace("\"", "").replace("'", "");
    }

    private char peek() {
        return toml.charAt(at);
    }

    private void skipLine() {
        while (at < toml.length() && peek() != '\n') {
            at++;
        }
    }

    /// Skips blanks and comments.
    private void skipBlanks(boolean lines) {
        while (at < toml.length()) {
            if (peek() == '#') {
                skipLine();
            } else if (peek() == '\n' && lines) {
                line++;
                at++;
            } else if (peek() == ' ' || peek() == '\t') {
                at++;
            } else {
                return;
            }
        }
    }
}
