package dev.verbatim.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file with everything that is known of one language, `CODE.properties` beside this class.
///
/// The first part of a key names its section; `en.properties` says what each is for. A file is read
/// once, when it is first asked for. Immutable and thread-safe.
public final class LanguageFile {

    private static final Map<String, LanguageFile> LOADED = new ConcurrentHashMap<>();
    private static final LanguageFile NONE = new LanguageFile("none", Map.of());
    private static final Pattern COMMA = Pattern.compile(",");

    private final String name;
    private final Map<String, String> entries;

    /// Questions ask for the same lists again and again, so each is taken apart once.
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

    private final Map<String, List<String>> unions = new ConcurrentHashMap<>();

    private LanguageFile(String name, Map<String, String> entries) {
        this.name = name;
        this.entries = entries;
    }

    /// The file of a language; English where the language is not known, and no entries where there
    /// is no file.
    public static LanguageFile of(Locale language) {
        return language.getLanguage().isEmpty()
                ? Language.ENGLISH.file()
                : Language.of(language).map(Language::file).orElse(NONE);
    }

    /// What all languages have in common.
    public static LanguageFile shared() {
        return named("shared");
    }

    /// The file of a name, without entries when there is none.
    static LanguageFile named(String name) {
        return LOADED.computeIfAbsent(name, LanguageFile::read);
    }

    private static LanguageFile read(String name) {
        Properties entries = new Properties();
        try (InputStream bytes = LanguageFile.class.getResourceAsStream(name + ".properties")) {
            if (bytes != null) {
                entries.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the language file " + name + " can't be read", e);
        }
        return new LanguageFile(
                name,
                entries.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, entries::getProperty)));
    }

    /// The keys that begin with a section's name, such as `small-talk.`.
    public Set<String> keys(String prefix) {
        return entries.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /// A text as it is written; English where this language lacks it.
    ///
    /// @throws MissingResourceException when English lacks it, too
    public String text(String key) {
        String text = entries.getOrDefault(key, Language.ENGLISH.file().entries.get(key));
        if (text == null) {
            throw new MissingResourceException("no entry " + key, name, key);
        }
        return text;
    }

    /// A list's entries in their order; none where this language lacks it.
    public List<String> list(String key) {
        return lists.computeIfAbsent(key, this::entriesOf);
    }

    /// The entries of all lists whose keys begin with a section's name.
    public List<String> union(String prefix) {
        return unions.computeIfAbsent(
                prefix, _ -> keys(prefix).stream().flatMap(key -> list(key).stream()).toList());
    }

    private List<String> entriesOf(String key) {
        return COMMA.splitAsStream(entries.getOrDefault(key, ""))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /// A list's entries without order.
    public Set<String> words(String key) {
        return list(key).stream().collect(Collectors.toUnmodifiableSet());
    }
}
