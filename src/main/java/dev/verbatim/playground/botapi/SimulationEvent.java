package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What has just happened, for who watches with [FakeTelegram#observe].
public sealed interface SimulationEvent {

    /// A bot has called a method and has its answer, or would have if none was put in its way.
    record CallCompleted(
            BotAccount bot, MethodCall call, JsonNode answer, Instant at, Duration took)
            implements SimulationEvent {}

    /// An update waits for a bot.
    record UpdateQueued(BotAccount bot, JsonNode update, Instant at) implements SimulationEvent {}

    record MessageSent(SimulatedMessage message) implements SimulationEvent {}

    /// Also when only the buttons or the reactions are others.
    record MessageEdited(SimulatedMessage message) implements SimulationEvent {}

    record MessageDeleted(SimulatedChat chat, int messageId) implements SimulationEvent {}

    /// A bot is typing, or whatever else it says it does.
    record ActionStarted(BotAccount bot, SimulatedChat chat, String action)
            implements SimulationEvent {}

    /// A bot has answered a button's press or an inline query.
    record QueryAnswered(String queryId, JsonNode answer) implements SimulationEvent {}

    /// A chat is new, or its name, its members or its topics are others.
    record ChatChanged(SimulatedChat chat) implements SimulationEvent {}

    /// A bot's commands or texts are others.
    record BotChanged(BotAccount bot) implements SimulationEvent {}
}
