package dev.verbatim.summary;

import dev.verbatim.language.LanguageFile;
import dev.verbatim.language.WordTokenizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cue phrases of one language by which a sentence depends on the previous one, or isn't part
/// of the article's text.
///
/// The section `summary` of a language's file has a list for each [Kind]. A language without a file
/// has no cues: its summaries are then only as good as its full stops. Immutable.
record SummaryCues(Map<Kind, Set<String>> phrases) {

    /// A kind of cue phrase.
    enum Kind {
        /// Pronouns: "he", "their".
        PRONOUN,
        /// "This", "these".
        DEMONSTRATIVE,
        /// Links to the previous sentence: "but", "as a result".
        CONNECTIVE,
        /// Times relative to another one, among the first words: "two weeks later".
        RELATIVE,
        /// What may precede a pronoun or a demonstrative without changing its effect: "in", "some
        /// of".
        LEAD,
        /// What makes a demonstrative refer to the day of writing: "this | week"; and days and
        /// months, which are capitalised and no names.
        TIME,
        /// Openings that look like one of the above but depend on nothing: "so far".
        STANDALONE,
        /// Articles of nouns that are known: "the". Empty in a language without.
        DEFINITE,
        /// Nouns that with such an article, or before a predicate, mean what was spoken of before:
        /// "the documents".
        NOUN,
        /// What may follow such a noun and says which one it is: "the documents | of".
        QUALIFIER,
        /// What follows such a noun in a language without articles where nothing says which one it
        /// is.
        PREDICATE,
        /// Comparatives, which compare with what was spoken of before unless the sentence says with
        /// what: "larger". Where a superlative looks the same, only what can't be one.
        COMPARATIVE,
        /// What may stand before a comparative: "the", "an even".
        DEGREE,
        /// What says with what something is compared: "than".
        THAN,
        /// Openings of notes to the reader: "thank you for reading".
        ASIDE,
        /// Labels before a colon or a bracket: "Photo:".
        LABEL,
        /// What occurs in no sentence of an article: "getty images".
        FOREIGN;

        private String key() {
            return "summary." + name().toLowerCase(Locale.ROOT);
        }

        /// Foreign phrases are searched for literally; the others by words, so that "d'autre part"
        /// matches with any apostrophe.
        private String normalized(String phrase) {
            return this == FOREIGN ? phrase : String.join(" ", words(phrase, MAX_PHRASE_WORDS));
        }
    }

    private static final Map<LanguageFile, SummaryCues> LOADED = new ConcurrentHashMap<>();
    private static final WordTokenizer WORDS = WordTokenizer.joinedBy("-");

    // "KH: Yes, I did", as interviews have it.
    private static final Pattern SPEAKER_LABEL =
            Pattern.compile("^\\p{Lu}[\\p{L}.'’-]*+(?: \\p{Lu}[\\p{L}.'’-]*+){0,2}: ");

