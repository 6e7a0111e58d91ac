package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A driver that lets a test play Telegram's users by number: the playground's Bot API server with
/// one bot, and people and groups that are there as soon as a test names them.
///
/// What users do reaches the bot as on Telegram, privacy mode included. What the bot has called is
/// in [#calls], also calls that met a fault. Numbers of messages are unique over all chats, so a
/// number is enough to find one. Thread-safe.
public final class TelegramDriver implements AutoCloseable {

    /// The bot's user name.
    public static final String BOT = "a_bot";

    private static final int FIRST_NUMBER = 9_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> SENDING = Set.of("sendMessage", "sendRichMessage");

    private final StoppedClock clock = new StoppedClock();
    private final FakeTelegram telegram = new FakeTelegram(clock, FIRST_NUMBER);
    private final BotAccount bot;
    private final BotApiServer server;
    private final ChatDirectory chats;
    private final BotCallLog calls = new BotCallLog();
    private volatile BiConsumer<Long, String> listener = (_, _) -> {};

    public TelegramDriver(String token) throws IOException {
        this(token, 0);
    }

    /// @param port 0 for any that is free; it may be one where another has just been closed
    public TelegramDriver(String token, int port) throws IOException {
        bot = telegram.bot(token, BOT, "Bot");
        chats = new ChatDirectory(telegram, bot);
        telegram.observe(this::observe);
        server = BotApiServer.start(telegram, port);
        server.observeCalls(calls::add);
    }

    private void observe(SimulationEvent event) {
        calls.observe(event);
        if (event instanceof SimulationEvent.MessageSent(var message) && message.isBy(bot)) {
            listener.accept(message.chat().id(), message.text());
        }
    }

    /// Without a slash at the end.
    public String address() {
        return server.address();
    }

    public int port() {
        return server.port();
    }

    /// The number of the bot's account.
    public long botId() {
        return bot.id();
    }

    /// A user starts the bot, which may write to them from now on. Writing to it does so too.
    public SimulatedChat startChat(long person) {
        return chats.startChat(person);
    }

    /// There is a group that the bot is a member of, and has written in: so commands without its
    /// name reach it.
    public void group(long chatId, String title, long... admins) {
        chats.addGroup(chatId, SimulatedChat.Type.SUPERGROUP, title, admins);
    }

    /// There is a group that the bot isn't in, and knows nothing of.
    public void foreignGroup(long chatId, String title) {
        chats.addGroup(chatId, SimulatedChat.Type.SUPERGROUP, title);
        chats.setStatus(chatId, bot, MembershipStatus.LEFT);
    }

    /// Makes the bot an administrator of a group, which may pin; it isn't told.
    public void promoteBot(long chatId) {
        chats.setStatus(chatId, bot, MembershipStatus.ADMINISTRATOR);
    }

    /// The numbers of the pinned messages.
    public List<Integer> pinned(long chatId) {
        return telegram.locked(() -> List.copyOf(chats.chat(chatId).pinned()));
    }

    /// Whether the bot may write in a group; it isn't told.
    public void setMuted(long chatId, boolean muted) {
        chats.setStatus(chatId, bot, muted ? MembershipStatus.MUTED : MembershipStatus.MEMBER);
    }

    /// From now on what is written in a group may not be forwarded or saved.
    public void protectContent(long chatId) {
        telegram.runLocked(() -> chats.chat(chatId).protectContent());
    }

    /// A user is a member of a group, as everyone is who has done something there. The bot isn't
    /// told.
    public void addMember(long chatId, long person) {
        telegram.runLocked(() -> chats.member(chats.chat(chatId), person));
    }

    /// A user writes to the bot. Returns the message's number.
    public int write(long person, String text) {
        return write(person, person, DraftMessage.text(text));
    }

    /// A user writes in a group. Returns the message's number.
    public int write(long chatId, long person, String text) {
        return write(chatId, person, DraftMessage.text(text));
    }

    /// A user writes in a group, with more fields of the message, such as `{"message_thread_id":
    /// 3}`.
    public int write(long chatId, long person, String text, String fields) {
        ObjectNode content = BotApiFixture.json(fields).put("text", text);
        if (content.path("is_topic_message").asBoolean(false)) {
            int topic = content.path("message_thread_id").asInt();
            telegram.runLocked(() -> chats.chat(chatId).topics().put(topic, "A topic"));
        }
        return write(chatId, person, DraftMessage.content(content));
    }

    /// A user sends a message with this content, such as `{"sticker": {…}}`.
    public int send(long person, String content) {
        return write(person, person, DraftMessage.content(BotApiFixture.json(content)));
    }

    /// A user sends a message with this content into a group.
    public int send(long chatId, long person, String content) {
        return write(chatId, person, DraftMessage.content(BotApiFixture.json(content)));
    }

    private int write(long chatId, long person, DraftMessage draft) {
        SimulatedChat chat = chats.chat(chatId);
        return telegram.locked(() -> chats.member(chat, person).send(chat, draft).id());
    }

    /// A user replies to a message of the bot's.
    public int reply(long person, int toMessage, String text) {
        return reply(person, person, toMessage, text);
    }

    /// A user replies in a group.
    public int reply(long chatId, long person, int toMessage, String text) {
        return write(chatId, person, DraftMessage.text(text).replyingTo(chats.find(toMessage)));
    }

    /// A user forwards to the bot what somebody else wrote. Returns the message's number.
    public int forward(long person, String text) {
        ObjectNode content = JsonTrees.object().put("text", text);
        content.putObject("forward_origin")
                .put("type", "hidden_user")
                .put("date", telegram.now())
                .put("sender_user_name", "Ben");
        return write(person, person, DraftMessage.content(content));
    }

