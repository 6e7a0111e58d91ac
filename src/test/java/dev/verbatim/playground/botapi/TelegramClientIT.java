package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Tests that the client library which most Java bots use reads all responses and updates.
class TelegramClientIT {

    private final BotApiFixture fixture = new BotApiFixture();
    private final TelegramUrl url =
            TelegramUrl.builder()
                    .schema("http")
                    .host("127.0.0.1")
                    .port(fixture.server.port())
                    .build();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(BotApiFixture.TOKEN, url);
    private final List<Update> updates = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyKindOfUpdateArrivesByLongPolling() throws Exception {
        var polling = new TelegramBotsLongPollingApplication();
        try {
            polling.registerBot(
                    BotApiFixture.TOKEN,
                    () -> url,
                    new DefaultGetUpdatesGenerator(),
                    updates::addAll);

            causeUpdates();

            await().atMost(BotApiFixture.PATIENCE).until(() -> fixture.bot.pendingUpdates() == 0);
            await().atMost(BotApiFixture.PATIENCE)
                    .until(() -> updates.stream().anyMatch(Update::hasInlineQuery));
        } finally {
            polling.close();
        }
        assertThat(updates)
                .anyMatch(update -> update.hasMessage() && update.getMessage().hasText())
                .anyMatch(Update::hasEditedMessage)
                .anyMatch(Update::hasCallbackQuery)
                .anyMatch(Update::hasMyChatMember)
                .anyMatch(update -> update.hasMessage() && update.getMessage().hasDocument())
                .anyMatch(
                        update ->
                                update.hasMessage()
                                        && update.getMessage().getForumTopicCreated() != null)
                .anyMatch(
                        update ->
                                update.hasMessage()
                                        && update.getMessage().getMigrateToChatId() != null)
                .noneMatch(update -> update.getUpdateId() == null);
    }

    /// Something of everything.
    private void causeUpdates() throws TelegramApiException {
        SimulatedChat chat = fixture.ann.chatWith(fixture.bot);
        fixture.bot.setPrivacyMode(false);
        SimulatedMessage question = fixture.ann.send(chat, "/ask@reader_bot who?");
        fixture.ann.edit(question, "/ask@reader_bot what?");
        fixture.ann.send(
                chat,
                fixture.telegram.document(
                        new UploadedFile("a.md", "text/markdown", new byte[] {65}), "See"));
        fixture.call(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"x\"}]]}}");
        fixture.ann.pressButton(chat.lastMessageBy(fixture.bot).orElseThrow(), "x");
        SimulatedChat forum =
                fixture.telegram.forum("Forum", fixture.ann, fixture.bot, fixture.ben);
        int topic = forum.openTopic("News", fixture.ann);
        fixture.ben.send(forum, DraftMessage.text("in it").inTopic(topic));
        fixture.ann.send(forum, DraftMessage.text("anonymously").sentAs(forum));
        fixture.telegram.group("Group", fixture.ann, fixture.bot).upgrade();
        SimulatedChat closed = fixture.telegram.supergroup("Closed", fixture.ann, fixture.bot);
        closed.promote(fixture.bot, fixture.ann);
        closed.restrict(fixture.bot, fixture.ann);
        closed.removeMember(fixture.bot, fixture.ann);
        fixture.ann.block(fixture.bot);
        fixture.ann.queryInline(fixture.bot, "nato", "", "sender");
    }

    @Test
    void sentMessagesAreReturnedAsTheyAre() throws TelegramApiException {
        SimulatedChat chat = fixture.hello();
        int target = chat.messages().getFirst().id();

        Message sent =
                client.execute(
                        SendMessage.builder()
                                .chatId("7")
                                .text("“Quoted” 😀 text")
                                .entities(
                                        List.of(
                                                MessageEntity.builder()
                                                        .type("blockquote")
                                                        .offset(0)
                                                        .length(8)
                                                        .build()))
                                .replyParameters(
                                        ReplyParameters.builder()
                                                .messageId(target)
                                                .quote("Hell")
                                                .build())
                                .build());

        assertThat(sent.getText()).isEqualTo("“Quoted” 😀 text");
        assertThat(sent.getEntities().getFirst().getText()).isEqualTo("“Quoted”");
        assertThat(sent.getReplyToMessage().getText()).isEqualTo("Hello");
        assertThat(sent.getQuote().getText()).isEqualTo("Hell");
        assertThat(sent.getFrom().getUserName()).isEqualTo("reader_bot");
        assertThat(
                        client.execute(
                                EditMessageText.builder()
                                        .chatId("7")
                                        .messageId(sent.getMessageId())
                                        .text("b")
                                        .build()))
                .isInstanceOfSatisfying(
                        Message.class, edited -> assertThat(edited.getEditDate()).isPositive());
    }

