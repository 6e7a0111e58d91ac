package dev.verbatim.group.analysis;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The authors of a chat, found by the names that others call them.
///
/// Some names are words as well. Where somebody is called Will, or Der Boss, "will" and "der" name
/// them only in a call: "Will:" or "@will".
final class ChatParticipants {

    /// Shorter names are words more often than names.
    private static final int SHORTEST_NAME = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    /// Such as the colon of "Anna: yes", the at-sign of "@anna" and the bar of the nickname
    /// "Anna|".
    private static final Pattern TRIMMINGS =
            Pattern.compile("^[^\\p{L}\\p{N}]++|(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]++$");

    /// A name as people call each other, with the commas and colons of many scripts.
    private static final String CALL_ENDS = ":,：，、،";

    /// A name in more than one of so many messages is a word as well,
    private static final int RARE = 50;

    /// but in a short chat a few occurrences prove nothing,
    private static final int FEW = 3;

    /// and neither do they when one of so many is a call.
    private static final int CALLED_OFTEN = 4;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private final Set<String> alsoWords = new HashSet<>();

    ChatParticipants(List<ChatMessage> messages) {
        messages.stream().map(ChatMessage::author).distinct().forEach(this::add);
        findNamesThatAreWords(messages);
    }

    private void add(Author author) {
        ids.add(author.id());
        if (author.username() != null) {
            addName(author.username(), author);
        }
        for (String part : BLANKS.split(author.name(), -1)) {
            addName(part, author);
        }
    }

    private void addName(String name, Author author) {
        String key = key(name);
        if (key.codePointCount(0, key.length()) >= SHORTEST_NAME) {
            idsByName.computeIfAbsent(key, _ -> new HashSet<>()).add(author.id());
        }
    }

    private void findNamesThatAreWords(List<ChatMessage> messages) {
        Map<String, Integer> calls = new HashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        for (ChatMessage message : messages) {
            for (String word : BLANKS.split(message.text(), -1)) {
                String key = key(word);
                if (idsByName.containsKey(key)) {
                    occurrences.merge(key, 1, Integer::sum);
                    calls.merge(key, isCall(word) ? 1 : 0, Integer::sum);
                }
            }
        }
        int few = Math.max(FEW, messages.size() / RARE);
        occurrences.forEach(
                (key, count) -> {
                    if (count > few && calls.getOrDefault(key, 0) * CALLED_OFTEN < count) {
                        alsoWords.add(key);
                    }
                });
    }

    static boolean isCall(String word) {
        return word.length() > 1
                && (word.startsWith("@") || CALL_ENDS.indexOf(word.charAt(word.length() - 1)) >= 0);
    }

    static String key(String word) {
        return TRIMMINGS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// The ids of those whom a word of a message names.
    ///
    /// @param word as written, with the colon or the `@` that makes it a call
    Set<String> namedBy(String word) {
        String key = key(word);
        return alsoWords.contains(key) && !isCall(word)
                ? Set.of()
                : idsByName.getOrDefault(key, Set.of());
    }

    /// The ids of those whom a message names by a link to them.
    Set<String> linkedIn(ChatMessage message) {
        return message.mentions().stream().filter(ids::contains).collect(Collectors.toSet());
    }
}
