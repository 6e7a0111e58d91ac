package dev.verbatim.telegram.update;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A message's words, and whether they mention the bot.
///
/// @param text without the mentions of the bot
/// @param mentionsBot whether there was one
record AddressedText(String text, boolean mentionsBot) {

    private static final Logger log = LoggerFactory.getLogger(AddressedText.class);

    // Where a mention was. It is removed with the blank or the comma that set it off.
    private static final String HOLE = "\0";
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final String AFTER_THE_FIRST = BLANKS + ",:;–—-";
    private static final String BEFORE_THE_LAST = BLANKS + ",";
    private static final String NEEDS_NO_BLANK = BLANKS + ",.;:!?…";

    /// The text of a message, or its caption; nothing when there is neither.
    static Optional<AddressedText> of(Message message, BotIdentity me) {
        if (isWritten(message.getText())) {
            return Optional.of(read(message.getText(), entities(message), me));
        }
        return isWritten(message.getCaption())
                ? Optional.of(read(message.getCaption(), entities(message), me))
                : Optional.empty();
    }

    /// The entities of a message's text, or of its caption. One may lie outside of it: see
    /// [#isWithin].
    static List<MessageEntity> entities(Message message) {
        return isWritten(message.getText())
                ? entities(message::getEntities)
                : entities(message::getCaptionEntities);
    }

    /// A message's text, or its caption; empty when there is neither.
    static String plainText(Message message) {
        return isWritten(message.getText())
                ? message.getText()
                : Objects.requireNonNullElse(message.getCaption(), "");
    }

    private static boolean isWritten(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /// The library reads the words of all entities at once, and throws when one lies outside the
    /// text: then none counts.
    private static List<MessageEntity> entities(Supplier<@Nullable List<MessageEntity>> entities) {
        try {
            return Objects.requireNonNullElse(entities.get(), List.of());
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            log.debug("entities that don't belong to the text: {}", e.getMessage());
            return List.of();
        }
    }

    private static AddressedText read(String text, List<MessageEntity> entities, BotIdentity me) {
        List<MessageEntity> mentions =
                entities.stream()
                        .filter(entity -> isWithin(entity, text) && mentions(entity, text, me))
                        .toList();
        return mentions.isEmpty()
                ? new AddressedText(text, false)
                : new AddressedText(without(mentions, text), true);
    }

    /// Whether Telegram has marked a command in a message.
    static boolean hasCommand(Message message) {
        return entities(message).stream()
                .anyMatch(entity -> "bot_command".equals(entity.getType()));
    }

    /// Whether a message begins with the mention of somebody else, to whom it is then addressed.
    static boolean callsAnother(Message message) {
        String text = plainText(message);
        int start = text.length() - text.stripLeading().length();
        return entities(message).stream()
                .filter(entity -> isWithin(entity, text) && entity.getOffset() == start)
                .anyMatch(
                        entity ->
                                "mention".equals(entity.getType())
                                        || "text_mention".equals(entity.getType()));
    }

    /// A name without an entity is no mention: a user who quotes the bot's name doesn't call it.
    private static boolean mentions(MessageEntity entity, String text, BotIdentity me) {
        String marked = text.substring(entity.getOffset(), end(entity));
        return switch (Objects.requireNonNullElse(entity.getType(), "")) {
            case "mention" -> marked.startsWith("@") && me.hasUserName(marked.substring(1));
            case "text_mention" -> me.is(entity.getUser());
            default -> false;
        };
    }

    private static String without(List<MessageEntity> mentions, String text) {
        var rest = new StringBuilder(text);
        for (MessageEntity mention : mentions) {
            String hole = HOLE.repeat(mention.getLength()); // the places of the others stay right
            rest.replace(mention.getOffset(), end(mention), hole);
        }
        return withoutHoles(rest);
    }

    /// Reads every character a few times only, even where a message has nothing but mentions.
    static String withoutHoles(CharSequence text) {
        int start = afterFirstHoles(text);
        int end = beforeLastHoles(text, start);
        var rest = new StringBuilder();
        int at = start;
        while (at < end) {
            int after = skip(text, at, HOLE);
            boolean isHole = after > at;
            if (isHole && after < end && isOneOf(NEEDS_NO_BLANK, text.charAt(after))) {
                dropBlank(rest);
            } else if (!isHole) {
                rest.append(text.charAt(at));
            }
            at = Math.max(at + 1, after);
        }
        return rest.toString();
    }

    private static int afterFirstHoles(CharSequence text) {
        int end = 0;
        int hole = skip(text, 0, BLANKS);
        int after = skip(text, hole, HOLE);
        while (after > hole) {
            end = skip(text, after, AFTER_THE_FIRST);
            hole = end;
            after = skip(text, hole, HOLE);
        }
        return end;
    }

    private static int beforeLastHoles(CharSequence text, int start) {
        int last = skipBack(text, text.length(), start, BLANKS);
        int hole = skipBack(text, last, start, HOLE);
        return hole == last ? text.length() : skipBack(text, hole, start, BEFORE_THE_LAST + HOLE);
    }

    private static void dropBlank(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && isOneOf(BLANKS, text.charAt(last))) {
            text.setLength(last);
        }
    }

    private static int skip(CharSequence text, int from, String characters) {
        int at = from;
        while (at < text.length() && isOneOf(characters, text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBack(CharSequence text, int from, int to, String characters) {
        int at = from;
        while (at > to && isOneOf(characters, text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isOneOf(String characters, char character) {
        return characters.indexOf(character) >= 0;
    }

    /// Whether an entity lies within a text.
    static boolean isWithin(MessageEntity entity, String text) {
        return entity.getOffset() != null
                && entity.getLength() != null
                && entity.getOffset() >= 0
                && entity.getLength() > 0
                && entity.getLength() <= text.length() - entity.getOffset();
    }

    private static int end(MessageEntity entity) {
        return entity.getOffset() + entity.getLength();
    }
}