    @Test
    void fileIsUploadedAndDownloaded() throws TelegramApiException {
        fixture.hello();
        byte[] bytes = "Größe\r\n--x\r\n".getBytes(StandardCharsets.UTF_8);

        Message sent =
                client.execute(
                        SendDocument.builder()
                                .chatId("7")
                                .document(
                                        new InputFile(new ByteArrayInputStream(bytes), "größe.md"))
                                .caption("fett")
                                .captionEntities(
                                        List.of(
                                                MessageEntity.builder()
                                                        .type("bold")
                                                        .offset(0)
                                                        .length(4)
                                                        .build()))
                                .build());

        assertThat(sent.getCaption()).isEqualTo("fett");
        assertThat(sent.getCaptionEntities().getFirst().getType()).isEqualTo("bold");
        assertThat(sent.getDocument().getFileName()).isEqualTo("größe.md");
        var file = client.execute(new GetFile(sent.getDocument().getFileId()));
        // The library's own download goes to api.telegram.org whatever address it was given.
        var path = "/file/bot" + BotApiFixture.TOKEN + "/" + file.getFilePath();
        assertThat(fixture.send(fixture.request(path, "text/plain", "")).body())
                .isEqualTo("Größe\r\n--x\r\n");
    }

    @Test
    void chatsAndMembersAreReadable() throws TelegramApiException {
        SimulatedChat simulatedChat =
                fixture.telegram.supergroup("Readers", fixture.ann, fixture.bot, fixture.ben);
        simulatedChat.promote(fixture.bot, fixture.ann);
        String chat = String.valueOf(simulatedChat.id());

        assertThat(client.execute(new GetMe()).getSupportInlineQueries()).isTrue();
        assertThat(client.execute(new GetChat(chat)).getTitle()).isEqualTo("Readers");
        assertThat(client.execute(new GetChatMember(chat, 7L)).getStatus()).isEqualTo("creator");
        assertThat(client.execute(new GetChatMember(chat, 8L)).getStatus()).isEqualTo("member");
        assertThat(client.execute(new GetChatMember(chat, 123_456L)).getStatus())
                .isEqualTo("administrator");
    }

    @Test
    void commandsAreKeptByScopeAndLanguage() throws TelegramApiException {
        var ask = new BotCommand("ask", "Ask something");
        client.execute(SetMyCommands.builder().command(ask).build());
        client.execute(
                SetMyCommands.builder()
                        .command(new BotCommand("ask", "Etwas fragen"))
                        .scope(new BotCommandScopeAllPrivateChats())
                        .languageCode("de")
                        .build());
        PersonAccount german = fixture.telegram.person(9, "Uwe", null, "de");

        assertThat(
                        fixture.bot
                                .commandsFor(german, german.chatWith(fixture.bot))
                                .at("/0/description")
                                .asString())
                .isEqualTo("Etwas fragen");
        assertThat(
                        fixture.bot
                                .commandsFor(fixture.ann, fixture.ann.chatWith(fixture.bot))
                                .at("/0/description")
                                .asString())
                .isEqualTo("Ask something");
    }

    @Test
    void inlineResultBecomesAMessageViaTheBot() throws TelegramApiException {
        SimulatedChat simulatedChat = fixture.telegram.group("Friends", fixture.ann, fixture.ben);
        String query = fixture.ann.queryInline(fixture.bot, "nato", "", "group");
        client.execute(
                AnswerInlineQuery.builder()
                        .inlineQueryId(query)
                        .result(
                                InlineQueryResultArticle.builder()
                                        .id("1")
                                        .title("NATO")
                                        .inputMessageContent(new InputTextMessageContent("Words"))
                                        .build())
                        .build());

        SimulatedMessage message = fixture.ann.chooseInlineResult(query, "1", simulatedChat);

        assertThat(message.text()).isEqualTo("Words");
        assertThat(message.toJson().at("/via_bot/username").asString()).isEqualTo("reader_bot");
    }
}
