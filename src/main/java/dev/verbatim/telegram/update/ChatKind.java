package dev.verbatim.telegram.update;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of chats that Telegram has.
public enum ChatKind {
    /// With one person.
    PRIVATE,
    /// A small group, which becomes a supergroup when it grows.
    GROUP,
    SUPERGROUP,
    /// Where only its admins write.
    CHANNEL;

    /// The kind that Telegram names so; empty when it is a new one.
    public static Optional<ChatKind> named(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(type))
                .findAny();
    }

    public boolean isGroup() {
        return this == GROUP || this == SUPERGROUP;
    }
}
