package dev.verbatim.playground;

import dev.verbatim.playground.botapi.Event;
import dev.verbatim.playground.botapi.Person;
import dev.verbatim.playground.botapi.Post;
import dev.verbatim.playground.botapi.Room;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;

/// What the page is told, as JSON.
final class PageEvents {

    // A page has no use for more, and a brought-in conversation may have very many.
    private static final int MESSAGES = 500;

    private PageEvents() {}

    /// Everything, for a page that has just been opened.
    static ObjectNode state(Playground playground) {
        ObjectNode state = object();
        state.set("bot", playground.bot().about());
        state.put("api", playground.apiAddress() + "/bot" + playground.token() + "/");
        ArrayNode people = state.putArray("people");
        for (Person person : playground.cast()) {
            people.add(
                    person.wire()
                            .put("editor", person.id() == playground.editor())
                            .put("about", playground.bot().description(person.language())));
        }
        ArrayNode rooms = state.putArray("rooms");
        playground.rooms().forEach(room -> rooms.add(room(room)));
        playground.eventLog().entries().forEach(state.putArray("journal")::add);
        playground.suggestions().forEach(state.putArray("suggestions")::add);
        return state;
    }

    private static ObjectNode room(Room room) {
        ObjectNode shown = room.roll();
        ArrayNode messages = shown.putArray("messages");
        List<Post> posts = room.posts();
        posts.stream()
                .skip(Math.max(0, posts.size() - MESSAGES))
                .forEach(post -> messages.add(message(post)));
        return shown;
    }

    private static ObjectNode message(Post post) {
        ObjectNode message = post.wire();
        ObjectNode reactions = message.putObject("reactions");
        post.reactionCounts().forEach(reactions::put);
        return message;
    }

    static ObjectNode suggestions(List<String> questions) {
        ObjectNode shown = event("suggestions");
        questions.forEach(shown.putArray("questions")::add);
        return shown;
    }

    static ObjectNode event(Event event) {
        return switch (event) {
            case Event.Posted(var post) -> post("posted", post);
            case Event.Edited(var post) -> post("edited", post);
            case Event.Removed(var room, var id) ->
                    event("removed").put("room", room.id()).put("message", id);
            case Event.Acting(_, var room, var action) ->
                    event("acting").put("room", room.id()).put("action", action);
            case Event.Answered(var queryId, var answer) -> {
                ObjectNode shown = event("answered").put("query", queryId);
                shown.set("answer", answer);
                yield shown;
            }
            case Event.RoomChanged(var room) -> {
                ObjectNode shown = event("room");
                shown.set("room", room.roll());
                yield shown;
            }
            case Event.BotChanged(var bot) -> {
                ObjectNode shown = event("bot");
                shown.set("bot", bot.about());
                yield shown;
            }
            case Event.Delivered(_, var update, var at) -> {
                ObjectNode shown = event("update").put("at", time(at));
                shown.set("update", update);
                yield shown;
            }
            case Event.Called called -> call(called);
        };
    }

    private static ObjectNode call(Event.Called called) {
        ObjectNode shown = event("call").put("at", time(called.at()));
        shown.put("millis", called.took().toMillis()).put("method", called.call().method());
        shown.set("parameters", called.call().parameters());
        shown.set("answer", called.answer());
        return shown;
    }

    private static ObjectNode post(String type, Post post) {
        ObjectNode shown = event(type).put("room", post.room().id());
        shown.set("message", message(post));
        return shown;
    }

    private static ObjectNode event(String type) {
        return object().put("type", type);
    }

    private static String time(Instant at) {
        return at.toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
