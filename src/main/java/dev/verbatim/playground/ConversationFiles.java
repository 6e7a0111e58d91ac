package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Room;
import dev.verbatim.playground.botapi.Upload;

import jakarta.servlet.ServletException;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Conversations as files, in the format that Telegram's desktop app exports: `result.json`.
final class ConversationFiles {

    private final Playground playground;

    ConversationFiles(Playground playground) {
        this.playground = playground;
    }

    ServerResponse export(ServerRequest request) {
        Room room =
                PageRequest.room(
                        playground, Long.parseLong(UserActions.parameter(request, "room")));
        byte[] json =
                DesktopExportWriter.of(room).toPrettyString().getBytes(StandardCharsets.UTF_8);
        return UserActions.attached(new Upload("result.json", "application/json", json));
    }

    ServerResponse bringIn(ServerRequest request) throws ServletException, IOException {
        Room room = new DesktopExportImporter(playground).bringIn(request.body(JsonNode.class));
        return UserActions.json(JsonNodeFactory.instance.objectNode().put("room", room.id()));
    }
}
