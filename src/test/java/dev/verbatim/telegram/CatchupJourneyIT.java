package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys of catch-ups in groups and private chats, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class CatchupJourneyIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final long OTHER_GROUP = -1_000_000_000_600L;
    private static final Author CLARA = new Author("user9", "Clara", "clara");

    @TempDir private Path data;

    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        bot = AnsweringBot.with(server, data, clock);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void saysThatTheArchiveIsOffWithoutConsent() {
        server.write(GROUP, BEN, "/catchup");

        assertThat(first(GROUP).text()).contains("off in this group", "/settings");
    }

    @Test
    void saysThatPrivacyModeHidesMessages() {
        agree(GROUP);
        server.setPrivacyMode(true);
        server.write(GROUP, BEN, "/catchup");

        assertThat(first(GROUP).text()).contains("/setprivacy");
    }

    @Test
    void quotesMessagesWithAuthorAndLink() {
        agree(GROUP);
        said(GROUP, 3, 0, "Shall we meet on Thursday?");
        int command = server.write(GROUP, BEN, "/catchup");

        MethodCall told = first(GROUP);

        assertThat(told.text()).contains("• Clara, 13:00: “Shall we meet on Thursday?”");
        assertThat(urls(told)).containsExactly("https://t.me/c/500/3");
        assertThat(told.parameters().at("/reply_parameters/message_id").asInt()).isEqualTo(command);
        assertThat(server.calls("sendChatAction")).isNotEmpty();
    }

    @Test
    void catchUpsOfDifferentGroupsDoNotWaitForEachOther() {
        long other = GROUP - 1;
        server.group(other, "Others", ANN);
        agree(GROUP);
        agree(other);
        said(GROUP, 3, 0, "never summed up");
        said(other, 3, 0, "Shall we meet on Thursday?");
        var goOn = new CountDownLatch(1);
        bot.catchup =
                (messages, reader) -> {
                    if (messages.getFirst().text().startsWith("never")) {
                        awaitQuietly(goOn);
                    }
                    return SimpleCatchup.of(messages, reader);
                };
        server.write(GROUP, BEN, "/catchup");

        server.write(other, BEN, "/catchup");

        assertThat(first(other).text()).contains("Shall we meet on Thursday?");
        assertThat(server.sendCalls(GROUP)).isEmpty();
        goOn.countDown();
        first(GROUP);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void startsAtTheUsersLastMessage() {
        agree(GROUP);
        said(GROUP, 3, 0, "before");
        keep(
                GROUP,
                new ChatMessage(4, 0, ben(), clock.instant(), null, "mine", Set.of(), List.of()));
        said(GROUP, 5, 0, "after");
        server.write(GROUP, BEN, "/catchup");

        assertThat(first(GROUP).text()).contains("“after”").doesNotContain("“before”", "“mine”");
    }

    @Test
    void replyToAMessageStartsThere() {
        agree(GROUP);
        said(GROUP, 90, 0, "before");
        int message = server.write(GROUP, ANN, "this one");
        said(GROUP, message, 0, "this one");
        server.reply(GROUP, BEN, message, "/catchup");

        assertThat(first(GROUP).text()).contains("“this one”").doesNotContain("“before”");
    }

    @Test
    void newStartsAtTheLastCatchup() {
        agree(GROUP);
        said(GROUP, 3, 0, "before");
        clock.advance(Duration.ofMinutes(1));
        server.write(GROUP, BEN, "/catchup");
        first(GROUP);
        clock.advance(Duration.ofMinutes(1));
        said(GROUP, 5, 0, "after");
        server.write(GROUP, BEN, "/catchup new");

        awaitUntil(() -> server.sendCalls(GROUP).size() == 2);
        assertThat(server.sendCalls(GROUP).getLast().text())
                .contains("“after”")
                .doesNotContain("“before”");
    }

    @Test
    void forumTopicsAreSeparate() {
        agree(GROUP);
        said(GROUP, 5, 3, "in the topic");
        said(GROUP, 6, 4, "elsewhere");
        server.write(
                GROUP, BEN, "/catchup", "{\"message_thread_id\": 3, \"is_topic_message\": true}");

        MethodCall told = first(GROUP);

        assertThat(told.text()).contains("“in the topic”").doesNotContain("“elsewhere”");
        assertThat(urls(told)).containsExactly("https://t.me/c/500/3/5");
        assertThat(told.parameters().path("message_thread_id").asInt()).isEqualTo(3);
    }

    @Test
    void unknownRangeIsExplained() {
        agree(GROUP);
        server.write(GROUP, BEN, "/catchup soon");

        assertThat(first(GROUP).text()).contains("/catchup 2h", "/catchup yesterday");
    }

    @Test
    void emptyPeriodIsOneLine() {
        agree(GROUP);
        server.write(GROUP, BEN, "/catchup today");

        assertThat(first(GROUP).text()).isEqualTo("Nobody wrote anything in that time.");
    }

    @Test
    void pagesWorkAfterARestartAndShowNoDeletedMessage() {
        agree(GROUP);
        for (int id = 1; id <= 60; id++) {
            said(GROUP, id, 0, "message " + id + " " + "word ".repeat(40));
        }
        server.write(GROUP, BEN, "/catchup");
        JsonNode button = button(first(GROUP), "Possible decisions (60)");
        int message = server.lastBotMessage(GROUP);
        bot.close();
        bot = AnsweringBot.with(server, data, clock);
        bot.write(rows -> bot.archive.delete(GROUP, 1, rows));
        server.pressButton(BEN, message, button.path("callback_data").asString());

        awaitUntil(() -> !server.calls("editMessageText").isEmpty());
        assertThat(server.calls("editMessageText").getFirst().text())
                .contains("“message 2 ")
                .doesNotContain("“message 1 ");
    }

    @Test
    void privateCatchupStartsWithWhatConcernsTheReader() {
        server.startChat(BEN);
        agree(GROUP);
        said(GROUP, 3, 0, "Ben, are you coming?");
        server.write(GROUP, ANN, "/catchup");
        press(BEN, "Send it to me privately");

        assertThat(first(BEN).text()).contains("For you\n• Clara, 13:00: “Ben, are you coming?”");
        assertThat(
                        server.calls("answerCallbackQuery")
                                .getFirst()
                                .parameters()
                                .path("text")
                                .asString())
                .contains("private chat");
    }

    @Test
    void userWithoutAPrivateChatSeesTheCatchupInTheGroupAlone() {
        agree(GROUP);
        said(GROUP, 3, 0, "Are you coming?");
        server.write(GROUP, ANN, "/catchup");
        first(GROUP);
        failTypingFor(BEN);

        press(BEN, "Send it to me privately");

        awaitUntil(() -> server.sendCalls(GROUP).size() == 2);
        MethodCall alone = server.sendCalls(GROUP).getLast();
        assertThat(alone.parameters().at("/ephemeral_message_parameters/receiver_user_id").asLong())
                .isEqualTo(BEN);
        assertThat(alone.text()).contains("“Are you coming?”");
        assertThat(server.calls("answerCallbackQuery").getFirst().parameters().has("url"))
                .isFalse();
    }

    @Test
    void whereThatIsRefusedALinkLeadsToThePrivateChat() {
        agree(GROUP);
        said(GROUP, 3, 0, "Are you coming?");
        server.write(GROUP, ANN, "/catchup");
        first(GROUP);
        failTypingFor(BEN);
        server.faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.parameters().has("ephemeral_message_parameters"),
                        InjectedFault.refused(400, "Bad Request: BOT_NOT_ADMIN"));

        press(BEN, "Send it to me privately");

        awaitUntil(() -> server.sendCalls(GROUP).size() == 3);
        assertThat(
                        server.sendCalls(GROUP)
                                .getLast()
                                .parameters()
                                .at("/reply_markup/inline_keyboard/0/0/url")
                                .asString(""))
                .startsWith("https://t.me/a_bot?start=catchup-");
    }

    private void failTypingFor(long person) {
        server.faults()
                .failNextIf(
                        "sendChatAction",
                        call -> call.chatId() == person,
                        InjectedFault.blockedByUser());
    }

    @Test
    void userWithoutAPrivateChatIsLinkedThereByAnOldServer() {
        server.setEphemeralMessages(false);
        agree(GROUP);
        said(GROUP, 3, 0, "Are you coming?");
        server.write(GROUP, ANN, "/catchup");
        first(GROUP);
        failTypingFor(BEN);
        press(BEN, "Send it to me privately");
        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        String link =
                server.calls("answerCallbackQuery").getFirst().parameters().path("url").asString();
        server.write(BEN, "/start " + link.substring(link.indexOf('=') + 1));

        assertThat(link).startsWith("https://t.me/a_bot?start=catchup-");
        assertThat(first(BEN).text()).contains("“Are you coming?”");
    }

    @Test
    void offersTheGroupsThatUserAndBotShare() {
        server.group(OTHER_GROUP, "Walkers", ANN);
        server.addMember(GROUP, BEN);
        server.addMember(OTHER_GROUP, BEN);
        agree(GROUP);
        agree(OTHER_GROUP);
        said(OTHER_GROUP, 8, 0, "Nice weather");
        server.write(BEN, "/catchup 2h");
        MethodCall offered = first(BEN);
        server.pressButton(
                BEN,
                server.messageOf(offered),
                button(offered, "Walkers").path("callback_data").asString());

        awaitUntil(() -> !server.calls("editMessageText").isEmpty());
        assertThat(server.calls("editMessageText").getFirst().text()).contains("“Nice weather”");
    }

    @Test
    void onlyMembersGetACatchup() {
        agree(GROUP);
        said(GROUP, 3, 0, "a secret");
        server.faults().failNext("getChatMember", InjectedFault.badRequest("user not found"));
        server.write(BEN, "/catchup");

        assertThat(first(BEN).text()).contains("no group").doesNotContain("secret");
    }

    private void press(long person, String label) {
        MethodCall told = first(GROUP);
        server.pressButton(
                person,
                server.messageOf(told),
                button(told, label).path("callback_data").asString());
    }

    private static JsonNode button(MethodCall call, String label) {
        return StreamSupport.stream(
                        call.parameters().at("/reply_markup/inline_keyboard").spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(button -> button.path("text").asString().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + call));
    }

    private static List<String> urls(MethodCall call) {
        return StreamSupport.stream(call.parameters().path("entities").spliterator(), false)
                .filter(entity -> entity.has("url"))
                .map(entity -> entity.path("url").asString())
                .toList();
    }

    private MethodCall first(long chat) {
        awaitUntil(() -> !server.botTexts(chat).isEmpty());
        return server.sendCalls(chat).getFirst();
    }

    private void agree(long group) {
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                group, new Consent(Author.id(ANN), clock.instant(), 7), rows));
    }

    private void said(long group, long id, long topic, String text) {
        keep(
                group,
                new ChatMessage(
                        id, topic, CLARA, clock.instant(), null, text, Set.of(), List.of()));
    }

    private static Author ben() {
        return new Author(Author.id(BEN), "Ben", null);
    }

    private void keep(long group, ChatMessage message) {
        bot.write(rows -> bot.archive.store(group, message, rows));
    }
}
