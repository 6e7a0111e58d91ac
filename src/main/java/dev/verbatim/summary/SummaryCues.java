package dev.verbatim.summary;

import dev.verbatim.language.LanguageFile;
import dev.verbatim.language.WordTokenizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of one language by which a sentence depends on others, or is no sentence of an
/// article.
///
/// The section `summary` of a language's file has a list for each [Kind]. A language without a file
/// has no cues: its summaries are then only as good as its full stops. Immutable.
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
            return "summary." + name().toLowerCase(Locale.ROOT);
        }

        /// What is foreign is searched for as it is written; the rest as words, so that "d'autre
        /// part" is the same with any apostrophe.
        private String normalized(String phrase) {
            return this == FOREIGN ? phrase : String.join(" ", words(phrase, LONGEST_PHRASE));
        }
    }

    private static final Map<LanguageFile, SummaryCues> LOADED = new ConcurrentHashMap<>();
    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-");

    // "KH: Yes, I did", as interviews have it.
    private static final Pattern WHO_SPEAKS =
            Pattern.compile("^\\p{Lu}[\\p{L}.'’-]*+(?: \\p{Lu}[\\p{L}.'’-]*+){0,2}: ");

    // Every word with a capital but the sentence's first.
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N}] )\\p{Lu}\\p{L}*+");

    private static final int LONGEST_PHRASE = 4;
    private static final int LONGEST_LEAD = 3;

    /// English where the language is not known, as when sentences are found.
    static SummaryCues of(Locale language) {
        return LOADED.computeIfAbsent(LanguageFile.of(language), SummaryCues::load);
    }

    /// The words of a text in lower case, up to some number.
    private static List<String> words(String text, int most) {
        return WORDS.words(text).limit(most).map(WordTokenizer.Word::lower).toList();
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

    private static SummaryCues load(LanguageFile file) {
        Map<Kind, Set<String>> phrases = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            phrases.put(
                    kind,
                    file.list(kind.key()).stream()
                            .map(kind::normalized)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return new SummaryCues(phrases);
    }
}
