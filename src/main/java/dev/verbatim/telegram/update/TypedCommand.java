package dev.verbatim.telegram.update;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A command as Telegram marks it: a slash and a word at the beginning of a message, whatever sets
/// off what follows: a blank of any kind, a colon, a question mark. A path (`/etc/hosts`) is none.
///
/// @param name without the slash
/// @param addressee the bot that it names; missing when it names none
/// @param payload what was written after it, without the blanks around it
record TypedCommand(String name, @Nullable String addressee, String payload) {

    // Invisible marks, such as those of a text's direction, come with what people copy.
    private static final String BLANKS = "[\\s\\p{Z}\\p{Cf}]*+";

    private static final Pattern COMMAND =
            Pattern.compile(
                    BLANKS
                            + "/(\\w{1,64}+)(?:@(\\w{1,32}+))?+(?![\\w/<>])"
                            + "[,:;.!?…，：；。！？،؛؟]*+"
                            + BLANKS);

    /// The command that a text begins with.
    static Optional<TypedCommand> in(String text) {
        Matcher typed = COMMAND.matcher(text);
        return typed.lookingAt()
                ? Optional.of(
                        new TypedCommand(
                                typed.group(1),
                                typed.group(2),
                                text.substring(typed.end()).strip()))
                : Optional.empty();
    }
}
