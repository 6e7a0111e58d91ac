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
final class People {

    /// Shorter ones are words more often than names.
    private static final int SHORTEST_NAME = 3;

    /// Such as the colon of "Anna: yes", the at-sign of "@anna" and the bar of the nickname
    /// "Anna|".
    private static final Pattern TRIMMINGS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();

    private People() {}

    static People of(List<ChatMessage> messages) {
        People people = new People();
        Set<Author> authors = new LinkedHashSet<>();
        messages.forEach(message -> authors.add(message.author()));
        authors.forEach(people::add);
        return people;
    }

    private void add(Author author) {
        int number = numbers.computeIfAbsent(author.id(), _ -> numbers.size());
        if (author.username() != null) {
            call(author.username(), number);
        }
        for (String part : author.name().split("\\s+", -1)) {
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

    /// Numbers of those who are called by this word.
    Set<Integer> called(String word) {
        return byName.getOrDefault(key(word), Set.of());
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
