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

    private static final String ADDRESSEE_AND_BLANKS =
            "(?:@(\\w{1,32}+))?+(?![\\w/<>])[,:;.!?…，：；。！？،؛؟]*+" + BLANKS;

    private static final Pattern COMMAND =
            Pattern.compile("\\A" + BLANKS + "/(\\w{1,64}+)" + ADDRESSEE_AND_BLANKS);

    private static final Pattern ASK =
            Pattern.compile(
                    "(?<![\\w/<>@])/(ask)" + ADDRESSEE_AND_BLANKS, Pattern.CASE_INSENSITIVE);

    /// The command that a text begins with.
    static Optional<TypedCommand> in(String text) {
        Matcher typed = COMMAND.matcher(text);
        return typed.lookingAt() ? Optional.of(read(typed, text)) : Optional.empty();
    }

    /// The first `/ask` of a text, wherever it is, if something is written after it.
    static Optional<TypedCommand> askWithin(String text) {
        Matcher typed = ASK.matcher(text);
        return typed.find()
                ? Optional.of(read(typed, text)).filter(ask -> !ask.payload().isEmpty())
                : Optional.empty();
    }

    private static TypedCommand read(Matcher typed, String text) {
        return new TypedCommand(
                typed.group(1), typed.group(2), text.substring(typed.end()).strip());
    }
}
