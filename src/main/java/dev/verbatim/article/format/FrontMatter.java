package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/// The front matter of a file: YAML between two `---` lines at its top. Every value is taken as it
/// is written: no date, number or other object is constructed from it, so a tag has no effect and
/// an alias costs nothing.
public final class FrontMatter {

    private static final Set<String> KEYS =
            Set.of(
                    "title",
                    "publisher",
                    "author",
                    "published",
                    "url",
                    "language",
                    "license",
                    "fetched");

    /// Far more than any editor writes; a file may have 5 MB, and front matter is parsed in memory.
    private static final int MAX_CHARACTERS = 100_000;

    private static final int MAX_DEPTH = 20;

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // Longer values are refused when they are read; more would only make the error hard to read.
    private static final int MAX_WRITTEN_VALUE = 1_000;

    private final Map<String, FrontMatterEntry> entries = new LinkedHashMap<>();

    private FrontMatter() {}

    static FrontMatter parse(String yaml) throws ArticleFormatException {
        FrontMatter frontMatter = new FrontMatter();
        for (NodeTuple tuple : tuples(yaml)) {
            frontMatter.add(tuple);
        }
        return frontMatter;
    }

    private static List<NodeTuple> tuples(String yaml) throws ArticleFormatException {
        Node root = compose(yaml);
        return switch (root) {
            case null -> List.of();
            case MappingNode mapping -> mapping.getValue();
            default ->
                    throw new ArticleFormatException(
                            lineOf(root),
                            "the front matter is not a list of keys and values",
                            "Write a line such as: title: What the article is called");
        };
    }

    private static @Nullable Node compose(String yaml) throws ArticleFormatException {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        try {
            return new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw malformed(e);
        } catch (YAMLException e) {
            throw new ArticleFormatException(
                    "the front matter can't be read, it is too long, nested too deep or damaged",
                    "Keep only one \"key: value\" a line");
        }
    }

    private static ArticleFormatException malformed(MarkedYAMLException e) {
        Integer line = e.getProblemMark() == null ? null : e.getProblemMark().getLine() + 2;
        return new ArticleFormatException(
                line,
                "the front matter is not YAML, " + e.getProblem(),
                "Write one \"key: value\" a line, and quotes around a value with a colon in it");
    }

    private void add(NodeTuple tuple) throws ArticleFormatException {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw new ArticleFormatException(
                    lineOf(tuple.getKeyNode()), "a key is not a word", "Write key: value");
        }
        FrontMatterEntry entry =
                new FrontMatterEntry(key.getValue(), lineOf(key), tuple.getValueNode());
        FrontMatterEntry before = entries.putIfAbsent(entry.key(), entry);
        if (before != null) {
            throw new ArticleFormatException(
                    entry.line(),
                    "\""
                            + ValidationError.abbreviate(entry.key())
                            + "\" is already on line "
                            + before.line(),
                    "Keep one of them");
        }
    }

    // YAML counts from 0, and begins after the first ---.
    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 2;
    }

    ArticleMetadata metadata() throws ArticleFormatException {
        return new ArticleMetadata(
                value("title", FrontMatterEntry::text),
                value("publisher", FrontMatterEntry::text),
                value("author", FrontMatterEntry::text),
                value("published", FrontMatterEntry::date),
                value("url", FrontMatterEntry::url),
                value("language", FrontMatterEntry::language),
                value("license", FrontMatterEntry::text));
    }

    private <T> @Nullable T value(String key, Conversion<T> conversion)
            throws ArticleFormatException {
        FrontMatterEntry entry = entries.get(key);
        return entry == null || entry.isEmpty() ? null : conversion.of(entry);
    }

    private interface Conversion<T> {
        T of(FrontMatterEntry entry) throws ArticleFormatException;
    }

    /// Keys without a meaning here: other programs' keys, or misspelt ones.
    public List<String> unknownKeys() {
        return entries.keySet().stream().filter(key -> !KEYS.contains(key)).toList();
    }

    /// Writes front matter, with its `---` lines. Values are in single quotes, where YAML gives no
    /// character a meaning but the quote itself.
    public static String write(String title, @Nullable String url) {
        String urlLine = url == null || Whitespace.only(url) ? "" : line("url", url);
        return "---\n" + line("title", title) + urlLine + "---\n";
    }

    /// Writes front matter with these keys and values, in their order.
    public static String write(SequencedMap<String, String> values) {
        StringBuilder lines = new StringBuilder("---\n");
        values.forEach((key, value) -> lines.append(line(key, value)));
        return lines.append("---\n").toString();
    }

    private static String line(String key, String value) {
        return key + ": '" + onOneLine(value).replace("'", "''") + "'\n";
    }

    private static String onOneLine(String value) {
        return LINE_BREAKS
                .matcher(value)
                .replaceAll(" ")
                .codePoints()
                .filter(StreamReader::isPrintable)
                .limit(MAX_WRITTEN_VALUE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /// A `key: value` line of front matter.
    ///
    /// @param line of the file, counted from 1
    record FrontMatterEntry(String key, int line, Node value) {

        boolean isEmpty() {
            return value.getTag().equals(Tag.NULL)
                    || (value instanceof ScalarNode scalar && Whitespace.only(scalar.getValue()));
        }

        /// The value as it is written, on one line.
        String text() throws ArticleFormatException {
            if (value instanceof ScalarNode scalar) {
                return Whitespace.squeezed(scalar.getValue());
            }
            throw new ArticleFormatException(
                    line,
                    "\"" + key + "\" is not one line of text",
                    "Write " + key + ": and the text, in quotes when it begins with a bracket");
        }

        LocalDate date() throws ArticleFormatException {
            try {
                return LocalDate.parse(text());
            } catch (DateTimeException e) {
                throw wrong("is not a date", "Write it as 2022-10-12");
            }
        }

        URI url() throws ArticleFormatException {
            try {
                return Publication.parseUrl(text());
            } catch (URISyntaxException e) {
                throw wrong("is not a web address", "Write it as https://example.org/article");
            }
        }

        Locale language() throws ArticleFormatException {
            Optional<Locale> language = ArticleMetadata.parseLanguage(text());
            if (language.isEmpty()) {
                throw wrong("is not a language", "Write it as en, de or pt-BR");
            }
            return language.get();
        }

        private ArticleFormatException wrong(String problem, String advice)
                throws ArticleFormatException {
            return new ArticleFormatException(
                    line,
                    "\"" + key + ": " + ValidationError.abbreviate(text()) + "\" " + problem,
                    advice);
        }
    }
}
