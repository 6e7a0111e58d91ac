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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A phrasebook of one language: the phrases by which it refers back to what was said before, and
/// by which it asks and answers.
///
/// The section `phrase` of a language's file has a list for each [PhraseClass]. Immutable.
final class Phrasebook {

    private static final List<Phrasebook> ALL =
            Language.withFile().stream().map(Phrasebook::new).toList();

    private final Language language;
    private final Map<PhraseClass, List<Phrase>> phrases = new EnumMap<>(PhraseClass.class);
    private final Map<PhraseClass, Set<String>> words = new EnumMap<>(PhraseClass.class);

    private Phrasebook(Language language) {
        this.language = language;
        for (PhraseClass kind : PhraseClass.values()) {
            List<Phrase> ofClass =
                    language.file().list(kind.key()).stream().map(Phrase::of).toList();
            phrases.put(kind, kind.isRequest() ? withoutFillers(ofClass) : ofClass);
            words.put(kind, singleWords(ofClass));
        }
    }

    private List<Phrase> withoutFillers(List<Phrase> requests) {
        return requests.stream()
                .map(phrase -> phrase.map(words -> withoutFillers(Utterance.of(words)).lower()))
                .toList();
    }

    private static Set<String> singleWords(Collection<Phrase> phrases) {
        return phrases.stream()
                .filter(phrase -> !phrase.hasGap() && phrase.size() == 1)
                .map(phrase -> phrase.before().getFirst())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All phrasebooks, English first.
    static List<Phrasebook> all() {
        return ALL;
    }

    /// The phrasebook of a language; English for a language that has none.
    static Phrasebook of(Locale language) {
        return of(Language.orEnglish(language));
    }

    /// The phrasebook of the language that a question is most likely in.
    static Phrasebook of(Utterance question) {
        return of(LanguageDetector.mostLikely(question.lower(), Language.ENGLISH));
    }

    private static Phrasebook of(Language language) {
        return ALL.stream().filter(book -> book.language == language).findFirst().orElseThrow();
    }

    /// Whether a word in lower case is in a class.
    boolean has(PhraseClass kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// Whether any of the words is in a class.
    boolean hasAny(PhraseClass kind, Utterance utterance) {
        return utterance.lower().stream().anyMatch(word -> has(kind, word));
    }

    /// Whether a phrase of a class occurs anywhere in an utterance.
    boolean hasPhrase(PhraseClass kind, Utterance utterance) {
        return IntStream.range(0, utterance.size())
                .anyMatch(at -> opening(kind, utterance.from(at)) > 0);
    }

    /// The words in the gap of each phrase of a class that matches the whole utterance.
    Stream<Utterance> gaps(PhraseClass kind, Utterance utterance) {
        return phrases(kind).stream()
                .map(phrase -> phrase.gapIn(utterance))
                .flatMap(Optional::stream);
    }

    /// An utterance as the phrases of requests are compared with it, whatever fillers it has. A
    /// phrase without a noun for an article also matches with one.
    List<Utterance> requestForms(Utterance utterance) {
        Utterance named = withoutFillers(utterance);
        String noun = plainest(PhraseClass.REQUEST_NOUN);
        Utterance bare = named.only(word -> !word.equals(noun));
        return Stream.of(named, bare).filter(words -> !words.isEmpty()).toList();
    }

    /// Without fillers, and with the plainest noun for an article in place of all others.
    private Utterance withoutFillers(Utterance utterance) {
        String noun = plainest(PhraseClass.REQUEST_NOUN);
        return Utterance.of(
                utterance.words().stream()
                        .filter(word -> !has(PhraseClass.REQUEST_FILLER, lower(word)))
                        .map(word -> has(PhraseClass.REQUEST_NOUN, lower(word)) ? noun : word)
                        .toList());
    }

    /// The length in words of the longest phrase of a class that an utterance starts with; 0 when
    /// there is none.
    int opening(PhraseClass kind, Utterance utterance) {
        return phrases(kind).stream()
                .filter(phrase -> phrase.isStartOf(utterance))
                .mapToInt(Phrase::size)
                .max()
                .orElse(0);
    }

    /// The utterance without the openers at its start, such as "ok, and".
    Utterance withoutOpener(Utterance utterance) {
        int opening = opening(PhraseClass.OPENER, utterance);
        return opening == 0 ? utterance : withoutOpener(utterance.from(opening));
    }

    /// Whether a word in lower case says nothing about a subject.
    boolean isFunctionWord(String word) {
        return language.isFunctionWord(word);
    }

    /// Whether a word in lower case is one of those that people chat with.
    boolean isChatWord(String word) {
        return language.isChatFunctionWord(word);
    }

    /// The words that say something about a subject. "US" isn't "us".
    Utterance content(Utterance utterance) {
        return utterance.only(word -> isAcronym(word) || !isFunctionWord(lower(word)));
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isUpperCase);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /// The first phrase of a class, which is the plainest one.
    String plainest(PhraseClass kind) {
        return String.join(" ", phrases(kind).getFirst().before());
    }

    private List<Phrase> phrases(PhraseClass kind) {
        return phrases.getOrDefault(kind, List.of());
    }

    /// A phrase, perhaps with a gap: "tell me more about *".
    ///
    /// @param before the words before the gap, or all of them
    /// @param after the words after it
    private record Phrase(List<String> before, List<String> after, boolean hasGap) {

        static Phrase of(String phrase) {
            int gap = phrase.indexOf('*');
            return gap < 0
                    ? new Phrase(Utterance.of(phrase).lower(), List.of(), false)
                    : new Phrase(
                            Utterance.of(phrase.substring(0, gap)).lower(),
                            Utterance.of(phrase.substring(gap + 1)).lower(),
                            true);
        }

        Phrase map(UnaryOperator<List<String>> words) {
            return new Phrase(words.apply(before), words.apply(after), hasGap);
        }

        /// The words in the gap, when the whole utterance matches: none when there is no gap, and
        /// perhaps none when there is one.
        Optional<Utterance> gapIn(Utterance utterance) {
            int end = utterance.size() - after.size();
            if (end < before.size() || (!hasGap && end > before.size())) {
                return Optional.empty();
            }
            List<String> words = utterance.lower();
            boolean matches =
                    isStartOf(utterance) && words.subList(end, words.size()).equals(after);
            return matches ? Optional.of(utterance.between(before.size(), end)) : Optional.empty();
        }

        boolean isStartOf(Utterance utterance) {
            return utterance.size() >= before.size()
                    && utterance.lower().subList(0, before.size()).equals(before);
        }

        int size() {
            return before.size();
        }
    }
}
