package dev.verbatim.group.threads;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Who writes in a chat, numbered from 0, and by what names others call them.
///
/// Some names are words as well: where somebody is called Will, or Der Boss, "will" and "der" name
/// them only when written as one calls somebody, "Will:" or "@will".
final class ParticipantIndex {

    /// Shorter ones are words more often than names.
    private static final int SHORTEST_NAME = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// Such as the colon of "Anna: yes", the at-sign of "@anna" and the bar of the nickname
    /// "Anna|".
    private static final Pattern TRIMMINGS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    /// As one calls somebody, in the commas and colons of many scripts.
    private static final Pattern CALL = Pattern.compile("@.+|.+[:,：，、،]");

    /// A word that stands in more messages than one in so many is no mere name,
    private static final int RARE = 50;

    /// but in a short chat a few tell nothing,
    private static final int FEW = 3;

    /// and neither do they where one of so many is a call.
    private static final int CALLED_OFTEN = 4;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();
    private final Set<String> alsoWords = new HashSet<>();

    private ParticipantIndex() {}

    static ParticipantIndex of(List<ChatMessage> messages) {
        ParticipantIndex participantIndex = new ParticipantIndex();
        Set<Author> authors = new LinkedHashSet<>();
        messages.forEach(message -> authors.add(message.author()));
        authors.forEach(participantIndex::add);
        participantIndex.findWords(messages);
        return participantIndex;
    }

    private void findWords(List<ChatMessage> messages) {
        Map<String, Integer> calls = new HashMap<>();
        Map<String, Integer> mentions = new HashMap<>();
        for (ChatMessage message : messages) {
            for (String token : tokens(message.text())) {
                String key = key(token);
                if (byName.containsKey(key)) {
                    mentions.merge(key, 1, Integer::sum);
                    calls.merge(key, isCall(token) ? 1 : 0, Integer::sum);
                }
            }
        }
        int few = Math.max(FEW, messages.size() / RARE);
        mentions.forEach(
                (key, count) -> {
                    if (count > few && calls.getOrDefault(key, 0) * CALLED_OFTEN < count) {
                        alsoWords.add(key);
                    }
                });
    }

    private static boolean isCall(String token) {
        return CALL.matcher(token).matches();
    }

    static String[] tokens(String text) {
        return BLANKS.split(text, -1);
    }

    private void add(Author author) {
        int number = numbers.computeIfAbsent(author.id(), _ -> numbers.size());
        if (author.username() != null) {
            call(author.username(), number);
        }
        for (String part : tokens(author.name())) {
            call(part, number);
        }
    }

    private void call(String name, int number) {
        String key = key(name);
        if (key.codePointCount(0, key.length()) >= SHORTEST_NAME) {
            byName.computeIfAbsent(key, _ -> new HashSet<>()).add(number);
        }
    }

    static String key(String word) {
        return TRIMMINGS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    int number(Author author) {
        return numbers.getOrDefault(author.id(), -1);
    }

    /// Numbers of those whom a word of a message names.
    Set<Integer> called(String token) {
        String key = key(token);
        return alsoWords.contains(key) && !isCall(token)
                ? Set.of()
                : byName.getOrDefault(key, Set.of());
    }

    /// Numbers of those that a message names by a link to them.
    Set<Integer> linkedIn(ChatMessage message) {
        Set<Integer> linked = new HashSet<>();
        for (String id : message.mentions()) {
            Integer number = numbers.get(id);
            if (number != null) {
                linked.add(number);
            }
        }
        return linked;
    }
}
