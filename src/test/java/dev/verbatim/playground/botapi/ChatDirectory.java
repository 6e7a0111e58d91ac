package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A directory of the users and chats that a test names by number. Users and private chats are
/// created when they are asked for; groups are added without an update about it. Thread-safe.
final class ChatDirectory {

    private static final int NUMBERS_PER_GROUP = 100_000;

    private final FakeTelegram telegram;
    private final BotAccount bot;
    private final Map<Long, SimulatedChat> privateChats = new ConcurrentHashMap<>();

    ChatDirectory(FakeTelegram telegram, BotAccount bot) {
        this.telegram = telegram;
        this.bot = bot;
    }

    /// The private chat of a user, who has started the bot.
    SimulatedChat startChat(long person) {
        return privateChats.computeIfAbsent(
                person,
                _ -> {
                    person(person).start(bot);
                    return person(person).chatWith(bot);
                });
    }

    PersonAccount person(long id) {
        return telegram.locked(
                () -> telegram.person(id).orElseGet(() -> telegram.person(id, "Ann")));
    }

    /// Adds a group that the bot is a member of and has written in, or more administrators.
    void addGroup(long chatId, SimulatedChat.Type type, String title, long... admins) {
        telegram.runLocked(
                () -> {
                    SimulatedChat chat = telegram.group(chatId).orElse(null);
                    if (chat == null) {
                        chat = newGroup(chatId, type, title);
                    }
                    for (long admin : admins) {
                        Account account = admin == bot.id() ? bot : person(admin);
                        chat.members().put(account, MembershipStatus.ADMINISTRATOR);
                    }
                });
    }

    private SimulatedChat newGroup(long chatId, SimulatedChat.Type type, String title) {
        var chat = new SimulatedChat(telegram, chatId, type, title);
        int used = NUMBERS_PER_GROUP * (telegram.groups().size() + 1);
        IntStream.range(0, used).forEach(_ -> chat.nextId());
        telegram.add(chat);
        chat.members().put(bot, MembershipStatus.MEMBER);
        var sender = new SimulatedMessage.Sender(bot, null);
        var placement = SimulatedMessage.Placement.ANYWHERE;
        chat.add(
                new SimulatedMessage(
                        chat, 1, sender, placement, telegram.now(), JsonTrees.object()));
        chat.forget(1);
        return chat;
    }

    /// The user as a member of a group, which they become without a message about it.
    PersonAccount member(SimulatedChat chat, long id) {
        PersonAccount person = person(id);
        chat.members().putIfAbsent(person, MembershipStatus.MEMBER);
        return person;
    }

    void setStatus(long chatId, Account account, MembershipStatus status) {
        telegram.runLocked(() -> chat(chatId).members().put(account, status));
    }

    /// Adds the bot, as an administrator if it was named as one.
    void addBot(SimulatedChat chat, long by) {
        MembershipStatus named = chat.statusOf(bot);
        chat.members().put(bot, MembershipStatus.LEFT);
        chat.addMember(bot, member(chat, by));
        if (named.isAdministrator()) {
            chat.members().put(bot, named);
        }
    }

    @Nullable JsonNode button(int messageId, String words) {
        return find(messageId)
                .toJson()
                .at("/reply_markup/inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(button -> button.path("text").asString("").contains(words))
                .findFirst()
                .orElse(null);
    }

    SimulatedChat chat(long chatId) {
        return chatId > 0 ? startChat(chatId) : telegram.group(chatId).orElseThrow();
    }

    /// Adds the chat that an update names, if it is one.
    void addNamed(JsonNode chat) {
        long id = chat.path("id").isIntegralNumber() ? chat.path("id").asLong() : 0;
        if (id > 0) {
            startChat(id);
        } else if (id < 0) {
            boolean supergroup = chat.path("type").asString("").equals("supergroup");
            addGroup(
                    id,
                    supergroup ? SimulatedChat.Type.SUPERGROUP : SimulatedChat.Type.GROUP,
                    chat.path("title").asString("Group"));
        }
    }

    SimulatedMessage find(int messageId) {
        return all().map(chat -> chat.message(messageId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /// The bot's messages in a chat that are still there.
    Stream<SimulatedMessage> botMessages(long chatId) {
        return all().filter(chat -> chat.id() == chatId)
                .flatMap(chat -> chat.messages().stream())
                .filter(message -> message.isBy(bot));
    }

    private Stream<SimulatedChat> all() {
        return Stream.concat(privateChats.values().stream(), telegram.groups().stream());
    }
}
