package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What has just happened, for who watches with [World#observe].
public sealed interface Event {

    /// A bot has called a method and has its answer, or would have if none was put in its way.
    record Called(Bot bot, Call call, JsonNode answer, Instant at, Duration took)
            implements Event {}

    /// An update waits for a bot.
    record Delivered(Bot bot, JsonNode update, Instant at) implements Event {}

    record Posted(Post post) implements Event {}

    /// Also when only the buttons or the reactions are others.
    record Edited(Post post) implements Event {}

    record Removed(Room room, int messageId) implements Event {}

    /// A bot is typing, or whatever else it says it does.
    record Acting(Bot bot, Room room, String action) implements Event {}

    /// A bot has answered a button's press or an inline query.
    record Answered(String queryId, JsonNode answer) implements Event {}

    /// A chat is new, or its name, its members or its topics are others.
    record RoomChanged(Room room) implements Event {}

    /// A bot's commands or texts are others.
    record BotChanged(Bot bot) implements Event {}
}