    // Every capitalised word but the sentence's first.
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N}] )\\p{Lu}\\p{L}*+");

    // "The company Siemens": the third word is a name, or in German any noun.
    private static final Pattern CAPITALISED_THIRD =
            Pattern.compile("^[^\\p{L}]*+\\p{L}++['’ ]\\p{L}++ \\p{Lu}");

    private static final int MAX_PHRASE_WORDS = 4;
    private static final int MAX_LEAD_WORDS = 3;

    /// English where the language is not known, as when sentences are found.
    static SummaryCues of(Locale language) {
        return LOADED.computeIfAbsent(LanguageFile.of(language), SummaryCues::load);
    }

    /// The first words of a text, in lower case.
    private static List<String> words(String text, int limit) {
        return WORDS.words(text).limit(limit).map(WordTokenizer.Word::lower).toList();
    }

    /// Whether a sentence can mislead without the previous one.
    boolean dependsOnPrevious(String sentence) {
        String said = SPEAKER_LABEL.matcher(sentence).replaceFirst("");
        List<String> words = words(said, MAX_LEAD_WORDS + MAX_PHRASE_WORDS);
        return !begins(words, Kind.STANDALONE)
                && (begins(words, Kind.CONNECTIVE)
                        || refersBack(words)
                        || refersBackAfterLead(words)
                        || hasRelativeTime(words)
                        || refersBackAfterComma(said));
    }

    /// Whether a sentence is about something by a noun that was introduced before: "the documents
    /// show".
    ///
    /// @param known whether the reader knows what a noun means, from the title for instance
    boolean namesSomethingBefore(String sentence, Predicate<String> known) {
        List<String> words = words(sentence, MAX_LEAD_WORDS + MAX_PHRASE_WORDS);
        boolean capitalised = CAPITALISED_THIRD.matcher(sentence).find();
        return isKnownNoun(words, known, capitalised)
                || Stream.iterate(1, length -> length <= MAX_LEAD_WORDS, length -> length + 1)
                        .filter(length -> length < words.size() && has(Kind.LEAD, words, length))
                        .map(length -> words.subList(length, words.size()))
                        .anyMatch(rest -> isKnownNoun(rest, known, false));
    }

    /// Whether a sentence opens with a comparative and doesn't say with what it compares: "larger
    /// ships", but not "larger ships than ever".
    boolean comparesWithSomethingBefore(String sentence) {
        List<String> words = words(sentence, MAX_LEAD_WORDS + 1);
        boolean compares =
                Stream.iterate(0, length -> length <= MAX_LEAD_WORDS, length -> length + 1)
                        .filter(length -> length < words.size())
                        .filter(length -> length == 0 || has(Kind.DEGREE, words, length))
                        .anyMatch(length -> of(Kind.COMPARATIVE).contains(words.get(length)));
        return compares
                && WORDS.words(sentence)
                        .map(WordTokenizer.Word::lower)
                        .noneMatch(of(Kind.THAN)::contains);
    }

    private boolean isKnownNoun(List<String> words, Predicate<String> known, boolean named) {
        if (of(Kind.DEFINITE).isEmpty()) {
            return words.size() > 1
                    && of(Kind.NOUN).contains(words.getFirst())
                    && of(Kind.PREDICATE).contains(words.get(1))
                    && !known.test(words.getFirst());
        }
        if (words.isEmpty() || !of(Kind.DEFINITE).contains(words.getFirst())) {
            return false;
        }
        return Stream.of(1, 2)
                .filter(at -> at < words.size() && of(Kind.NOUN).contains(words.get(at)))
                .limit(1)
                .anyMatch(at -> !named && !isQualified(words, at) && !known.test(words.get(at)));
    }

    private boolean isQualified(List<String> words, int noun) {
        return noun + 1 < words.size() && of(Kind.QUALIFIER).contains(words.get(noun + 1));
    }

    private boolean hasRelativeTime(List<String> words) {
        return words.stream().limit(MAX_PHRASE_WORDS).skip(1).anyMatch(of(Kind.RELATIVE)::contains);
    }

    /// "In 1995, she": nothing before the comma is a name that she could be.
    private boolean refersBackAfterComma(String sentence) {
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

    private boolean refersBackAfterLead(List<String> words) {
        return Stream.iterate(1, length -> length <= MAX_LEAD_WORDS, length -> length + 1)
                .filter(length -> length < words.size() && has(Kind.LEAD, words, length))
                .anyMatch(length -> refersBack(words.subList(length, words.size())));
    }

    private boolean refersBack(List<String> words) {
        boolean ofNow = words.size() > 1 && of(Kind.TIME).contains(words.get(1));
        return begins(words, Kind.PRONOUN) || (begins(words, Kind.DEMONSTRATIVE) && !ofNow);
    }

    /// Whether a mention of a person is only a pronoun.
    boolean isPronoun(String mention) {
        List<String> words = words(mention, 2);
        return words.size() == 1 && begins(words, Kind.PRONOUN);
    }

    /// Whether a sentence isn't part of the article's text: a caption, a greeting, a note to
    /// readers.
    boolean isAside(String sentence) {
        List<String> words = words(sentence, MAX_PHRASE_WORDS);
        return begins(words, Kind.ASIDE) || isLabelled(sentence) || hasForeign(sentence);
    }

    private boolean isLabelled(String sentence) {
        return Stream.of(":", "/", "|", "(")
                .mapToInt(sentence::indexOf)
                .filter(at -> at > 0)
                .mapToObj(at -> words(sentence.substring(0, at), MAX_PHRASE_WORDS + 1))
                .anyMatch(label -> has(Kind.LABEL, label, label.size()));
    }

    private boolean hasForeign(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return of(Kind.FOREIGN).stream().anyMatch(lower::contains);
    }

    private boolean begins(List<String> words, Kind kind) {
        return Stream.iterate(1, length -> length <= MAX_PHRASE_WORDS, length -> length + 1)
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
