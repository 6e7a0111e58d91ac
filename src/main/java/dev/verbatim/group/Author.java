package dev.verbatim.group;

import org.jspecify.annotations.Nullable;

/// A writer of messages. Two are the same person when their ids are the same, whatever they call
/// themselves by then.
///
/// @param id as Telegram's desktop export writes it: `user` or `channel` and the number
/// @param name as the group saw it
/// @param username without the `@`
public record Author(String id, String name, @Nullable String username) {

    private static final long FIRST_CHANNEL = 1_000_000_000_000L;

    /// The id of who has a number at the Bot API, where channels and groups are below zero. A group
    /// is the author of what its admins write without their names.
    public static String id(long number) {
        if (number >= 0) {
            return "user" + number;
        }
        return "channel" + (-number > FIRST_CHANNEL ? -number - FIRST_CHANNEL : -number);
    }

    public boolean is(Author other) {
        return id.equals(other.id);
    }
}
