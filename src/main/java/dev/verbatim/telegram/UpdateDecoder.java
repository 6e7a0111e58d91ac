package dev.verbatim.telegram;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// Makes an [Incoming] of an update: the last place that sees Telegram's types.
///
/// Takes nothing for granted: Telegram adds kinds of messages every few weeks, and whatever is not
/// understood is ignored with a reason.
final class UpdateDecoder {

    private static final String PRIVATE = "private";

    // A name that runs on ("/etc/hosts") is no command.
    private static final Pattern COMMAND =
            Pattern.compile("/(\\w{1,32})(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private UpdateDecoder() {}

    static Incoming decode(Update update) {
        if (update.getMessage() != null) {
            return message(update.getMessage());
        }
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery());
        }
        return new Incoming.Ignored("neither a message nor a button");
    }

    private static Incoming message(Message message) {
        if (message.getChat() == null || !PRIVATE.equals(message.getChat().getType())) {
            return new Incoming.Ignored("not a private chat");
        }
        if (message.getFrom() != null && Boolean.TRUE.equals(message.getFrom().getIsBot())) {
            return new Incoming.Ignored("written by a bot");
        }
        Origin origin = origin(message, message.getFrom());
        return words(message)
                .map(text -> text(origin, text))
                .orElseGet(
                        () ->
                                hasContent(message)
                                        ? new Incoming.Chatted(origin)
                                        : new Incoming.Ignored("a service message"));
    }

    private static Incoming text(Origin origin, String text) {
        Matcher command = COMMAND.matcher(text.strip());
        if (!command.matches()) {
            return new Incoming.Asked(origin, text);
        }
        String payload = Objects.requireNonNullElse(command.group(2), "");
        return new Incoming.Commanded(origin, Command.named(command.group(1)), payload);
    }

    private static Incoming press(CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        if (message == null || message.getChat() == null || query.getId() == null) {
            return new Incoming.Ignored("a button without a message");
        }
        String data = Objects.requireNonNullElse(query.getData(), "");
        return new Incoming.Pressed(
                origin(message, query.getFrom()), query.getId(), Press.of(data), question(message));
    }

    /// What the message with the button replied to: a question is kept by Telegram, where it
    /// survives a restart of ours.
    private static @Nullable String question(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible && accessible.getReplyToMessage() != null
                ? words(accessible.getReplyToMessage()).orElse(null)
                : null;
    }

    private static Origin origin(MaybeInaccessibleMessage message, @Nullable User from) {
        Integer topic =
                message instanceof Message accessible && accessible.isTopicMessage()
                        ? accessible.getMessageThreadId()
                        : null;
        return new Origin(message.getChat().getId(), message.getMessageId(), topic, language(from));
    }

    private static Locale language(@Nullable User from) {
        return from == null || from.getLanguageCode() == null
                ? Locale.ROOT
                : Locale.forLanguageTag(from.getLanguageCode());
    }

    private static Optional<String> words(Message message) {
        return Stream.of(message.getText(), message.getCaption())
                .filter(Objects::nonNull)
                .filter(Predicate.not(String::isBlank))
                .findFirst();
    }

    /// Whether a person has sent something, and not Telegram itself told of a pin or a new title.
    private static boolean hasContent(Message message) {
        return Stream.of(
                        message.getText(),
                        message.getSticker(),
                        message.getPhoto(),
                        message.getVoice(),
                        message.getAudio(),
                        message.getVideo(),
                        message.getVideoNote(),
                        message.getAnimation(),
                        message.getDocument(),
                        message.getLocation(),
                        message.getContact(),
                        message.getPoll(),
                        message.getDice(),
                        message.getStory(),
                        message.getGame(),
                        message.getChecklist(),
                        message.getPaidMedia())
                .anyMatch(Objects::nonNull);
    }
}
