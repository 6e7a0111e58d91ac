package dev.verbatim.telegram.subscriptions;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A handler of the commands by which users subscribe to new articles in a private chat, and admins
/// for a group. Thread-safe.
public final class SubscriptionHandler implements CommandHandler {

    private static final int MAX_SUBSCRIPTIONS = 10;
    private static final int MAX_WORDS = 100;
    private static final String ALL = "all";

    private final SubscriptionStore store;
    private final ChatAdmins admins;

    public SubscriptionHandler(SubscriptionStore store, ChatAdmins admins) {
        this.store = store;
        this.admins = admins;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.SUBSCRIBE,
                (command, in) -> in.send(subscribe(words(command), in)),
                Command.UNSUBSCRIBE,
                (command, in) -> in.send(forAdmins(in, () -> unsubscribe(words(command), in))));
    }

    private static String words(Incoming.Commanded command) {
        return MessageCatalog.onOneLine(command.payload()).toLowerCase(Locale.ROOT);
    }

    private ReplyMessage subscribe(String words, Responder responder) {
        if (words.isEmpty()) {
            List<String> subscribed = store.words(responder.context().chatId());
            return subscribed.isEmpty()
                    ? responder.text(MessageKey.SUBSCRIBE_USAGE)
                    : responder.text(MessageKey.SUBSCRIPTIONS, list(subscribed, responder));
        }
        return words.length() > MAX_WORDS || words.codePoints().noneMatch(Character::isLetter)
                ? responder.text(MessageKey.SUBSCRIBE_USAGE)
                : forAdmins(responder, () -> add(words.equals(ALL) ? "" : words, responder));
    }

    /// The subscriptions, one a line.
    public static String list(List<String> subscribed, Responder responder) {
        return subscribed.stream()
                .map(
                        words ->
                                words.isEmpty()
                                        ? MessageKey.SUBSCRIPTION_ALL.in(responder.messages())
                                        : words)
                .map(line -> "• " + line)
                .collect(Collectors.joining("\n"));
    }

    private ReplyMessage add(String words, Responder responder) {
        long chat = responder.context().chatId();
        List<String> subscribed = store.words(chat);
        if (subscribed.size() >= MAX_SUBSCRIPTIONS && !subscribed.contains(words)) {
            return responder.text(MessageKey.SUBSCRIBE_LIMIT, MAX_SUBSCRIPTIONS);
        }
        var subscription =
                new Subscription(
                        chat,
                        words,
                        Objects.requireNonNullElse(responder.context().topicId(), 0),
                        responder.context().language());
        responder.transaction().write(rows -> store.save(subscription, rows));
        return words.isEmpty()
                ? responder.text(MessageKey.SUBSCRIBED_ALL)
                : responder.text(MessageKey.SUBSCRIBED, words);
    }

    private ReplyMessage unsubscribe(String words, Responder responder) {
        long chat = responder.context().chatId();
        List<String> subscribed = store.words(chat);
        boolean everything = words.isEmpty() || words.equals(ALL);
        if (subscribed.isEmpty()) {
            return responder.text(MessageKey.SUBSCRIPTIONS_NONE);
        }
        if (!everything && !subscribed.contains(words)) {
            return responder.text(MessageKey.SUBSCRIPTIONS, list(subscribed, responder));
        }
        responder
                .transaction()
                .write(
                        rows -> {
                            if (everything) {
                                SubscriptionStore.deleteAll(chat, rows);
                            } else {
                                SubscriptionStore.delete(chat, words, rows);
                            }
                        });
        return responder.text(MessageKey.UNSUBSCRIBED);
    }

    private ReplyMessage forAdmins(Responder responder, Supplier<ReplyMessage> action) {
        if (!responder.context().kind().isGroup()) {
            return action.get();
        }
        return switch (admins.permission(responder.context(), responder.transaction())) {
            case GRANTED -> action.get();
            case DENIED -> responder.text(MessageKey.ADMINS_ONLY).forUserOnly();
            case HIDDEN -> responder.text(MessageKey.ADMINS_HIDDEN);
            case UNKNOWN -> responder.text(MessageKey.FAILED);
        };
    }
}
