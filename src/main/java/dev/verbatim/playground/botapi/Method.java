package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;

/// What a method of the Bot API does. Throws a [Refusal] when it can't.
@FunctionalInterface
interface Method {

    JsonNode call(Bot bot, Parameters parameters);
}
