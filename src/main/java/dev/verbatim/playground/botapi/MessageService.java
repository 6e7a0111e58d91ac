package dev.verbatim.playground.botapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Puts messages into chats, changes and removes them. Always under the world's lock.
final class MessageService {

    private final FakeTelegram telegram;

    MessageService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    SimulatedMessage write(PersonAccount person, SimulatedChat chat, DraftMessage draft) {
        if (!chat.isPrivate() && !chat.membership(person).isInside()) {
            throw new IllegalStateException(person.firstName() + " is not in " + chat.title());
        }
        if (chat.membership(person) == MembershipStatus.MUTED) {
            throw new IllegalStateException(person.firstName() + " is muted in " + chat.title());
        }
        long date = draft.date() == 0 ? telegram.now() : draft.date();
        var sender = new SimulatedMessage.Sender(person, draft.as());
        ObjectNode content = MessageEntities.detect(draft.content().deepCopy());
        SimulatedMessage message = post(chat, sender, place(chat, draft), date, content);
        put(message);
        return message;
    }

    SimulatedMessage send(
            BotAccount bot, SimulatedChat chat, SimulatedMessage.Place place, ObjectNode content) {
        SimulatedMessage message = post(chat, sender(bot), place, telegram.now(), content);
        put(message);
        return message;
    }

    /// A message that says what has happened in the chat.
    SimulatedMessage service(SimulatedChat chat, Account by, ObjectNode content) {
        return speakAs(sender(by), chat, content);
    }

    /// A message by way of a bot's inline mode.
    SimulatedMessage writeVia(
            PersonAccount person, SimulatedChat chat, BotAccount via, ObjectNode content) {
        var sender = new SimulatedMessage.Sender(person, null);
        SimulatedMessage message =
                post(chat, sender, SimulatedMessage.Place.ANYWHERE, telegram.now(), content);
        message.setVia(via);
        put(message);
        return message;
    }

    void rewrite(SimulatedMessage message, DraftMessage draft) {
        ObjectNode content = message.content().deepCopy();
        if (content.has("text")) {
            content.setAll(draft.content());
            content.remove("entities");
        } else {
            content.put("caption", draft.content().path("text").asString(""));
        }
        message.rewrite(MessageEntities.detect(content), telegram.now());
        telegram.publish(new SimulationEvent.Edited(message));
        telegram.updateDispatcher().post(message, true);
    }

    /// The bot gets no update. A message of which only the buttons change isn't marked as edited.
    void rewriteByBot(SimulatedMessage message, ObjectNode content) {
        ObjectNode before = message.content().deepCopy().without("reply_markup");
        boolean textChanged = !before.equals(content.deepCopy().without("reply_markup"));
        message.rewrite(content, textChanged ? telegram.now() : 0);
        telegram.publish(new SimulationEvent.Edited(message));
    }

    /// Bots are not told: there is no such update.
    void remove(SimulatedMessage message) {
        message.chat().forget(message.id());
        telegram.publish(new SimulationEvent.Removed(message.chat(), message.id()));
    }

    void react(Account who, SimulatedMessage message, String emoji) {
        String before = Optional.ofNullable(message.reactions().get(who)).orElse("");
        if (emoji.isEmpty()) {
            message.reactions().remove(who);
        } else {
            message.reactions().put(who, emoji);
        }
        telegram.publish(new SimulationEvent.Edited(message));
        if (who instanceof PersonAccount person) {
            telegram.updateDispatcher().reaction(person, message, before, emoji);
        }
    }

    int openTopic(SimulatedChat chat, String name, Account by) {
        if (!chat.isForum()) {
            throw ApiError.badRequest("The chat is not a forum");
        }
        ObjectNode content = JsonTrees.object();
        content.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
        int id = chat.nextId();
        var place = new SimulatedMessage.Place(id, 0, null);
        chat.topics().put(id, name);
        put(new SimulatedMessage(chat, id, sender(by), place, telegram.now(), content));
        telegram.publish(new SimulationEvent.RoomChanged(chat));
        return id;
    }

    private SimulatedMessage speakAs(
            SimulatedMessage.Sender sender, SimulatedChat chat, ObjectNode content) {
        SimulatedMessage message =
                post(chat, sender, SimulatedMessage.Place.ANYWHERE, telegram.now(), content);
        put(message);
        return message;
    }

    private static SimulatedMessage.Sender sender(Account by) {
        return new SimulatedMessage.Sender(by, null);
    }

    private static SimulatedMessage post(
            SimulatedChat chat,
            SimulatedMessage.Sender sender,
            SimulatedMessage.Place place,
            long date,
            ObjectNode content) {
        return new SimulatedMessage(chat, chat.nextId(), sender, place, date, content);
    }

    private void put(SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        chat.add(message);
        telegram.publish(new SimulationEvent.Posted(message));
        telegram.updateDispatcher().post(message, false);
    }

    private static SimulatedMessage.Place place(SimulatedChat chat, DraftMessage draft) {
        SimulatedMessage target = chat.find(draft.replyTo());
        int topic = draft.topic() == 0 && target != null ? target.place().topic() : draft.topic();
        ObjectNode quote = target == null ? null : quote(target, draft.quote());
        return new SimulatedMessage.Place(topic, draft.replyTo(), quote);
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
