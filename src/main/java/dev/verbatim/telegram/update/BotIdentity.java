package dev.verbatim.telegram.update;

import dev.verbatim.telegram.message.PassageReference;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/// The bot's own account on Telegram.
///
/// @param userName as it is mentioned, without the `@`
/// @param readsAll whether the bot gets messages of groups that are not meant for it
/// @param servesInline whether it is asked for results when its name is typed in any chat
/// @param servesGuests whether it is asked where it is mentioned in a chat that it isn't in
public record BotIdentity(
        long id, String userName, boolean readsAll, boolean servesInline, boolean servesGuests) {

    /// The identity before Telegram has told it: nothing mentions it or replies to it.
    public static final BotIdentity UNKNOWN = new BotIdentity(0, "", false, false, false);

    public static BotIdentity of(User me) {
        return new BotIdentity(
                me.getId(),
                Objects.requireNonNullElse(me.getUserName(), ""),
                Boolean.TRUE.equals(me.getCanReadAllGroupMessages()),
                Boolean.TRUE.equals(me.getSupportInlineQueries()),
                Boolean.TRUE.equals(me.getSupportsGuestQueries()));
    }

    /// What is known of an account by its number alone: nothing mentions it by a name.
    public static BotIdentity ofAccount(long id) {
        return new BotIdentity(id, "", false, false, false);
    }

    /// The same account under another name.
    public BotIdentity withUserName(String name) {
        return new BotIdentity(id, name, readsAll, servesInline, servesGuests);
    }

    /// Whether this is the bot's id; never while it is unknown.
    public boolean isAccount(long other) {
        return id != 0 && other == id;
    }

    boolean is(@Nullable User user) {
        return user != null && user.getId() != null && isAccount(user.getId());
    }

    /// A link that opens a passage in the private chat with the bot; empty while its name is
    /// unknown.
    public Optional<String> link(PassageReference place) {
        return userName.isEmpty()
                ? Optional.empty()
                : Optional.of("t.me/" + userName + "?start=" + place.encode());
    }

    /// A link to the private chat with the bot; empty while its name is unknown.
    public Optional<String> link() {
        return userName.isEmpty() ? Optional.empty() : Optional.of("t.me/" + userName);
    }

    boolean hasUserName(String name) {
        return !userName.isEmpty() && userName.equalsIgnoreCase(name);
    }
}
