package dev.verbatim.playground;

import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import dev.verbatim.playground.botapi.SimulationEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what the page is told as JSON: the state when it opens, and an event for each change.
final class PageEvents {

    // A page has no use for more, and an imported conversation may have very many.
    private static final int MESSAGES = 500;

    private PageEvents() {}

    /// The whole state, for a page that has just been opened.
    static ObjectNode state(Playground playground) {
        ObjectNode state = object();
        state.set("bot", playground.bot().getMe());
        state.put("api", playground.apiAddress() + "/bot" + playground.token() + "/");
        ArrayNode people = state.putArray("people");
        for (PersonAccount person : playground.users()) {
            people.add(
                    person.toJson()
                            .put("editor", person.id() == playground.editor())
                            .put("about", playground.bot().description(person.language())));
        }
        ArrayNode rooms = state.putArray("rooms");
        playground.chats().forEach(chat -> rooms.add(room(chat)));
        playground.history().entries().forEach(state.putArray("journal")::add);
        playground.suggestions().forEach(state.putArray("suggestions")::add);
        playground.articleExtensions().forEach(state.putArray("extensions")::add);
        return state;
    }

    private static ObjectNode room(SimulatedChat chat) {
        ObjectNode shown = chat.toJsonWithMembers();
        ArrayNode messages = shown.putArray("messages");
        List<SimulatedMessage> posts = chat.messages();
        posts.stream()
                .skip(Math.max(0, posts.size() - MESSAGES))
                .forEach(simulatedMessage -> messages.add(message(simulatedMessage)));
        return shown;
    }

    private static ObjectNode message(SimulatedMessage simulatedMessage) {
        ObjectNode message = simulatedMessage.toJson();
        ObjectNode reactions = message.putObject("reactions");
        simulatedMessage.reactionCounts().forEach(reactions::put);
        return message;
    }

    static ObjectNode suggestions(List<String> questions) {
        ObjectNode shown = event("suggestions");
        questions.forEach(shown.putArray("questions")::add);
        return shown;
    }

    static ObjectNode event(SimulationEvent event) {
        return switch (event) {
            case SimulationEvent.MessageSent(var simulatedMessage) ->
                    post("posted", simulatedMessage);
            case SimulationEvent.MessageEdited(var simulatedMessage) ->
                    post("edited", simulatedMessage);
            case SimulationEvent.MessageDeleted(var chat, var id) ->
                    event("removed").put("room", chat.id()).put("message", id);
            case SimulationEvent.ActionStarted(_, var chat, var action) ->
                    event("acting").put("room", chat.id()).put("action", action);
            case SimulationEvent.QueryAnswered(var queryId, var answer) -> {
                ObjectNode shown = event("answered").put("query", queryId);
                shown.set("answer", answer);
                yield shown;
            }
            case SimulationEvent.ChatChanged(var chat) -> {
                ObjectNode shown = event("room");
                shown.set("room", chat.toJsonWithMembers());
                yield shown;
            }
            case SimulationEvent.BotChanged(var bot) -> {
                ObjectNode shown = event("bot");
                shown.set("bot", bot.getMe());
                yield shown;
            }
            case SimulationEvent.UpdateQueued(_, var update, var at) -> {
                ObjectNode shown = event("update").put("at", time(at));
                shown.set("update", update);
                yield shown;
            }
            case SimulationEvent.CallCompleted called -> call(called);
        };
    }

    private static ObjectNode call(SimulationEvent.CallCompleted called) {
        ObjectNode shown = event("call").put("at", time(called.at()));
        shown.put("millis", called.took().toMillis()).put("method", called.call().method());
        shown.set("parameters", called.call().parameters());
        shown.set("answer", called.answer());
        return shown;
    }

    private static ObjectNode post(String type, SimulatedMessage simulatedMessage) {
        ObjectNode shown = event(type).put("room", simulatedMessage.chat().id());
        shown.set("message", message(simulatedMessage));
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

    /// The last updates and calls, for a page that is opened later. Thread-safe.
    static final class History {

        private static final int LIMIT = 200;

        private final Deque<ObjectNode> entries = new ArrayDeque<>();

        synchronized void record(SimulationEvent event) {
            if (!(event instanceof SimulationEvent.CallCompleted)
                    && !(event instanceof SimulationEvent.UpdateQueued)) {
                return;
            }
            entries.add(PageEvents.event(event));
            if (entries.size() > LIMIT) {
                entries.remove();
            }
        }

        synchronized List<ObjectNode> entries() {
            return List.copyOf(entries);
        }
    }
}
