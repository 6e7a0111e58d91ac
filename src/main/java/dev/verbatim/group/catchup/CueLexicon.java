package dev.verbatim.group.catchup;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How people of a language ask, agree, decide and promise when they chat.
///
/// A file a language, in `cues` beside this class, with an entry for each [CueClass]: phrases as
/// [CuePhrase] reads them, separated by bars. An entry that begins with `set.` is a set of words,
/// and so are three more: `function` has the words that say nothing of a subject, `opener` those
/// that stand before what somebody says and add nothing, and what consists of words of `trivial`
/// alone nobody would quote.
final class CueLexicon {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "uk", "ru");
    private static final String SET = "set.";

    private static final List<CueLexicon> ALL = LANGUAGES.stream().map(CueLexicon::read).toList();

    private final Map<CueClass, Map<String, List<CuePhrase>>> byFirstWord =
            new EnumMap<>(CueClass.class);
    private final Map<CueClass, List<CuePhrase>> anyFirstWord = new EnumMap<>(CueClass.class);
    private final Set<String> function;
    private final Set<String> openers;
    private final Set<String> trivial;

    private CueLexicon(Properties entries) {
        Map<String, Set<String>> sets = sets(entries);
        for (CueClass kind : CueClass.values()) {
            Map<String, List<CuePhrase>> byWord = new HashMap<>();
            List<CuePhrase> others = new ArrayList<>();
            cues(entries, kind, sets).forEach(cuePhrase -> file(cuePhrase, byWord, others));
            byFirstWord.put(kind, byWord);
            anyFirstWord.put(kind, others);
        }
        function = words(entries, "function");
        openers = words(entries, "opener");
        trivial = words(entries, "trivial");
    }

    private static Map<String, Set<String>> sets(Properties entries) {
        return entries.stringPropertyNames().stream()
                .filter(key -> key.startsWith(SET))
                .collect(
                        Collectors.toMap(
                                key -> "{" + key.substring(SET.length()) + "}",
                                key -> words(entries, key)));
    }

    private static Stream<CuePhrase> cues(
            Properties entries, CueClass kind, Map<String, Set<String>> sets) {
        return Arrays.stream(entries.getProperty(kind.key(), "").split("\\|"))
                .filter(cue -> !cue.isBlank())
                .map(cue -> CuePhrase.of(cue, sets));
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

    private static Set<String> words(Properties entries, String key) {
        return new HashSet<>(Arrays.asList(entries.getProperty(key, "").strip().split("\\s+")));
    }

    private static CueLexicon read(String language) {
        String name = "cues/" + language + ".properties";
        Properties entries = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(CueLexicon.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8)) {
            entries.load(reader);
            return new CueLexicon(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    /// English first: of equals it is taken.
    static List<CueLexicon> all() {
        return ALL;
    }

    /// Whether a word says nothing of a subject.
    boolean isFunctionWord(String lower) {
        return function.contains(lower);
    }

    /// How many of the words belong to no subject in this language.
    long functionWords(List<ChatToken> tokens) {
        return tokens.stream().filter(token -> function.contains(token.lower())).count();
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
