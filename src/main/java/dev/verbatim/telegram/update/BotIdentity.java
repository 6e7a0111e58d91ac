package dev.verbatim.telegram.update;

import dev.verbatim.telegram.message.PassageReference;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/// Who we are on Telegram.
///
/// @param userName as it is mentioned, without the `@`
/// @param readsAll whether messages of groups reach us that are not meant for us
/// @param servesInline whether we are asked for something when our name is typed in any chat
public record BotIdentity(long id, String userName, boolean readsAll, boolean servesInline) {

    /// Before Telegram has told: nobody mentions it or replies to it.
    public static final BotIdentity UNKNOWN = new BotIdentity(0, "", false, false);

    public static BotIdentity of(User me) {
        return new BotIdentity(
                me.getId(),
                Objects.requireNonNullElse(me.getUserName(), ""),
                Boolean.TRUE.equals(me.getCanReadAllGroupMessages()),
                Boolean.TRUE.equals(me.getSupportInlineQueries()));
    }

    boolean is(@Nullable User user) {
        return id != 0 && user != null && user.getId() != null && user.getId() == id;
    }

    /// The address of a passage in our private chat; nothing while we don't know our name.
    public Optional<String> link(PassageReference place) {
        return userName.isEmpty()
                ? Optional.empty()
                : Optional.of("t.me/" + userName + "?start=" + place.encode());
    }

    boolean isNamed(String name) {
        return !userName.isEmpty() && userName.equalsIgnoreCase(name);
    }
}
