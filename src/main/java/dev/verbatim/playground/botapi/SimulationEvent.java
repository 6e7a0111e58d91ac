package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// An event of the simulation, for the observers of [FakeTelegram#observe].
public sealed interface SimulationEvent {

    /// A bot's call has got its response, or the fault that it met.
    record CallCompleted(
            BotAccount bot, MethodCall call, JsonNode answer, Instant at, Duration took)
            implements SimulationEvent {}

    /// An update was queued for a bot.
    record UpdateQueued(BotAccount bot, JsonNode update, Instant at) implements SimulationEvent {}

    record MessageSent(SimulatedMessage message) implements SimulationEvent {}

    /// The text, the buttons or the reactions have changed.
    record MessageEdited(SimulatedMessage message) implements SimulationEvent {}

    record MessageDeleted(SimulatedChat chat, int messageId) implements SimulationEvent {}

    /// A bot has sent a chat action, such as typing.
    record ActionStarted(BotAccount bot, SimulatedChat chat, String action)
            implements SimulationEvent {}

    /// A bot has answered a button press or an inline query.
    record QueryAnswered(String queryId, JsonNode answer) implements SimulationEvent {}

    /// A chat was created, or its members or topics have changed.
    record ChatChanged(SimulatedChat chat) implements SimulationEvent {}

    /// A bot's profile or settings have changed.
    record BotChanged(BotAccount bot) implements SimulationEvent {}
}
