package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Room;
import dev.verbatim.playground.botapi.Upload;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Conversations as files, in the format that Telegram's desktop app exports: `result.json`.
final class Logs {

    private final Playground playground;

    Logs(Playground playground) {
        this.playground = playground;
    }

    ServerResponse export(ServerRequest request) {
        Room room = Asked.room(playground, Long.parseLong(Acts.parameter(request, "room")));
        byte[] json = DesktopExport.of(room).toPrettyString().getBytes(StandardCharsets.UTF_8);
        return Acts.attached(new Upload("result.json", "application/json", json));
    }

    ServerResponse bringIn(ServerRequest request) throws ServletException, IOException {
        Room room = new DesktopImport(playground).bringIn(request.body(JsonNode.class));
        return Acts.json(JsonNodeFactory.instance.objectNode().put("room", room.id()));
    }
}
