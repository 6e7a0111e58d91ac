package dev.verbatim.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of one language that tell how a sentence hangs on others, and what is no sentence of
/// an article.
///
/// A language is one file, `cues/LANGUAGE.properties`, in UTF-8: entries named as in [Kind], words
/// and phrases separated by commas. A language without a file has no cues: its summaries are then
/// only as good as its full stops. Immutable.
record SummaryCues(Map<Kind, Set<String>> phrases) {

    enum Kind {
        /// Words that stand for something named before: "he", "their".
        PRONOUN,
        /// Those that point at it: "this".
        DEMONSTRATIVE,
        /// Words that link to the sentence before: "but", "as a result".
        CONNECTIVE,
        /// What tells a time by another one, among the first words: "two weeks later".
        RELATIVE,
        /// What may stand before a pronoun or a demonstrative, and changes nothing: "in", "some
        /// of".
        LEAD,
        /// What makes a demonstrative point at the day of writing: "this | week"; and days and
        /// months, which have capitals and are no names.
        TIME,
        /// Openings that look like one of the others and stand by themselves: "so far".
        STANDALONE,
        /// Openings of what is said to the reader and not reported: "thank you for reading".
        ASIDE,
        /// Words before a colon or a bracket that are no sentence: "Photo:".
        LABEL,
        /// What no sentence of an article has in it: "getty images".
        FOREIGN;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<String, SummaryCues> LOADED = new ConcurrentHashMap<>();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*+");

    // "KH: Yes, I did", as interviews have it.
    private static final Pattern WHO_SPEAKS =
            Pattern.compile("^\\p{Lu}[\\p{L}.'’-]*+(?: \\p{Lu}[\\p{L}.'’-]*+){0,2}: ");

    // Every word with a capital but the sentence's first.
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N}] )\\p{Lu}\\p{L}*+");

    private static final int LONGEST_PHRASE = 4;
    private static final int LONGEST_LEAD = 3;

    /// English stands in where the language is not known, as it does when sentences are found.
    static SummaryCues of(Locale language) {
        String name = language.getLanguage().isEmpty() ? "en" : language.getLanguage();
        return LOADED.computeIfAbsent(name, SummaryCues::load);
    }

    /// The words of a text in lower case, up to some number.
    private static List<String> words(String text, int most) {
        return WORD.matcher(text)
                .results()
                .limit(most)
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /// Whether a sentence says nothing certain without the one before.
    boolean leansBack(String sentence) {
        String said = WHO_SPEAKS.matcher(sentence).replaceFirst("");
        List<String> words = words(said, LONGEST_LEAD + LONGEST_PHRASE);
        return !begins(words, Kind.STANDALONE)
                && (begins(words, Kind.CONNECTIVE)
                        || refersBack(words)
                        || refersBehindLead(words)
                        || tellsTimeByAnother(words)
                        || refersBehindComma(said));
    }

    private boolean tellsTimeByAnother(List<String> words) {
        return words.stream().limit(LONGEST_PHRASE).skip(1).anyMatch(of(Kind.RELATIVE)::contains);
    }

    /// "In 1995, she": nothing before the comma is a name that she could be.
    private boolean refersBehindComma(String sentence) {
        int comma = sentence.indexOf(',');
        if (comma < 0) {
            return false;
        }
        boolean named =
                NAME.matcher(sentence.substring(0, comma))
                        .results()
                        .map(name -> name.group().toLowerCase(Locale.ROOT))
                        .anyMatch(name -> !of(Kind.TIME).contains(name));
        return !named && begins(words(sentence.substring(comma), 1), Kind.PRONOUN);
    }

    private boolean refersBehindLead(List<String> words) {
        return Stream.iterate(1, length -> length <= LONGEST_LEAD, length -> length + 1)
                .filter(length -> length < words.size() && has(Kind.LEAD, words, length))
                .anyMatch(length -> refersBack(words.subList(length, words.size())));
    }

    private boolean refersBack(List<String> words) {
        boolean ofNow = words.size() > 1 && of(Kind.TIME).contains(words.get(1));
        return begins(words, Kind.PRONOUN) || (begins(words, Kind.DEMONSTRATIVE) && !ofNow);
    }

    /// Whether somebody is named only by a word that stands for the name.
    boolean isPronoun(String mention) {
        List<String> words = words(mention, 2);
        return words.size() == 1 && begins(words, Kind.PRONOUN);
    }

    /// Whether something is no sentence of the article: a caption, a greeting, a note to readers.
    boolean isAside(String sentence) {
        List<String> words = words(sentence, LONGEST_PHRASE);
        return begins(words, Kind.ASIDE) || isLabelled(sentence) || hasForeign(sentence);
    }

    private boolean isLabelled(String sentence) {
        return Stream.of(":", "/", "|", "(")
                .mapToInt(sentence::indexOf)
                .filter(at -> at > 0)
                .mapToObj(at -> words(sentence.substring(0, at), LONGEST_PHRASE + 1))
                .anyMatch(label -> has(Kind.LABEL, label, label.size()));
    }

    private boolean hasForeign(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return of(Kind.FOREIGN).stream().anyMatch(lower::contains);
    }

    private boolean begins(List<String> words, Kind kind) {
        return Stream.iterate(1, length -> length <= LONGEST_PHRASE, length -> length + 1)
                .anyMatch(length -> length <= words.size() && has(kind, words, length));
    }

    private boolean has(Kind kind, List<String> words, int length) {
        return of(kind).contains(String.join(" ", words.subList(0, length)));
    }

    private Set<String> of(Kind kind) {
        return phrases.getOrDefault(kind, Set.of());
    }

    private static SummaryCues load(String language) {
        Properties entries = entries(language);
        Map<Kind, Set<String>> phrases = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            phrases.put(kind, phrases(kind, entries.getProperty(kind.key(), "")));
        }
        return new SummaryCues(phrases);
    }

    private static Properties entries(String language) {
        Properties entries = new Properties();
        try (InputStream bytes =
                SummaryCues.class.getResourceAsStream("cues/" + language + ".properties")) {
            if (bytes != null) {
                entries.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the cues of " + language, e);
        }
        return entries;
    }

    /// What is foreign is looked for as it is written; the rest as words, so that "d'autre part" is
    /// the same with any apostrophe.
    private static Set<String> phrases(Kind kind, String commaSeparated) {
        return Stream.of(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .map(
                        phrase ->
                                kind == Kind.FOREIGN
                                        ? phrase
                                        : String.join(" ", words(phrase, LONGEST_PHRASE)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
