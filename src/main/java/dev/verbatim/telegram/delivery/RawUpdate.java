package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An update as it came, with no more understood of it than it takes to put it in its place.
/// Nothing is taken for granted: it may be anything that has a number.
///
/// @param chatId where it happened; the person's number for what happens in no chat
/// @param personId who did it; 0 when nobody is named
record RawUpdate(long updateId, long chatId, long personId, Instant askedAt, JsonNode content) {

    // Telegram keeps an update for a day; what claims to be older has its date wrong.
    private static final Duration KEPT = Duration.ofHours(25);

    static boolean isUpdate(JsonNode json) {
        return json.path("update_id").canConvertToInt();
    }

    /// @param since nothing has waited for us since before that
    static RawUpdate of(JsonNode json, Instant since, Instant now) {
        JsonNode event = event(json);
        long person = first(event, "/sender_chat/id", "/from/id", "/user/id");
        long chat = first(event, "/chat/id", "/message/chat/id");
        return new RawUpdate(
                json.path("update_id").longValue(),
                chat == 0 ? person : chat,
                person,
                askedAt(event, since, now),
                json);
    }

    private static JsonNode event(JsonNode json) {
        for (JsonNode field : json) {
            if (field.isObject()) {
                return field;
            }
        }
        return json.path("none");
    }

    private static long first(JsonNode event, String... places) {
        return List.of(places).stream()
                .map(event::at)
                .filter(JsonNode::canConvertToLong)
                .mapToLong(JsonNode::longValue)
                .findFirst()
                .orElse(0);
    }

    private static Instant askedAt(JsonNode event, Instant since, Instant now) {
        Instant said = Instant.ofEpochSecond(first(event, "/edit_date", "/date"));
        boolean credible = said.isAfter(now.minus(KEPT)) && said.isBefore(now);
        if (!credible) {
            return now;
        }
        return said.isBefore(since) ? since : said;
    }
}
