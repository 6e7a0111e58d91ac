package dev.verbatim.playground;

import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A request of the page, with the users and chats that it names.
final class PageRequest {

    private final Playground playground;
    private final JsonNode fields;

    private PageRequest(Playground playground, JsonNode fields) {
        this.playground = playground;
        this.fields = fields;
    }

    /// A request whose fields are its body.
    static PageRequest of(Playground playground, ServerRequest request)
            throws ServletException, IOException {
        return new PageRequest(playground, request.body(JsonNode.class));
    }

    /// A request whose fields are the parameters of its address.
    static PageRequest ofQuery(Playground playground, ServerRequest request) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        request.params().toSingleValueMap().forEach(fields::put);
        return new PageRequest(playground, fields);
    }

    /// Empty when missing.
    String text(String name) {
        return fields.path(name).asString("");
    }

    /// 0 when missing.
    int number(String name) {
        return fields.path(name).asInt(0);
    }

    boolean flag(String name) {
        return fields.path(name).asBoolean(false);
    }

    PersonAccount person() {
        return person("person");
    }

    PersonAccount person(String name) {
        long id = id(name);
        return playground
                .telegram()
                .person(id)
                .orElseThrow(() -> new IllegalArgumentException("Nobody has the number " + id));
    }

    /// The id in this field; 0 when missing.
    long id(String name) {
        return fields.path(name).asLong(0);
    }

    SimulatedChat chat() {
        long id = id("room");
        return playground
                .chat(id)
                .orElseThrow(() -> new IllegalArgumentException("No chat has the number " + id));
    }

    SimulatedMessage message() {
        return chat().message(number("message"))
                .orElseThrow(() -> new IllegalArgumentException("That message is gone."));
    }
}
