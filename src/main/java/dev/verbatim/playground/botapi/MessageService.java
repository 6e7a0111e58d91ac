package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A service that sends, edits and deletes messages. Runs under the simulation's lock.
final class MessageService {

    private final FakeTelegram telegram;

    MessageService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    SimulatedMessage send(PersonAccount person, SimulatedChat chat, DraftMessage draft) {
        if (!chat.isPrivate() && !chat.statusOf(person).isMember()) {
            throw new IllegalStateException(person.firstName() + " is not in " + chat.title());
        }
        if (chat.statusOf(person) == MembershipStatus.MUTED) {
            throw new IllegalStateException(person.firstName() + " is muted in " + chat.title());
        }
        long date = draft.date() == 0 ? telegram.now() : draft.date();
        var sender = new SimulatedMessage.Sender(person, draft.sentAs());
        ObjectNode content = MessageEntities.detect(draft.content().deepCopy());
        SimulatedMessage message = post(chat, sender, place(chat, draft), date, content);
        add(message);
        telegram.queryService().queryGuests(message);
        return message;
    }

    SimulatedMessage send(
            BotAccount bot,
            SimulatedChat chat,
            SimulatedMessage.Placement placement,
            ObjectNode content) {
        SimulatedMessage message = post(chat, sender(bot), placement, telegram.now(), content);
        add(message);
        return message;
    }

    /// Adds a message about an event in the chat, such as a new member.
    SimulatedMessage sendServiceMessage(SimulatedChat chat, Account by, ObjectNode content) {
        return speakAs(sender(by), chat, content);
    }

    /// Sends a result of a bot's inline mode.
    SimulatedMessage sendViaBot(
            PersonAccount person, SimulatedChat chat, BotAccount via, ObjectNode content) {
        var sender = new SimulatedMessage.Sender(person, null);
        SimulatedMessage message =
                post(chat, sender, SimulatedMessage.Placement.ANYWHERE, telegram.now(), content);
        message.setVia(via);
        add(message);
        return message;
    }

    void editByUser(SimulatedMessage message, DraftMessage draft) {
        ObjectNode content = message.content().deepCopy();
        if (content.has("text")) {
            content.setAll(draft.content());
            content.remove("entities");
        } else {
            content.put("caption", draft.content().path("text").asString(""));
        }
        message.replaceContent(MessageEntities.detect(content), telegram.now());
        telegram.publish(new SimulationEvent.MessageEdited(message));
        telegram.updateDispatcher().messageChanged(message, true);
    }

    /// The bot gets no update. A message of which only the buttons change isn't marked as edited.
    void editByBot(SimulatedMessage message, ObjectNode content) {
        ObjectNode before = message.content().deepCopy().without("reply_markup");
        boolean textChanged = !before.equals(content.deepCopy().without("reply_markup"));
        message.replaceContent(content, textChanged ? telegram.now() : 0);
        telegram.publish(new SimulationEvent.MessageEdited(message));
    }

    /// Bots get no update: there is no such kind.
    void delete(SimulatedMessage message) {
        message.chat().forget(message.id());
        telegram.publish(new SimulationEvent.MessageDeleted(message.chat(), message.id()));
    }

    void react(Account who, SimulatedMessage message, String emoji) {
        String before = Optional.ofNullable(message.reactions().get(who)).orElse("");
        if (emoji.isEmpty()) {
            message.reactions().remove(who);
        } else {
            message.reactions().put(who, emoji);
        }
        telegram.publish(new SimulationEvent.MessageEdited(message));
        if (who instanceof PersonAccount person) {
            telegram.updateDispatcher().reactionChanged(person, message, before, emoji);
        }
    }

    int openTopic(SimulatedChat chat, String name, Account by) {
        if (!chat.isForum()) {
            throw ApiError.badRequest("The chat is not a forum");
        }
        ObjectNode content = JsonTrees.object();
        content.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
        int id = chat.nextId();
        var placement = new SimulatedMessage.Placement(id, 0, null);
        chat.topics().put(id, name);
        add(new SimulatedMessage(chat, id, sender(by), placement, telegram.now(), content));
        telegram.publish(new SimulationEvent.ChatChanged(chat));
        return id;
    }

    private SimulatedMessage speakAs(
            SimulatedMessage.Sender sender, SimulatedChat chat, ObjectNode content) {
        SimulatedMessage message =
                post(chat, sender, SimulatedMessage.Placement.ANYWHERE, telegram.now(), content);
        add(message);
        return message;
    }

    private static SimulatedMessage.Sender sender(Account by) {
        return new SimulatedMessage.Sender(by, null);
    }

    private static SimulatedMessage post(
            SimulatedChat chat,
            SimulatedMessage.Sender sender,
            SimulatedMessage.Placement placement,
            long date,
            ObjectNode content) {
        return new SimulatedMessage(chat, chat.nextId(), sender, placement, date, content);
    }

    private void add(SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        chat.add(message);
        telegram.publish(new SimulationEvent.MessageSent(message));
        telegram.updateDispatcher().messageChanged(message, false);
    }

    private static SimulatedMessage.Placement place(SimulatedChat chat, DraftMessage draft) {
        SimulatedMessage target = chat.find(draft.replyTo());
        int topic =
                draft.topic() == 0 && target != null ? target.placement().topic() : draft.topic();
        ObjectNode quote = target == null ? null : quote(target, draft.quote());
        return new SimulatedMessage.Placement(topic, draft.replyTo(), quote);
    }

    private static @Nullable ObjectNode quote(SimulatedMessage target, String words) {
        int position = target.text().indexOf(words);
        if (words.isEmpty() || position < 0) {
            return null;
        }
        return JsonTrees.object()
                .put("text", words)
                .put("position", position)
                .put("is_manual", true);
    }
}
