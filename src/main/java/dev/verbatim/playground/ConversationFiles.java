package dev.verbatim.playground;

import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.UploadedFile;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Conversations as files, in the format that Telegram's desktop app exports: `result.json`.
final class ConversationFiles {

    private final Playground playground;

    ConversationFiles(Playground playground) {
        this.playground = playground;
    }

    ServerResponse export(ServerRequest request) {
        SimulatedChat chat =
                PageRequest.chat(
                        playground, Long.parseLong(UserActions.parameter(request, "room")));
        byte[] json =
                DesktopExportWriter.of(chat).toPrettyString().getBytes(StandardCharsets.UTF_8);
        return UserActions.attachment(new UploadedFile("result.json", "application/json", json));
    }

    ServerResponse importExport(ServerRequest request) throws ServletException, IOException {
        SimulatedChat chat =
                new DesktopExportImporter(playground).importGroup(request.body(JsonNode.class));
        return UserActions.json(JsonNodeFactory.instance.objectNode().put("room", chat.id()));
    }
}
