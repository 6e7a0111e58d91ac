package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

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
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// The library that most Java bots use can read whatever comes from the server.
class RealClientTest {

    private final Town town = new Town();
    private final TelegramUrl url =
            TelegramUrl.builder().schema("http").host("127.0.0.1").port(town.server.port()).build();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(Town.TOKEN, url);
    private final List<Update> updates = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everyKindOfUpdateArrivesByLongPolling() throws Exception {
        var polling = new TelegramBotsLongPollingApplication();
        try {
            polling.registerBot(
                    Town.TOKEN, () -> url, new DefaultGetUpdatesGenerator(), updates::addAll);

            happen();

            await().atMost(Town.PATIENCE).until(() -> town.bot.unconfirmed() == 0);
            await().atMost(Town.PATIENCE)
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
    private void happen() throws TelegramApiException {
        SimulatedChat talk = town.ann.chatWith(town.bot);
        town.bot.setPrivacyMode(false);
        SimulatedMessage question = town.ann.writes(talk, "/ask@reader_bot who?");
        town.ann.edits(question, "/ask@reader_bot what?");
        town.ann.writes(
                talk,
                town.telegram.document(
                        new UploadedFile("a.md", "text/markdown", new byte[] {65}), "See"));
        town.call(
                "sendMessage",
                "{\"chat_id\":7,\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"x\"}]]}}");
        town.ann.presses(talk.lastOf(town.bot).orElseThrow(), "x");
        SimulatedChat forum = town.telegram.forum("Forum", town.ann, town.bot, town.ben);
        int topic = forum.openTopic("News", town.ann);
        town.ben.writes(forum, DraftMessage.text("in it").in(topic));
        town.ann.writes(forum, DraftMessage.text("anonymously").as(forum));
        town.telegram.group("Group", town.ann, town.bot).upgrade();
        SimulatedChat closed = town.telegram.supergroup("Closed", town.ann, town.bot);
        closed.promote(town.bot, town.ann);
        closed.mute(town.bot, town.ann);
        closed.remove(town.bot, town.ann);
        town.ann.blocks(town.bot);
        town.ann.asksInline(town.bot, "nato", "", "sender");
    }

    @Test
    void messagesThatAreSentComeBackAsTheyAre() throws TelegramApiException {
        SimulatedChat talk = town.hello();
        int target = talk.posts().getFirst().id();

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
    void aFileGoesUpAndComesDown() throws TelegramApiException {
        town.hello();
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
        var path = "/file/bot" + Town.TOKEN + "/" + file.getFilePath();
        assertThat(town.send(town.request(path, "text/plain", "")).body())
                .isEqualTo("Größe\r\n--x\r\n");
    }

    @Test
    void aCaptionHasItsOwnLimit() {
        town.hello();
        var document =
                SendDocument.builder()
                        .chatId("7")
                        .document(new InputFile(new ByteArrayInputStream(new byte[] {1}), "a.txt"))
                        .caption("a".repeat(1025))
                        .build();

        assertThatThrownBy(() -> client.execute(document))
                .hasMessageContaining("message caption is too long");
    }

    @Test
    void chatsMembersAndTextsCanBeAskedFor() throws TelegramApiException {
        SimulatedChat simulatedChat =
                town.telegram.supergroup("Readers", town.ann, town.bot, town.ben);
        simulatedChat.promote(town.bot, town.ann);
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
        PersonAccount german = town.telegram.person(9, "Uwe", null, "de");

        assertThat(
                        town.bot
                                .commandsFor(german, german.chatWith(town.bot))
                                .at("/0/description")
                                .asString())
                .isEqualTo("Etwas fragen");
        assertThat(
                        town.bot
                                .commandsFor(town.ann, town.ann.chatWith(town.bot))
                                .at("/0/description")
                                .asString())
                .isEqualTo("Ask something");
    }

    @Test
    void anInlineResultBecomesAMessageByWayOfTheBot() throws TelegramApiException {
        SimulatedChat simulatedChat = town.telegram.group("Friends", town.ann, town.ben);
        String query = town.ann.asksInline(town.bot, "nato", "", "group");
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

        SimulatedMessage message = town.ann.picks(query, "1", simulatedChat);

        assertThat(message.text()).isEqualTo("Words");
        assertThat(message.wire().at("/via_bot/username").asString()).isEqualTo("reader_bot");
    }

    @Test
    void aRefusalIsReadWithItsParameters() {
        town.hello();
        town.telegram.faults().failNext("sendmessage", InjectedFault.tooManyRequests(17));

        var refused =
                catchThrowableOfType(
                        TelegramApiRequestException.class,
                        () -> client.execute(new SendMessage("7", "a")));

        assertThat(refused.getErrorCode()).isEqualTo(429);
        assertThat(refused.getParameters().getRetryAfter()).isEqualTo(17);
    }

    @Test
    void aDroppedAnswerHasHappenedAndAResetOneHasNot() {
        SimulatedChat talk = town.hello();
        town.telegram
                .faults()
                .failNext(
                        "sendMessage",
                        InjectedFault.connectionReset(),
                        InjectedFault.lostResponse());

        assertThatThrownBy(() -> client.execute(new SendMessage("7", "reset")))
                .isInstanceOf(TelegramApiException.class);
        assertThatThrownBy(() -> client.execute(new SendMessage("7", "dropped")))
                .isInstanceOf(TelegramApiException.class);

        await().atMost(Town.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(talk.posts().stream().map(SimulatedMessage::text))
                                        .containsExactly("Hello", "dropped"));
    }
}
