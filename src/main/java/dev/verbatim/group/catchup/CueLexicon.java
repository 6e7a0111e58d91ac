package dev.verbatim.group.catchup;

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

/// How people of a language ask, agree, decide and promise when they chat.
///
/// The section `chat` of a language's file has a list for each [CueClass]: phrases as [CuePhrase]
/// reads them. A list that begins with `set.` is a set of words, and so are two more: `opener` has
/// the words before what somebody says that add nothing, and what consists of words of `trivial`
/// alone nobody would quote.
final class CueLexicon {

    private static final String SET = "chat.set.";

    private static final List<CueLexicon> ALL =
            Language.withFile().stream().map(CueLexicon::new).toList();

    private final Map<CueClass, Map<String, List<CuePhrase>>> byFirstWord =
            new EnumMap<>(CueClass.class);
    private final Map<CueClass, List<CuePhrase>> anyFirstWord = new EnumMap<>(CueClass.class);
    private final Language language;
    private final Set<String> openers;
    private final Set<String> trivial;

    private CueLexicon(Language language) {
        this.language = language;
        LanguageFile file = language.file();
        Map<String, Set<String>> sets = sets(file);
        for (CueClass kind : CueClass.values()) {
            Map<String, List<CuePhrase>> byWord = new HashMap<>();
            List<CuePhrase> others = new ArrayList<>();
            cues(file, kind, sets).forEach(cuePhrase -> file(cuePhrase, byWord, others));
            byFirstWord.put(kind, byWord);
            anyFirstWord.put(kind, others);
        }
        openers = file.words("chat.opener");
        trivial = file.words("chat.trivial");
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

    private static void file(
            CuePhrase cuePhrase, Map<String, List<CuePhrase>> byWord, List<CuePhrase> others) {
        cuePhrase
                .firstWords()
                .forEach(
                        word ->
                                byWord.computeIfAbsent(word, _ -> new ArrayList<>())
                                        .add(cuePhrase));
        if (cuePhrase.firstWords().isEmpty()) {
            others.add(cuePhrase);
        }
    }

    /// English first: of equals it is taken.
    static List<CueLexicon> all() {
        return ALL;
    }

    /// Whether a word says nothing of a subject.
    boolean isFunctionWord(String lower) {
        return language.isChatFunctionWord(lower);
    }

    /// The one of the language that some words are most likely in.
    ///
    /// @param inDoubt what is taken when it is as likely as any other
    static CueLexicon of(List<ChatToken> tokens, Language inDoubt) {
        List<String> words = tokens.stream().map(ChatToken::lower).toList();
        Language likely = LanguageDetector.mostLikely(words, inDoubt);
        return ALL.stream().filter(book -> book.language == likely).findFirst().orElseThrow();
    }

    Language language() {
        return language;
    }

    /// How many words its cues of a class may begin with.
    int size(CueClass kind) {
        return byFirstWord.getOrDefault(kind, Map.of()).size();
    }

    boolean isOpener(ChatToken token) {
        return openers.contains(token.lower());
    }

    /// Whether any cue of the class stands in a message.
    boolean has(CueClass kind, AnalyzedMessage analyzedMessage) {
        for (int at = analyzedMessage.body(); at < analyzedMessage.tokens().size(); at++) {
            if (standsAt(kind, analyzedMessage, at)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a message begins with one, openers aside.
    boolean opens(CueClass kind, AnalyzedMessage analyzedMessage) {
        int at = analyzedMessage.body();
        while (at < analyzedMessage.tokens().size()) {
            if (standsAt(kind, analyzedMessage, at)) {
                return true;
            }
            if (!isOpener(analyzedMessage.tokens().get(at))) {
                return false;
            }
            at++;
        }
        return false;
    }

    /// Whether a message says nothing that anybody would quote.
    boolean isTrivial(AnalyzedMessage analyzedMessage) {
        return analyzedMessage.tokens().stream()
                .skip(analyzedMessage.body())
                .allMatch(token -> trivial.contains(token.lower()) || isOpener(token));
    }

    private boolean standsAt(CueClass kind, AnalyzedMessage analyzedMessage, int at) {
        String word = analyzedMessage.tokens().get(at).lower();
        List<CuePhrase> withWord = byFirstWord.getOrDefault(kind, Map.of()).get(word);
        return (withWord != null && anyStandsAt(withWord, analyzedMessage, at))
                || anyStandsAt(anyFirstWord.getOrDefault(kind, List.of()), analyzedMessage, at);
    }

    private static boolean anyStandsAt(
            List<CuePhrase> cues, AnalyzedMessage analyzedMessage, int at) {
        for (CuePhrase cuePhrase : cues) {
            if (cuePhrase.standsAt(analyzedMessage, at)) {
                return true;
            }
        }
        return false;
    }
}
