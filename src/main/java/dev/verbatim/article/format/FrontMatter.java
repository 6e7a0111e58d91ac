package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/// The facts at the top of a file, in any of the usual dialects: YAML, TOML, JSON, Pandoc's title
/// block, the head of a mail. Every value is taken as it is written, and no object is constructed
/// from it.
///
/// Editors' programs call a fact by many names, so several keys mean the same. A fact that can't be
/// used is left out, and what is wrong with it is kept for the editor.
public final class FrontMatter {

    private static final List<String> TITLE = List.of("title", "headline");
    private static final List<String> SUBJECT =
            List.of("subject", "betreff", "objet", "asunto", "oggetto", "тема");
    private static final List<String> PUBLISHER =
            List.of("publisher", "publication", "newspaper", "sitename");
    private static final List<String> SENDER = List.of("from", "von", "de", "da", "от", "від");
    private static final List<String> AUTHOR = List.of("author", "authors", "byline", "creator");
    private static final List<String> PUBLISHED =
            List.of(
                    "published",
                    "pubdate",
                    "publishdate",
                    "publisheddate",
                    "publishedat",
                    "publishedon",
                    "publicationdate",
                    "publishedtime",
                    "datepublished",
                    "date",
                    "sent",
                    "datum",
                    "gesendet",
                    "fecha",
                    "дата");
    private static final List<String> URL =
            List.of("url", "canonical", "canonicalurl", "originalurl", "link", "permalink");
    // Often a web address, often the name of an agency or a folder.
    private static final List<String> SOURCE = List.of("source");
    private static final List<String> LANGUAGE = List.of("language", "lang", "locale");
    private static final List<String> LICENSE = List.of("license", "licence", "rights");

    // When the bot took the article from its address.
    private static final List<String> FETCHED = List.of("fetched");

    private static final List<List<String>> ALL =
            List.of(
                    TITLE, SUBJECT, PUBLISHER, SENDER, AUTHOR, PUBLISHED, URL, SOURCE, LANGUAGE,
                    LICENSE, FETCHED);

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // Longer values are refused when they are read; more would only make the error hard to read.
    private static final int MAX_WRITTEN_VALUE = 1_000;

    static final FrontMatter NONE = new FrontMatter(List.of());

    private final Map<String, FrontMatterEntry> entries = new LinkedHashMap<>();
    private final List<ArticleFormatException> omitted = new ArrayList<>();
    private final ArticleMetadata metadata;
    private final @Nullable ArticleFormatException titleProblem;

    /// @param problems that were met while the entries were read
    FrontMatter(List<FrontMatterEntry> entries, ArticleFormatException... problems) {
        omitted.addAll(List.of(problems));
        entries.forEach(this::add);
        String title = first(TITLE, FrontMatterEntry::text);
        titleProblem = omitted.isEmpty() ? null : omitted.getFirst();
        String subject = first(SUBJECT, FrontMatterEntry::text);
        String sender = first(SENDER, FrontMatterEntry::sender);
        metadata =
                new ArticleMetadata(
                                title,
                                first(PUBLISHER, FrontMatterEntry::text),
                                first(AUTHOR, FrontMatterEntry::names),
                                first(PUBLISHED, FrontMatterEntry::date),
                                first(URL, FrontMatterEntry::url),
                                first(LANGUAGE, FrontMatterEntry::language),
                                first(LICENSE, FrontMatterEntry::text))
                        .or(
                                new ArticleMetadata(
                                        subject,
                                        subject == null ? null : sender,
                                        null,
                                        null,
                                        first(SOURCE, FrontMatterEntry::urlIfAny),
                                        null,
                                        null));
    }

    private void add(FrontMatterEntry entry) {
        FrontMatterEntry before = entries.putIfAbsent(entry.normalizedKey(), entry);
        if (before != null && isKnown(entry)) {
            omitted.add(
                    new ArticleFormatException(
                            entry.line(),
                            "\""
                                    + ValidationError.abbreviate(entry.key())
                                    + "\" is already on line "
                                    + before.line(),
                            "Keep one of them"));
        }
    }

    static boolean isKnown(FrontMatterEntry entry) {
        return ALL.stream().anyMatch(keys -> keys.contains(entry.normalizedKey()));
    }

    /// Whether the title is meant to be here, if only by its key.
    boolean hasTitleKey() {
        return hasTitle(List.copyOf(entries.values()));
    }

    static boolean hasTitle(List<FrontMatterEntry> entries) {
        return entries.stream()
                .map(FrontMatterEntry::normalizedKey)
                .anyMatch(key -> TITLE.contains(key) || SUBJECT.contains(key));
    }

    /// The value of the first of these keys that has one that can be used.
    private <T> @Nullable T first(List<String> keys, Conversion<T> conversion) {
        for (String key : keys) {
            FrontMatterEntry entry = entries.get(key);
            T value = entry == null || entry.isEmpty() ? null : converted(entry, conversion);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private <T> @Nullable T converted(FrontMatterEntry entry, Conversion<T> conversion) {
        try {
            return conversion.of(entry);
        } catch (ArticleFormatException e) {
            omitted.add(e);
            return null;
        }
    }

    private interface Conversion<T> {
        @Nullable T of(FrontMatterEntry entry) throws ArticleFormatException;
    }

    ArticleMetadata metadata() {
        return metadata;
    }

    /// Why there may be no title here.
    Optional<ArticleFormatException> titleProblem() {
        return Optional.ofNullable(titleProblem);
    }

    /// Whether this is the head of a mail, by its subject.
    boolean isMail() {
        return SUBJECT.stream().anyMatch(entries::containsKey);
    }

    /// What is wrong with the facts that were left out.
    public List<ArticleFormatException> omitted() {
        return List.copyOf(omitted);
    }

    /// Keys without a meaning here: other programs' keys, or misspelt ones.
    public List<String> unknownKeys() {
        return entries.values().stream()
                .filter(entry -> !isKnown(entry))
                .map(FrontMatterEntry::key)
                .toList();
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

    /// Whether two keys mean the same fact.
    static boolean isSameFact(String one, String other) {
        String first = FrontMatterEntry.text(one, 1, "").normalizedKey();
        String second = FrontMatterEntry.text(other, 1, "").normalizedKey();
        return first.equals(second)
                || ALL.stream().anyMatch(keys -> keys.contains(first) && keys.contains(second));
    }

    static String line(String key, String value) {
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
}
