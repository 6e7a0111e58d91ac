package dev.verbatim.group;

import org.jspecify.annotations.Nullable;

/// Who wrote a message. Two are the same person when their ids are the same, whatever they call
/// themselves by then.
///
/// @param id as Telegram's desktop export writes it: `user` or `channel` and the number
/// @param name as the group saw it
/// @param username without the `@`
public record Author(String id, String name, @Nullable String username) {

    public boolean is(Author other) {
        return id.equals(other.id);
    }
}
