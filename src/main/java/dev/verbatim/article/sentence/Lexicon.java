package dev.verbatim.article.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of one language that sentences and quotations are found by, all in lower case.
///
/// A language is one file, `lexicon/LANGUAGE.properties`, in UTF-8: entries named as in
/// [WordClass], words separated by commas; `names.properties` holds what all languages share. A
/// language without a file has an empty lexicon: its sentences are the JDK's, its quotations have
/// no speakers. Immutable.
public record Lexicon(Map<WordClass, Set<String>> words) {

    private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

    /// English stands in where the language is not known: short texts that no detector can tell.
    public static Lexicon of(Locale language) {
        String name = language.getLanguage().isEmpty() ? "en" : language.getLanguage();
        return LOADED.computeIfAbsent(name, Lexicon::load);
    }

    public boolean has(WordClass kind, String lower) {
        return words.getOrDefault(kind, Set.of()).contains(lower);
    }

    public boolean hasAny(String lower, WordClass... kinds) {
        for (WordClass kind : kinds) {
            if (has(kind, lower)) {
                return true;
            }
        }
        return false;
    }

    /// A role by itself or as the end of a compound: "Außenminister".
    public boolean isRole(String lower) {
        return has(WordClass.ROLE, lower) || endsAs(WordClass.ROLE_ENDING, lower);
    }

    public boolean isGroup(String lower) {
        return has(WordClass.GROUP, lower);
    }

    /// Only to be asked where the word isn't a name: surnames begin like offices, too.
    public boolean beginsAs(WordClass kind, String lower) {
        for (String beginning : words.getOrDefault(kind, Set.of())) {
            if (lower.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAdverb(String lower) {
        return has(WordClass.ADVERB, lower) || endsAs(WordClass.ADVERB_ENDING, lower);
    }

    private boolean endsAs(WordClass kind, String lower) {
        for (String ending : words.getOrDefault(kind, Set.of())) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    public boolean isTitle(String lower) {
        return hasAny(lower, WordClass.TITLE, WordClass.TITLE_MALE, WordClass.TITLE_FEMALE);
    }

    public boolean isFirstName(String lower) {
        return hasAny(lower, WordClass.NAME_MALE, WordClass.NAME_FEMALE);
    }

    /// What a word alone tells: "she", "Mrs", "spokesman", "Julianne".
    public Gender gender(String lower) {
        boolean male =
                hasAny(
                        lower,
                        WordClass.PRONOUN_MALE,
                        WordClass.TITLE_MALE,
                        WordClass.ROLE_MALE,
                        WordClass.NAME_MALE);
        boolean female =
                hasAny(
                        lower,
                        WordClass.PRONOUN_FEMALE,
                        WordClass.TITLE_FEMALE,
                        WordClass.ROLE_FEMALE,
                        WordClass.NAME_FEMALE);
        return male == female ? Gender.UNKNOWN : male ? Gender.MALE : Gender.FEMALE;
    }

    private static Lexicon load(String language) {
        Properties entries = entries(language);
        Properties names = entries("names");
        Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
        for (WordClass kind : WordClass.values()) {
            String key = kind.key();
            words.put(kind, list(entries.getProperty(key, ""), names.getProperty(key, "")));
        }
        return new Lexicon(words);
    }

    private static Properties entries(String file) {
        Properties entries = new Properties();
        try (InputStream bytes =
                Lexicon.class.getResourceAsStream("lexicon/" + file + ".properties")) {
            if (bytes != null) {
                entries.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lexicon " + file, e);
        }
        return entries;
    }

    private static Set<String> list(String... commaSeparated) {
        return Stream.of(commaSeparated)
                .flatMap(words -> Stream.of(words.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
