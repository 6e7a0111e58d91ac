package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;

/// What a method of the Bot API does. Throws a [ApiError] when it can't.
@FunctionalInterface
interface ApiMethod {

    JsonNode call(BotAccount bot, CallParameters parameters);
}
