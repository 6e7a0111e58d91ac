package dev.verbatim.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a language goes back to what was said before, how it asks, and what its answers look like.
///
/// A file a language, in `phrasebook` beside this class.
final class Phrasebook {

    /// English first: of equals it is taken.
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "uk", "ru");

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final List<Phrasebook> ALL = LANGUAGES.stream().map(Phrasebook::read).toList();

    private final String language;
    private final Map<PhraseClass, List<PhrasePattern>> forms = new EnumMap<>(PhraseClass.class);
    private final Map<PhraseClass, Set<String>> words = new EnumMap<>(PhraseClass.class);

    private Phrasebook(String language, Properties phrases) {
        this.language = language;
        for (PhraseClass kind : PhraseClass.values()) {
            List<PhrasePattern> read =
                    BAR.splitAsStream(phrases.getProperty(kind.key(), ""))
                            .filter(phrase -> !phrase.isBlank())
                            .map(PhrasePattern::of)
                            .toList();
            forms.put(kind, read);
            words.put(kind, words(read));
        }
    }

    private static Phrasebook read(String language) {
        return new Phrasebook(
                language, BundledProperties.read("phrasebook/" + language + ".properties"));
    }

    /// Those of one word.
    private static Set<String> words(Collection<PhrasePattern> forms) {
        return forms.stream()
                .filter(pattern -> !pattern.hasGap() && pattern.size() == 1)
                .map(pattern -> pattern.before().getFirst())
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Phrasebook> all() {
        return ALL;
    }

    /// The one of a language; English for a language that has none.
    static Phrasebook of(Locale language) {
        return ALL.stream()
                .filter(book -> book.language.equals(language.getLanguage()))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /// The one of the language that a question is most likely in, by its function words.
    static Phrasebook of(Utterance question) {
        return ALL.stream()
                .max(
                        Comparator.comparingLong((Phrasebook book) -> book.functionWords(question))
                                .thenComparingInt(book -> -ALL.indexOf(book)))
                .orElseThrow();
    }

    private long functionWords(Utterance question) {
        return question.lower().stream().filter(word -> has(PhraseClass.FUNCTION, word)).count();
    }

    /// Whether a word is in a class, in lower case.
    boolean has(PhraseClass kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// Whether any of the words is.
    boolean hasAny(PhraseClass kind, Utterance utterance) {
        return utterance.lower().stream().anyMatch(word -> has(kind, word));
    }

    /// What stands in the gap of each phrase of the class that an utterance has the form of.
    Stream<Utterance> gaps(PhraseClass kind, Utterance utterance) {
        return forms(kind).stream()
                .map(pattern -> pattern.gapIn(utterance))
                .flatMap(Optional::stream);
    }

    /// How many words the longest phrase of the class has that an utterance begins with.
    int opening(PhraseClass kind, Utterance utterance) {
        return forms(kind).stream()
                .filter(pattern -> pattern.opens(utterance))
                .mapToInt(PhrasePattern::size)
                .max()
                .orElse(0);
    }

    /// Without the words that add nothing at its beginning.
    Utterance withoutOpener(Utterance utterance) {
        int opening = opening(PhraseClass.OPENER, utterance);
        return opening == 0 ? utterance : withoutOpener(utterance.from(opening));
    }

    /// Only the words that say something of a subject. "US" isn't "us".
    Utterance content(Utterance utterance) {
        return utterance.only(word -> isAcronym(word) || !has(PhraseClass.FUNCTION, lower(word)));
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /// The first phrase of a class: the plain way to say it.
    String plain(PhraseClass kind) {
        return String.join(" ", forms(kind).getFirst().before());
    }

    private List<PhrasePattern> forms(PhraseClass kind) {
        return forms.getOrDefault(kind, List.of());
    }
}
