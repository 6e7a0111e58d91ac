package dev.verbatim.telegram.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of an update that says where it belongs, read straight from its JSON. Everything that
/// has an update id has an envelope, even what can't be decoded.
///
/// @param chatId where it happened; the user's id for what happens in no chat, or in one that the
///   bot isn't in
/// @param personId who did it; 0 when nobody is named
/// @param sentAt when it was written or edited, as the update claims; the epoch when it doesn't say
/// @param albumId the same for all pictures or files of an album; missing for all else
/// @param access what it says about whether the bot may write there
/// @param migration present when it says that a group has become a supergroup
public record UpdateEnvelope(
        long updateId,
        long chatId,
        long personId,
        Instant sentAt,
        @Nullable String albumId,
        BotAccess access,
        @Nullable Migration migration) {

    static final String GUEST_MESSAGE = "guest_message";

    // The last second of the year 9999: a larger number is no time.
    private static final long LAST_SECOND = 253_402_300_799L;

    /// What an update says about whether the bot may write in its chat.
    public enum BotAccess {
        /// Nothing: it happened in no chat of the bot.
        UNKNOWN,
        /// A user has done something there.
        USED,
        /// The bot was removed from the chat, or blocked.
        REMOVED,
        /// It is in the group and may not write there.
        MUTED,
        /// It may write: it was added or unblocked, or has more rights now.
        ALLOWED
    }

    /// A group's change of id.
    public record Migration(long from, long to) {}

    /// Whether some JSON has an update id, and so is an update.
    public static boolean isUpdate(JsonNode json) {
        return json.path("update_id").canConvertToInt();
    }

    public static UpdateEnvelope of(JsonNode json) {
        JsonNode event = event(json);
        boolean asGuest = json.path(GUEST_MESSAGE).isObject();
        long chat = asGuest ? 0 : first(event, "/chat/id", "/message/chat/id");
        long person =
                chat > 0 || asGuest
                        ? first(event, "/from/id", "/user/id")
                        : first(event, "/sender_chat/id", "/from/id", "/user/id");
        long place = chat == 0 ? person : chat;
        long second = Math.clamp(first(event, "/edit_date", "/date"), 0, LAST_SECOND);
        return new UpdateEnvelope(
                json.path("update_id").longValue(),
                place,
                person,
                Instant.ofEpochSecond(second),
                json.path("message").path("media_group_id").textValue(),
                chat == 0 ? BotAccess.UNKNOWN : access(json.at("/my_chat_member/new_chat_member")),
                migration(json.path("message"), place));
    }

    private static JsonNode event(JsonNode json) {
        for (JsonNode field : json) {
            if (field.isObject()) {
                return field;
            }
        }
        return json.path("none");
    }

    private static long first(JsonNode event, String... paths) {
        return Stream.of(paths)
                .map(event::at)
                .filter(JsonNode::canConvertToLong)
                .mapToLong(JsonNode::longValue)
                .findFirst()
                .orElse(0);
    }

    private static BotAccess access(JsonNode member) {
        return switch (member.path("status").asText()) {
            case "left", "kicked" -> BotAccess.REMOVED;
            case "restricted" -> {
                boolean inside = member.path("is_member").asBoolean();
                boolean muted = !member.path("can_send_messages").asBoolean();
                yield inside ? muted ? BotAccess.MUTED : BotAccess.ALLOWED : BotAccess.REMOVED;
            }
            case "creator", "administrator", "member" -> BotAccess.ALLOWED;
            default -> BotAccess.USED;
        };
    }

    private static @Nullable Migration migration(JsonNode message, long chatId) {
        JsonNode to = message.path("migrate_to_chat_id");
        if (to.canConvertToLong()) {
            return new Migration(chatId, to.longValue());
        }
        JsonNode from = message.path("migrate_from_chat_id");
        return from.canConvertToLong() ? new Migration(from.longValue(), chatId) : null;
    }
}
