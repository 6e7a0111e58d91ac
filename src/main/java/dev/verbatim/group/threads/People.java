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

/// Who writes in a chat, and by what names others call them.
final class People {

    private static final int SHORTEST = 3;

    private final Map<String, Set<String>> idsByName = new HashMap<>();

    private People() {}

    static People of(List<ChatMessage> messages) {
        People people = new People();
        Set<Author> authors = new LinkedHashSet<>();
        messages.forEach(message -> authors.add(message.author()));
        authors.forEach(people::add);
        return people;
    }

    private void add(Author author) {
        if (author.username() != null) {
            add(author.username(), author);
        }
        for (String part : author.name().split("\\s+")) {
            add(part, author);
        }
    }

    private void add(String name, Author author) {
        if (name.length() >= SHORTEST) {
            idsByName
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new HashSet<>())
                    .add(author.id());
        }
    }

    /// Ids of those whom a message names, by a link to them or by words.
    Set<String> namedIn(ChatMessage message) {
        Set<String> named = new HashSet<>(message.mentions());
        for (String word : message.text().toLowerCase(Locale.ROOT).split("\\s+")) {
            named.addAll(called(word));
        }
        named.remove(message.author().id());
        return named;
    }

    private Set<String> called(String word) {
        Set<String> exact = idsByName.get(word);
        return exact == null ? idsByName.getOrDefault(bare(word), Set.of()) : exact;
    }

    private static String bare(String word) {
        return word.replaceAll("^[@(\"'«“]+|[,:;.!?…)\"'»”]+$", "");
    }
}
