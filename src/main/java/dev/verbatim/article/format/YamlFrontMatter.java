package dev.verbatim.article.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A parser of front matter in YAML or JSON, which is YAML. Only the nodes are looked at: a tag has
/// no effect, and an alias costs nothing.
///
/// What isn't YAML is read line by line, since no editor knows that a title with a colon needs
/// quotes.
final class YamlFrontMatter {

    /// Far more than any editor writes; a file may have 5 MB, and front matter is parsed in memory.
    private static final int MAX_CHARACTERS = 100_000;

    private static final int MAX_DEPTH = 20;

    // Where Hugo and Zola keep the facts that they don't know themselves.
    private static final Set<String> SECTIONS = Set.of("params", "extra");

    private final String yaml;
    private final int firstLine;
    private final List<FrontMatterEntry> entries = new ArrayList<>();
    private final List<FrontMatterEntry> nested = new ArrayList<>();

    private YamlFrontMatter(String yaml, int firstLine) {
        this.yaml = yaml;
        this.firstLine = firstLine;
    }

    /// @param firstLine of the YAML in the file, counted from 1
    static FrontMatter parse(String yaml, int firstLine) throws ArticleFormatException {
        return new YamlFrontMatter(yaml, firstLine).parse();
    }

    private FrontMatter parse() throws ArticleFormatException {
        try {
            return ofNode(compose());
        } catch (MarkedYAMLException e) {
            return new FrontMatter(FrontMatterLines.parse(yaml, firstLine), malformed(e));
        } catch (YAMLException e) {
            throw new ArticleFormatException(
                    "the front matter can't be read, it is too long, nested too deep or damaged",
                    "Keep only one \"key: value\" a line");
        }
    }

    private @Nullable Node compose() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        return new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
    }

    private ArticleFormatException malformed(MarkedYAMLException e) {
        Integer line = e.getProblemMark() == null ? null : e.getProblemMark().getLine() + firstLine;
        return new ArticleFormatException(
                line,
                "the front matter is not YAML, "
                        + e.getProblem()
                        + ", so each line is taken as it is",
                "Write one \"key: value\" a line, and quotes around a value with a colon in it");
    }

    private FrontMatter ofNode(@Nullable Node root) {
        return switch (root) {
            case null -> FrontMatter.NONE;
            case MappingNode mapping -> {
                addAll(mapping, true);
                yield new FrontMatter(Stream.concat(entries.stream(), nested.stream()).toList());
            }
            default ->
                    new FrontMatter(
                            List.of(),
                            new ArticleFormatException(
                                    lineOf(root),
                                    "the front matter is not a list of keys and values",
                                    "Write a line such as: title: What the article is called"));
        };
    }

    private void addAll(MappingNode mapping, boolean onTop) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                continue;
            }
            Node value = tuple.getValueNode();
            (onTop ? entries : nested)
                    .add(
                            new FrontMatterEntry(
                                    key.getValue(),
                                    lineOf(key),
                                    values(value),
                                    value instanceof ScalarNode));
            if (SECTIONS.contains(key.getValue())
                    && value instanceof MappingNode section
                    && onTop) {
                addAll(section, false);
            }
        }
    }

    private int lineOf(Node node) {
        return node.getStartMark().getLine() + firstLine;
    }

    /// A list's items and, of each that has several fields, its name.
    private List<String> values(Node node) {
        return switch (node) {
            case ScalarNode scalar -> List.of(text(scalar));
            case SequenceNode list ->
                    list.getValue().stream().flatMap(item -> name(item).stream()).toList();
            case MappingNode fields -> ofFields(fields);
            default -> List.of();
        };
    }

    /// The name of one, or the names of several by their keys.
    private List<String> ofFields(MappingNode fields) {
        Optional<String> name = name(fields);
        return name.isPresent()
                ? List.of(name.get())
                : fields.getValue().stream()
                        .flatMap(field -> name(field.getValueNode()).stream())
                        .toList();
    }

    private Optional<String> name(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Optional.of(text(scalar));
            case MappingNode fields ->
                    Stream.of("name", "literal", "title")
                            .flatMap(key -> field(fields, key).stream())
                            .findFirst()
                            .or(() -> fullName(fields));
            default -> Optional.empty();
        };
    }

    private Optional<String> fullName(MappingNode fields) {
        String name =
                Stream.of(
                                List.of("given", "firstname", "first"),
                                List.of("family", "lastname", "last"))
                        .flatMap(
                                keys ->
                                        keys.stream()
                                                .flatMap(key -> field(fields, key).stream())
                                                .limit(1))
                        .reduce("", (one, other) -> (one + " " + other).strip());
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private Optional<String> field(MappingNode fields, String wanted) {
        return fields.getValue().stream()
                .filter(
                        field ->
                                field.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equalsIgnoreCase(wanted))
                .flatMap(
                        field ->
                                field.getValueNode() instanceof ScalarNode value
                                        ? Stream.of(text(value))
                                        : Stream.empty())
                .findFirst();
    }

    /// A scalar's text. `#5` behind a blank is no comment to anyone but YAML.
    private String text(ScalarNode scalar) {
        if (!scalar.isPlain() || scalar.getEndMark().getIndex() >= yaml.length()) {
            return scalar.getValue();
        }
        int end = yaml.offsetByCodePoints(0, scalar.getEndMark().getIndex());
        int lineEnd = yaml.indexOf('\n', end);
        String rest = yaml.substring(end, lineEnd < 0 ? yaml.length() : lineEnd).strip();
        boolean words =
                rest.startsWith("#")
                        && rest.length() > 1
                        && !Character.isWhitespace(rest.charAt(1));
        return words && !rest.startsWith("##") ? scalar.getValue() + " " + rest : scalar.getValue();
    }
}
