package dev.verbatim.group.analysis;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.language.LanguageFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A lexicon of the phrases by which people of one language ask, agree, decide and promise in
/// chats.
///
/// The section `chat` of a language's file has a list for each [CueClass]: phrases as [CuePhrase]
/// reads them. A list that begins with `set.` is a set of words, and so are two more: `opener` has
/// the words that precede what is said and add nothing, and a message of `trivial` words alone is
/// never quoted. Immutable.
final class CueLexicon {

    private static final String SET = "chat.set.";

    /// So many messages show which language a chat is in.
    private static final int SAMPLE = 200;

    private static final List<CueLexicon> ALL =
            Language.withFile().stream().map(CueLexicon::new).toList();

    private final Map<CueClass, Map<String, List<CuePhrase>>> byFirstWord =
            new EnumMap<>(CueClass.class);
    private final Map<CueClass, List<CuePhrase>> anyFirstWord = new EnumMap<>(CueClass.class);
    private final Language language;
    private final Set<String> openers;
    private final Set<String> trivial;
    private final Set<String> questionWords;

    private CueLexicon(Language language) {
        this.language = language;
        LanguageFile file = language.file();
        Map<String, Set<String>> sets = sets(file);
        for (CueClass kind : CueClass.values()) {
            Map<String, List<CuePhrase>> byWord = new HashMap<>();
            List<CuePhrase> others = new ArrayList<>();
            cues(file, kind, sets).forEach(phrase -> index(phrase, byWord, others));
            byFirstWord.put(kind, byWord);
            anyFirstWord.put(kind, others);
        }
        openers = file.words("chat.opener");
        trivial = file.words("chat.trivial");
        questionWords = file.words("chat.set.wh");
    }

    private static Map<String, Set<String>> sets(LanguageFile file) {
        return file.keys(SET).stream()
                .collect(
                        Collectors.toMap(
                                key -> "{" + key.substring(SET.length()) + "}", file::words));
    }

    private static Stream<CuePhrase> cues(
            LanguageFile file, CueClass kind, Map<String, Set<String>> sets) {
        return file.list(kind.key()).stream().map(cue -> CuePhrase.of(cue, sets));
    }

    private static void index(
            CuePhrase phrase, Map<String, List<CuePhrase>> byWord, List<CuePhrase> others) {
        phrase.firstWords()
                .forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase));
        if (phrase.firstWords().isEmpty()) {
            others.add(phrase);
        }
    }

    /// All languages, English first.
    static List<CueLexicon> all() {
        return ALL;
    }

    /// The lexicon of the language that the first messages of a chat are most likely in.
    static CueLexicon ofLanguageIn(List<ChatMessage> messages) {
        List<ChatToken> sample =
                messages.stream()
                        .limit(SAMPLE)
                        .flatMap(message -> ChatToken.tokenize(message.text()).stream())
                        .toList();
        return ofLanguageIn(sample, ALL.getFirst());
    }

    /// The lexicon of the language that some tokens are most likely in.
    ///
    /// @param usual taken in doubt
    static CueLexicon ofLanguageIn(List<ChatToken> tokens, CueLexicon usual) {
        List<String> words = tokens.stream().map(ChatToken::normalized).toList();
        Language likely = LanguageDetector.mostLikely(words, usual.language);
        return ALL.stream().filter(lexicon -> lexicon.language == likely).findFirst().orElse(usual);
    }

    /// Whether it is of the language with a code.
    boolean isOf(String code) {
        return language.code().equals(code);
    }

    /// Whether a word says nothing about a subject.
    boolean isFunctionWord(String normalized) {
        return language.isChatFunctionWord(normalized);
    }

    /// Whether the language has any cue of a class.
    boolean knows(CueClass kind) {
        return !byFirstWord.getOrDefault(kind, Map.of()).isEmpty();
    }

    /// Whether a word begins a cue of a class.
    boolean hasWord(CueClass kind, String normalized) {
        return byFirstWord.getOrDefault(kind, Map.of()).containsKey(normalized);
    }

    boolean isQuestionWord(ChatToken token) {
        return questionWords.contains(token.normalized());
    }

    boolean isOpener(ChatToken token) {
        return openers.contains(token.normalized());
    }

    /// Whether a message contains a cue of the class.
    boolean has(CueClass kind, AnalyzedMessage message) {
        for (int at = message.bodyStart(); at < message.tokens().size(); at++) {
            if (matchesAt(kind, message, at)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a message begins with a cue of the class, openers aside.
    boolean opens(CueClass kind, AnalyzedMessage message) {
        int at = message.bodyStart();
        while (at < message.tokens().size()) {
            if (matchesAt(kind, message, at)) {
                return true;
            }
            if (!isOpener(message.tokens().get(at))) {
                return false;
            }
            at++;
        }
        return false;
    }

    /// Whether a message consists of trivial words and openers.
    boolean isTrivial(AnalyzedMessage message) {
        return message.tokens().stream()
                .skip(message.bodyStart())
                .allMatch(token -> trivial.contains(token.normalized()) || isOpener(token));
    }

    private boolean matchesAt(CueClass kind, AnalyzedMessage message, int at) {
        String word = message.tokens().get(at).normalized();
        List<CuePhrase> withWord = byFirstWord.getOrDefault(kind, Map.of()).get(word);
        return (withWord != null && anyMatchesAt(withWord, message, at))
                || anyMatchesAt(anyFirstWord.getOrDefault(kind, List.of()), message, at);
    }

    private static boolean anyMatchesAt(List<CuePhrase> cues, AnalyzedMessage message, int at) {
        for (CuePhrase phrase : cues) {
            if (phrase.matchesAt(message, at)) {
                return true;
            }
        }
        return false;
    }
}
