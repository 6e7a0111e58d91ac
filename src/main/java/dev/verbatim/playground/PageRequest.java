package dev.verbatim.playground;

import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;

/// A request of the page, with the users and chats that it names.
record PageRequest(Playground playground, JsonNode body) {

    static PageRequest of(Playground playground, ServerRequest request)
            throws ServletException, IOException {
        return new PageRequest(playground, request.body(JsonNode.class));
    }

    /// Empty when missing.
    String text(String name) {
        return body.path(name).asString("");
    }

    /// 0 when missing.
    int number(String name) {
        return body.path(name).asInt(0);
    }

    boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    PersonAccount person() {
        return person(playground, body.path("person").asLong(0));
    }

    SimulatedChat chat() {
        return chat(playground, body.path("room").asLong(0));
    }

    SimulatedMessage message() {
        return chat().message(number("message"))
                .orElseThrow(() -> new IllegalArgumentException("That message is gone."));
    }

    static PersonAccount person(Playground playground, long id) {
        return playground
                .telegram()
                .person(id)
                .orElseThrow(() -> new IllegalArgumentException("Nobody has the number " + id));
    }

    static SimulatedChat chat(Playground playground, long id) {
        return playground
                .chat(id)
                .orElseThrow(() -> new IllegalArgumentException("No chat has the number " + id));
    }
}
