package dev.verbatim.group.catchup;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who is in a chat, and by what they may be called.
final class ChatParticipants {

    private final Map<String, Author> byName = new HashMap<>();

    ChatParticipants(List<ChatMessage> messages) {
        for (ChatMessage message : messages) {
            Author author = message.author();
            byName.putIfAbsent(lower(author.name()), author);
            if (author.username() != null) {
                byName.put("@" + lower(author.username()), author);
            }
        }
        messages.forEach(message -> addFirstName(message.author()));
    }

    // "Clara" for Clara Sommer, unless that is what somebody else is called.
    private void addFirstName(Author author) {
        String first = lower(author.name()).split("[\\s|]", 2)[0];
        if (first.length() > 2) {
            byName.putIfAbsent(first, author);
        }
    }

    /// Whoever is called so, with or without an `@` before it.
    Optional<Author> called(String name) {
        String lower = lower(name);
        Author found = byName.get(lower);
        if (found == null) {
            found = byName.get(lower.startsWith("@") ? lower.substring(1) : "@" + lower);
        }
        return Optional.ofNullable(found);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
