package dev.verbatim.telegram.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.verbatim.group.AuthorRecords;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.telegram.answering.ConversationEraser;
import dev.verbatim.telegram.answering.PersonalAnswers;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.subscriptions.SubscriptionHandler;
import dev.verbatim.telegram.subscriptions.SubscriptionStore;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A handler of the commands by which users learn in a private chat what is kept of them, get it as
/// a file, and have it deleted. Thread-safe.
public final class PersonalDataHandler implements CommandHandler {

    private static final String FILE = "kept-of-me.json";

    private final AuthorRecords records;
    private final PersonalAnswers answers;
    private final SubscriptionStore subscriptions;

    public PersonalDataHandler(
            AuthorRecords records, PersonalAnswers answers, SubscriptionStore subscriptions) {
        this.records = records;
        this.answers = answers;
        this.subscriptions = subscriptions;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.PRIVACY,
                (_, responder) -> responder.send(report(responder)),
                Command.EXPORT,
                (_, responder) -> export(responder),
                Command.FORGET,
                (_, responder) -> responder.send(delete(responder)),
                Command.OPTOUT,
                (_, responder) -> responder.send(optOut(responder)),
                Command.OPTIN,
                (_, responder) -> responder.send(MessageKey.GROUPS_ONLY),
                Command.IMPORT,
                (_, responder) -> responder.send(MessageKey.IMPORT_USAGE));
    }

    @Override
    public boolean handlesCommandsIn(ChatKind kind) {
        return !kind.isGroup();
    }

    private ReplyMessage report(Responder responder) {
        long person = responder.context().personId();
        List<AuthorRecords.OfGroup> groups = records.find(Author.id(person));
        ReplyMessage report =
                responder.text(
                        MessageKey.PRIVACY_PRIVATE,
                        answers.findAll(person).size(),
                        answers.days(),
                        answers.ratings(person),
                        groups.stream().mapToInt(group -> group.messages().size()).sum(),
                        groups.stream().filter(AuthorRecords.OfGroup::optedOut).count());
        return ReplyMessage.of(
                report.text() + pending(person, responder) + subscriptions(person, responder));
    }

    private String pending(long person, Responder responder) {
        int pending = answers.findPending(person).size();
        return pending == 0
                ? ""
                : "\n\n"
                        + MessageKey.PENDING_PRIVACY.in(
                                responder.messages(), pending, answers.pendingDays());
    }

    private String subscriptions(long person, Responder responder) {
        List<String> subscribed = subscriptions.words(person);
        return subscribed.isEmpty()
                ? ""
                : "\n\n"
                        + MessageKey.SUBSCRIPTIONS.in(
                                responder.messages(),
                                SubscriptionHandler.list(subscribed, responder));
    }

    /// There is no archive to opt out of here, but what was subscribed to ends, and questions wait
    /// for no answer any more.
    private ReplyMessage optOut(Responder responder) {
        long person = responder.context().personId();
        if (subscriptions.words(person).isEmpty() && answers.findPending(person).isEmpty()) {
            return responder.text(MessageKey.GROUPS_ONLY);
        }
        responder
                .transaction()
                .write(
                        rows -> {
                            SubscriptionStore.deleteAll(person, rows);
                            answers.deletePending(person, rows);
                        });
        return responder.text(MessageKey.UNSUBSCRIBED);
    }

    /// Sent as a file, and kept in the store only until then.
    private void export(Responder responder) {
        long person = responder.context().personId();
        byte[] file = file(person).toPrettyString().getBytes(StandardCharsets.UTF_8);
        String caption = MessageKey.PERSONAL_EXPORT.in(responder.messages());
        responder.transaction().send(ApiCall.document(person, FILE, file, caption));
    }

    private ObjectNode file(long person) {
        ObjectNode file = UpdateDecoder.JSON.createObjectNode().put("user", person);
        ArrayNode questions = file.putArray("questions");
        for (PersonalAnswers.Kept answer : answers.findAll(person)) {
            questions
                    .addObject()
                    .put("chat", answer.chatId())
                    .put("askedAt", answer.askedAt().toString())
                    .put("question", answer.question())
                    .put("outcome", answer.outcome());
        }
        ArrayNode givenUp = file.putArray("givenUp");
        answers.findGivenUp(person).forEach(update -> givenUp.add(parsed(update)));
        file.put("ratings", answers.ratings(person));
        ArrayNode subscribed = file.putArray("subscriptions");
        subscriptions.words(person).forEach(subscribed::add);
        ArrayNode pending = file.putArray("pendingQuestions");
        answers.findPending(person).forEach(pending::add);
        ArrayNode groups = file.putArray("groups");
        for (AuthorRecords.OfGroup group : records.find(Author.id(person))) {
            ArrayNode messages =
                    groups.addObject()
                            .put("chat", group.chatId())
                            .put("days", group.days())
                            .put("optedOut", group.optedOut())
                            .putArray("messages");
            group.messages().forEach(message -> put(message, messages.addObject()));
        }
        return file;
    }

    private static void put(ChatMessage message, ObjectNode object) {
        object.put("id", message.id())
                .put("time", message.time().toString())
                .put("text", message.text());
        message.wordlessMedia()
                .ifPresent(media -> object.put("kind", media.name().toLowerCase(Locale.ROOT)));
    }

    /// What can't be read was given up for that, and is passed on as it came.
    private static JsonNode parsed(String update) {
        try {
            return UpdateDecoder.JSON.readTree(update);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(update);
        }
    }

    private ReplyMessage delete(Responder responder) {
        long person = responder.context().personId();
        ReplyTransaction transaction = responder.transaction();
        transaction.write(
                rows -> {
                    ConversationEraser.erasePersonEverywhere(person, rows);
                    records.delete(Author.id(person), rows);
                });
        transaction.deleteChat(responder.context().chatId());
        return responder.text(MessageKey.FORGOTTEN_EVERYWHERE);
    }

    /// A handler of the same question in a group, whose answer is about that group only.
    public static final class InGroups implements CommandHandler {

        private final AuthorRecords records;
        private final PersonalAnswers answers;

        public InGroups(AuthorRecords records, PersonalAnswers answers) {
            this.records = records;
            this.answers = answers;
        }

        @Override
        public Map<Command, Action> commands() {
            return Map.of(Command.PRIVACY, (_, responder) -> responder.send(report(responder)));
        }

        @Override
        public boolean handlesCommandsIn(ChatKind kind) {
            return kind.isGroup();
        }

        private ReplyMessage report(Responder responder) {
            long chat = responder.context().chatId();
            long person = responder.context().personId();
            AuthorRecords.OfGroup kept = records.find(chat, Author.id(person));
            if (kept.days() == 0) {
                return responder.text(
                        MessageKey.PRIVACY_GROUP_OFF, answers.count(chat, person), answers.days());
            }
            return responder.text(
                    MessageKey.PRIVACY_GROUP,
                    kept.messages().size(),
                    kept.days(),
                    answers.count(chat, person),
                    answers.days());
        }
    }
}
