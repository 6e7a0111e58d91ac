package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Draft;
import dev.verbatim.playground.botapi.Person;
import dev.verbatim.playground.botapi.Room;
import dev.verbatim.playground.botapi.Upload;

import jakarta.servlet.ServletException;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What people do in chats.
final class UserActions {

    private final Playground playground;

    UserActions(Playground playground) {
        this.playground = playground;
    }

    ServerResponse write(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        String text = pageRequest.text("text").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        Room room = pageRequest.room();
        Draft draft =
                Draft.text(text).in(pageRequest.number("topic")).quoting(pageRequest.text("quote"));
        Draft anonymous = pageRequest.flag("anonymous") ? draft.as(room) : draft;
        Draft reply =
                room.post(pageRequest.number("replyTo"))
                        .map(anonymous::replyingTo)
                        .orElse(anonymous);
        pageRequest.person().writes(room, reply);
        return done();
    }

    ServerResponse edit(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().edits(pageRequest.message(), pageRequest.text("text"));
        return done();
    }

    ServerResponse delete(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().deletes(pageRequest.message());
        return done();
    }

    ServerResponse react(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest.person().reacts(pageRequest.message(), pageRequest.text("emoji"));
        return done();
    }

    ServerResponse press(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        return query(pageRequest.person().presses(pageRequest.message(), pageRequest.text("data")));
    }

    ServerResponse inline(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        Room room = pageRequest.room();
        String type = room.isPrivate() ? "sender" : room.wire().path("type").asString("");
        String offset = pageRequest.text("offset");
        return query(
                pageRequest
                        .person()
                        .asksInline(playground.bot(), pageRequest.text("query"), offset, type));
    }

    ServerResponse pick(ServerRequest request) throws ServletException, IOException {
        PageRequest pageRequest = PageRequest.of(playground, request);
        pageRequest
                .person()
                .picks(pageRequest.text("query"), pageRequest.text("result"), pageRequest.room());
        return done();
    }

    ServerResponse upload(ServerRequest request) throws ServletException, IOException {
        Person person =
                PageRequest.person(playground, Long.parseLong(parameter(request, "person")));
        Room room = PageRequest.room(playground, Long.parseLong(parameter(request, "room")));
        String type =
                request.headers()
                        .contentType()
                        .orElse(MediaType.APPLICATION_OCTET_STREAM)
                        .toString();
        var upload = new Upload(parameter(request, "name"), type, request.body(byte[].class));
        int topic = Integer.parseInt(request.param("topic").orElse("0"));
        String caption = request.param("caption").orElse("");
        person.writes(room, playground.world().document(upload, caption).in(topic));
        return done();
    }

    ServerResponse file(ServerRequest request) {
        return playground
                .world()
                .download(parameter(request, "id"))
                .map(UserActions::attached)
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    ServerResponse commands(ServerRequest request) {
        Person person =
                PageRequest.person(playground, Long.parseLong(parameter(request, "person")));
        Room room = PageRequest.room(playground, Long.parseLong(parameter(request, "room")));
        return json(playground.bot().commandsFor(person, room));
    }

    static ServerResponse json(JsonNode body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    static ServerResponse done() {
        return json(JsonNodeFactory.instance.objectNode());
    }

    static ServerResponse refused(Throwable problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return ServerResponse.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.put("problem", String.valueOf(problem.getMessage())));
    }

    static String parameter(ServerRequest request, String name) {
        return request.param(name)
                .orElseThrow(() -> new IllegalArgumentException("Missing: " + name));
    }

    /// Never opened here: what somebody uploads is not ours to show.
    static ServerResponse attached(Upload upload) {
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
