package dev.verbatim.playground;

import dev.verbatim.playground.botapi.DraftMessage;
import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import dev.verbatim.playground.botapi.SimulatedChat;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Handles the page's requests that act as a user of Telegram.
final class UserActions {

    private final Playground playground;

    UserActions(Playground playground) {
        this.playground = playground;
    }

    ServerResponse send(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        String text = pageRequest.text("text").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        SimulatedChat chat = pageRequest.chat();
        DraftMessage draft =
                DraftMessage.text(text)
                        .inTopic(pageRequest.number("topic"))
                        .quoting(pageRequest.text("quote"));
        DraftMessage anonymous = pageRequest.flag("anonymous") ? draft.sentAs(chat) : draft;
        DraftMessage reply =
                chat.message(pageRequest.number("replyTo"))
                        .map(anonymous::replyingTo)
                        .orElse(anonymous);
        pageRequest.person().send(chat, reply);
        return ok();
    }

    ServerResponse edit(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().edit(pageRequest.message(), pageRequest.text("text"));
        return ok();
    }

    ServerResponse delete(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().delete(pageRequest.message());
        return ok();
    }

    ServerResponse react(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().react(pageRequest.message(), pageRequest.text("emoji"));
        return ok();
    }

    ServerResponse pressButton(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        return query(
                pageRequest.person().pressButton(pageRequest.message(), pageRequest.text("data")));
    }

    ServerResponse queryInline(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        SimulatedChat chat = pageRequest.chat();
        String type = chat.isPrivate() ? "sender" : chat.toJson().path("type").asString("");
        String offset = pageRequest.text("offset");
        return query(
                pageRequest
                        .person()
                        .queryInline(playground.bot(), pageRequest.text("query"), offset, type));
    }

    ServerResponse chooseInlineResult(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest
                .person()
                .chooseInlineResult(
                        pageRequest.text("query"), pageRequest.text("result"), pageRequest.chat());
        return ok();
    }

    ServerResponse upload(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.ofQuery(playground, request);
        String type =
                request.headers()
                        .contentType()
                        .orElse(MediaType.APPLICATION_OCTET_STREAM)
                        .toString();
        var upload = new UploadedFile(pageRequest.text("name"), type, request.body(byte[].class));
        DraftMessage draft = playground.telegram().document(upload, pageRequest.text("caption"));
        pageRequest.person().send(pageRequest.chat(), draft.inTopic(pageRequest.number("topic")));
        return ok();
    }

    ServerResponse file(ServerRequest request) {
        return playground
                .telegram()
                .download(PageRequest.ofQuery(playground, request).text("id"))
                .map(UserActions::attachment)
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    ServerResponse commands(ServerRequest request) {
        PageRequest pageRequest = PageRequest.ofQuery(playground, request);
        return json(playground.bot().commandsFor(pageRequest.person(), pageRequest.chat()));
    }

    static ServerResponse json(JsonNode body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    static ServerResponse ok() {
        return json(JsonNodeFactory.instance.objectNode());
    }

    static ServerResponse badRequest(Throwable problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return ServerResponse.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.put("problem", String.valueOf(problem.getMessage())));
    }

    /// As a download and never shown by the browser: an upload may hold anything.
    static ServerResponse attachment(UploadedFile upload) {
        String disposition =
                ContentDisposition.attachment()
                        .filename(upload.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(upload.content());
    }

    private static ServerResponse query(String id) {
        return json(JsonNodeFactory.instance.objectNode().put("query", id));
    }
}