    /// A user sends a file to the bot. Returns the message's number.
    public int upload(long person, String name, byte[] bytes) {
        return upload(person, person, new UploadedFile(name, "text/plain", bytes), "");
    }

    /// A user sends a file `result.json` into a group. Returns the message's number.
    public int upload(long chatId, long person, byte[] bytes, String caption) {
        var file = new UploadedFile("result.json", "application/json", bytes);
        return upload(chatId, person, file, caption);
    }

    private int upload(long chatId, long person, UploadedFile file, String caption) {
        return write(chatId, person, telegram.document(file, caption));
    }

    /// The text of the file that a message has.
    public String document(int messageId) {
        String file = chats.find(messageId).toJson().path("document").path("file_id").asString();
        return new String(
                telegram.files().find(file).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    /// The server loses all files that were sent.
    public void deleteFiles() {
        telegram.files().clear();
    }

    /// A user reacts to a message; an empty reaction takes it back.
    public void react(long person, int messageId, String emoji) {
        SimulatedMessage message = chats.find(messageId);
        telegram.runLocked(() -> chats.member(message.chat(), person).react(message, emoji));
    }

    /// A user edits a message, so many seconds after having written it.
    public void edit(int messageId, String text, int secondsLater) {
        SimulatedMessage message = chats.find(messageId);
        telegram.runLocked(
                () -> {
                    Instant before = clock.instant();
                    long written = message.toJson().path("date").asLong();
                    clock.set(Instant.ofEpochSecond(written + secondsLater));
                    ((PersonAccount) message.sender().account()).edit(message, text);
                    clock.set(before);
                });
    }

    public void delete(int messageId) {
        telegram.runLocked(() -> telegram.messageService().delete(chats.find(messageId)));
    }

    /// A user presses a button of a message of the bot's.
    public void pressButton(long person, int messageId, String data) {
        SimulatedMessage message = chats.find(messageId);
        telegram.runLocked(() -> chats.member(message.chat(), person).pressButton(message, data));
    }

    /// A user types the bot's name and a query in some chat.
    public void queryInline(long person, String query, String offset) {
        chats.person(person).queryInline(bot, query, offset, "sender");
    }

    /// A user takes the bot into a group, which it wasn't a member of. An administrator it is at
    /// once, if [#group] named it as one.
    public void addBot(long chatId, long person) {
        telegram.runLocked(() -> chats.addBot(chats.chat(chatId), person));
    }

    /// A user throws the bot out of a group.
    public void removeBot(long chatId, long person) {
        SimulatedChat chat = chats.chat(chatId);
        telegram.runLocked(() -> chat.removeMember(bot, chats.member(chat, person)));
    }

    /// The bot's owner gives it another user name.
    public void renameBot(String username) {
        bot.rename(username);
    }

    /// Switches the bot's privacy mode, which is on at first.
    public void setPrivacyMode(boolean on) {
        bot.setPrivacyMode(on);
    }

    /// A user blocks the bot, which is told.
    public void block(long person) {
        chats.person(person).block(bot);
    }

    /// Whether the server knows messages for one user of a group.
    public void setEphemeralMessages(boolean on) {
        bot.setEphemeralMessages(on);
    }

    /// Whether the server knows rich messages.
    public void setRichMessages(boolean on) {
        bot.setRichMessages(on);
    }

    /// The bot's owner switches its guest mode.
    public void setGuestMode(boolean on) {
        bot.setGuestMode(on);
    }

    /// The bot's owner switches its inline mode off.
    public void disableInlineMode() {
        bot.setInlineMode(false);
    }

    /// Queues an update as it goes over the wire, whatever is in it; its number is put in. The
    /// chats that it names are there afterwards. Returns the number.
    public int queueUpdate(String update) {
        ObjectNode json = BotApiFixture.json(update);
        json.findValues("chat").forEach(chats::addNamed);
        return bot.queueUpdate(json);
    }

    /// The message as it is now.
    public JsonNode message(int messageId) {
        return chats.find(messageId).toJson();
    }

    /// The first button of a message whose label contains these words, if one does.
    public @Nullable JsonNode button(int messageId, String words) {
        return chats.button(messageId, words);
    }

    /// The number of the message that a call has sent or edited, as soon as it is there.
    public int messageOf(MethodCall call) {
        return calls.messageOf(call);
    }

    /// The number of the last message that the bot sent into a chat and that is still there, as
    /// soon as there is one and no call is in progress.
    public int lastBotMessage(long chatId) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> chats.botMessages(chatId).findAny().isPresent());
        calls.awaitCompletion();
        return chats.botMessages(chatId).mapToInt(SimulatedMessage::id).max().orElseThrow();
    }

    /// The faults that the bot's calls meet.
    public FaultInjector faults() {
        return telegram.faults();
    }

    /// The number of updates that no poll has confirmed yet.
    public int pendingUpdates() {
        return bot.pendingUpdates();
    }

    /// All calls, in the order they came.
    public List<MethodCall> calls() {
        return calls.all();
    }

    /// The calls of one method, in the order they came.
    public List<MethodCall> calls(String method) {
        return calls.of(method);
    }

    /// The calls that tried to send a message into a chat.
    public List<MethodCall> sendCalls(long chatId) {
        return calls().stream()
                .filter(call -> SENDING.contains(call.method()))
                .filter(call -> call.chatId() == chatId)
                .toList();
    }

    /// Tells of each message that the bot has sent: its chat and its text.
    public void onBotMessage(BiConsumer<Long, String> observer) {
        listener = observer;
    }

    /// The texts of the bot's messages in a chat as they are now, in order.
    public List<String> botTexts(long chatId) {
        return chats.botMessages(chatId)
                .filter(
                        message ->
                                message.content().has("text")
                                        || message.content().has("rich_message"))
                .map(SimulatedMessage::text)
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
