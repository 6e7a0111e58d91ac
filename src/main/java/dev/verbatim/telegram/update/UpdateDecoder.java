package dev.verbatim.telegram.update;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.update.Incoming.Reacted.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/// A decoder of updates: the last place that sees Telegram's types.
///
/// It takes nothing for granted: Telegram adds kinds of messages every few weeks, and an update
/// that isn't understood is ignored with a reason.
public final class UpdateDecoder {

    /// The mapper of the Bot API's JSON; the library's types are annotated for this one. It reads
    /// deeper trees and longer numbers than Jackson does by itself: a response to a poll that can't
    /// be read would hold up all updates in it for ever.
    public static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(100_000)
                                            .maxNumberLength(100_000)
                                            .build())
                            .build());

    private static final Logger log = LoggerFactory.getLogger(UpdateDecoder.class);

    private static final Set<String> WORDS_AND_PLACE =
            Set.of(
                    "message_id",
                    "message_thread_id",
                    "is_topic_message",
                    "is_automatic_forward",
                    "date",
                    "edit_date",
                    "chat",
                    "from",
                    "sender_chat",
                    "via_bot",
                    "text",
                    "entities",
                    "caption",
                    "caption_entities",
                    "quote",
                    "reply_to_message",
                    "guest_query_id",
                    "document",
                    "voice");

    private static final Map<String, Rating> RATINGS = Map.of("👍", Rating.GOOD, "👎", Rating.BAD);

    private static final Pattern BOT_NAME =
            Pattern.compile("@\\w{1,32}+(?<=bot)(?!\\w)", Pattern.CASE_INSENSITIVE);

    // A user who edits an older message corrects it, and waits for no answer.
    private static final Duration EDITED_AT_ONCE = Duration.ofHours(1);

    private final MessageDecoder messages;

    /// A decoder to whom nobody is an editor.
    ///
    /// @param me the bot that may be addressed; with [BotIdentity#UNKNOWN] a group's messages may
    ///   be ignored wrongly
    public UpdateDecoder(BotIdentity me) {
        this(me, _ -> false);
    }

    /// @param editors whether a user may send articles as files
    public UpdateDecoder(BotIdentity me, LongPredicate editors) {
        this.messages = new MessageDecoder(me, editors);
    }

    /// Decodes an update's JSON.
    ///
    /// @throws JsonProcessingException when the library can't read it
    public DecodedUpdate decode(JsonNode json) throws JsonProcessingException {
        Update update = read(json);
        UpdateEnvelope envelope = UpdateEnvelope.of(json);
        return new DecodedUpdate(
                envelope,
                decode(update),
                envelope.migration() == null && GroupPostDecoder.isOfGroup(update),
                GroupPostDecoder.decode(update).orElse(null));
    }

    /// Whether a message has the user name of some bot. They all end in "bot".
    public static boolean namesABot(JsonNode update) {
        JsonNode message = update.path("message");
        return Stream.of("text", "caption")
                .map(field -> message.path(field).asText())
                .anyMatch(words -> BOT_NAME.matcher(words).find());
    }

    /// Reads an update. Where the library refuses a part, such as a picture of a kind that is newer
    /// than it is, the message is read without its content: whoever sent it gets a reply.
    private static Update read(JsonNode json) throws JsonProcessingException {
        try {
            return JSON.treeToValue(json, Update.class);
        } catch (JsonProcessingException e) {
            log.debug("read without what the library refuses: {}", e.getClass().getSimpleName());
            return JSON.treeToValue(withoutContent(json), Update.class);
        }
    }

    private static JsonNode withoutContent(JsonNode json) {
        JsonNode reduced = json.deepCopy();
        Stream.of("/message", "/edited_message", "/" + UpdateEnvelope.GUEST_MESSAGE)
                .flatMap(path -> Stream.of(path, path + "/reply_to_message"))
                .map(reduced::at)
                .filter(ObjectNode.class::isInstance)
                .forEach(message -> ((ObjectNode) message).retain(WORDS_AND_PLACE));
        return reduced;
    }

    Incoming decode(Update update) {
        if (update.getMessage() != null) {
            return messages.decode(update.getMessage());
        }
        if (update.getEditedMessage() != null) {
            return edit(update.getEditedMessage());
        }
        if (update.getGuestMessage() != null) {
            return messages.decodeGuest(update.getGuestMessage());
        }
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery());
        }
        if (update.getInlineQuery() != null) {
            return inline(update.getInlineQuery());
        }
        if (update.getMessageReaction() != null) {
            return react(update.getMessageReaction());
        }
        return update.getMyChatMember() == null
                ? new Incoming.Ignored("a kind of update that is nothing to us")
                : membership(update.getMyChatMember());
    }

    private Incoming edit(Message message) {
        if (messages.decode(message) instanceof Incoming.Posted posted) {
            return posted;
        }
        if (message.getDate() == null || message.getEditDate() == null) {
            return new Incoming.Ignored("an edit without a time");
        }
        Instant at = Instant.ofEpochSecond(message.getEditDate());
        if (at.isAfter(Instant.ofEpochSecond(message.getDate()).plus(EDITED_AT_ONCE))) {
            return new Incoming.Ignored("an edit of an old message");
        }
        return messages.decode(message) instanceof Incoming.Asked question
                ? new Incoming.Edited(question, at)
                : new Incoming.Ignored("an edit that makes no question");
    }

    /// A reaction of an anonymous admin names nobody, and other reactions rate nothing.
    private static Incoming react(MessageReactionUpdated change) {
        Rating now = rating(change.getNewReaction());
        boolean isRating = now != Rating.NONE || rating(change.getOldReaction()) != Rating.NONE;
        User person = change.getUser();
        return !isRating
                        || person == null
                        || person.getId() == null
                        || change.getChat() == null
                        || change.getMessageId() == null
                ? new Incoming.Ignored("a reaction that rates nothing")
                : MessageContextReader.in(change.getChat(), person)
                        .map(context -> context.replyingTo(change.getMessageId()))
                        .<Incoming>map(context -> new Incoming.Reacted(context, now))
                        .orElse(new Incoming.Ignored("a reaction in a chat we don't know"));
    }

    private static Rating rating(@Nullable List<ReactionType> reactions) {
        return reactions == null
                ? Rating.NONE
                : reactions.stream()
                        .filter(ReactionTypeEmoji.class::isInstance)
                        .map(reaction -> ((ReactionTypeEmoji) reaction).getEmoji())
                        .map(emoji -> RATINGS.getOrDefault(emoji, Rating.NONE))
                        .filter(rating -> rating != Rating.NONE)
                        .findFirst()
                        .orElse(Rating.NONE);
    }

    private Incoming press(CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        if (message == null
                || query.getId() == null
                || query.getFrom() == null
                || query.getFrom().getId() == null) {
            return new Incoming.Ignored("a button without a message");
        }
        String data = Objects.requireNonNullElse(query.getData(), "");
        return MessageContextReader.ofPress(message, query.getFrom())
                .<Incoming>map(
                        context ->
                                new Incoming.Pressed(
                                        context,
                                        query.getId(),
                                        CallbackData.parse(data),
                                        question(message),
                                        isProtected(message),
                                        ephemeralId(message)))
                .orElse(new Incoming.Ignored("a button of a chat we don't know"));
    }

    /// What the message with the button replied to: Telegram keeps the question, where it survives
    /// a restart of the bot.
    private @Nullable String question(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible && accessible.getReplyToMessage() != null
                ? Optional.of(messages.question(accessible.getReplyToMessage()))
                        .filter(text -> !text.isBlank())
                        .orElse(null)
                : null;
    }

    private static boolean isProtected(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible
                && Boolean.TRUE.equals(accessible.getHasProtectedContent());
    }

    private static int ephemeralId(MaybeInaccessibleMessage message) {
        return message instanceof Message accessible && accessible.getEphemeralMessageId() != null
                ? accessible.getEphemeralMessageId()
                : 0;
    }

    private static Incoming inline(InlineQuery query) {
        if (query.getId() == null || query.getFrom() == null || query.getFrom().getId() == null) {
            return new Incoming.Ignored("an inline question of nobody");
        }
        return new Incoming.InlineAsked(
                query.getId(),
                query.getFrom().getId(),
                MessageContextReader.language(query.getFrom()),
                Objects.requireNonNullElse(query.getQuery(), ""),
                Objects.requireNonNullElse(query.getOffset(), ""));
    }

    private static Incoming membership(ChatMemberUpdated change) {
        if (change.getChat() == null
                || change.getChat().getId() == null
                || change.getFrom() == null
                || change.getFrom().getId() == null) {
            return new Incoming.Ignored("a change of nobody, or nowhere");
        }
        boolean was = isIn(change.getOldChatMember());
        boolean is = isIn(change.getNewChatMember());
        if (was && !is) {
            return new Incoming.Removed(change.getChat().getId());
        }
        return !was && is ? joining(change) : new Incoming.Ignored("a change of our rights");
    }

    private static Incoming joining(ChatMemberUpdated change) {
        String title = Objects.requireNonNullElse(change.getChat().getTitle(), "");
        boolean asAdmin = "administrator".equals(change.getNewChatMember().getStatus());
        return MessageContextReader.in(change.getChat(), change.getFrom())
                .filter(context -> context.kind().isGroup() && maySpeak(change.getNewChatMember()))
                .<Incoming>map(context -> new Incoming.Joined(context, title, asAdmin))
                .orElse(new Incoming.Ignored("taken in where we have nothing to say"));
    }

    /// Whether a member is in the chat now.
    public static boolean isIn(@Nullable ChatMember member) {
        return switch (member == null ? "left" : member.getStatus()) {
            case "creator", "administrator", "member" -> true;
            case "restricted" ->
                    member instanceof ChatMemberRestricted limited
                            && Boolean.TRUE.equals(limited.getIsMember());
            case null, default -> false;
        };
    }

    private static boolean maySpeak(ChatMember member) {
        return !(member instanceof ChatMemberRestricted limited)
                || Boolean.TRUE.equals(limited.getCanSendMessages());
    }
}
