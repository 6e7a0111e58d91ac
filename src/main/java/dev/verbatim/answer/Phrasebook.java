package dev.verbatim.answer;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The phrases by which a language refers to what was said before, and by which it asks and
/// answers.
///
/// The section `phrase` of a language's file has a list for each [PhraseClass]. Immutable.
final class Phrasebook {

    private static final List<Phrasebook> ALL =
            Language.withFile().stream().map(Phrasebook::new).toList();

    private final Language language;
    private final Map<PhraseClass, List<PhrasePattern>> forms = new EnumMap<>(PhraseClass.class);
    private final Map<PhraseClass, Set<String>> words = new EnumMap<>(PhraseClass.class);

    private Phrasebook(Language language) {
        this.language = language;
        for (PhraseClass kind : PhraseClass.values()) {
            List<PhrasePattern> patterns =
                    language.file().list(kind.key()).stream().map(PhrasePattern::of).toList();
            forms.put(kind, patterns);
            words.put(kind, singleWords(patterns));
        }
    }

    private static Set<String> singleWords(Collection<PhrasePattern> patterns) {
        return patterns.stream()
                .filter(pattern -> !pattern.hasGap() && pattern.size() == 1)
                .map(pattern -> pattern.before().getFirst())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// English first.
    static List<Phrasebook> all() {
        return ALL;
    }

    /// The one of a language; English for a language that has none.
    static Phrasebook of(Locale language) {
        return of(Language.orEnglish(language));
    }

    /// The one of the language that a question is most likely in.
    static Phrasebook of(Utterance question) {
        return of(LanguageDetector.mostLikely(question.lower(), Language.ENGLISH));
    }

    private static Phrasebook of(Language language) {
        return ALL.stream().filter(book -> book.language == language).findFirst().orElseThrow();
    }

    /// Whether a word is in a class, in lower case.
    boolean has(PhraseClass kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// Whether any of the words is.
    boolean hasAny(PhraseClass kind, Utterance utterance) {
        return utterance.lower().stream().anyMatch(word -> has(kind, word));
    }

    /// What is in the gap of each phrase of the class that an utterance has the form of.
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

    /// Whether a word says nothing of a subject, in lower case.
    boolean isFunctionWord(String word) {
        return language.isFunctionWord(word);
    }

    /// Only the words that say something of a subject. "US" isn't "us".
    Utterance content(Utterance utterance) {
        return utterance.only(word -> isAcronym(word) || !isFunctionWord(lower(word)));
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
