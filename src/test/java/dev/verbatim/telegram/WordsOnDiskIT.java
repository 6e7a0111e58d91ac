package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Looks for words in the bytes of every file, which nobody has agreed to keep. Ben says them, and
/// Ann has the bot look at them.
@OnEachDatabase(inEveryBuild = false)
class WordsOnDiskIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final String SECRET = "kiwicode888";

    @TempDir private Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
        server.setPrivacyMode(false);
        bot = AnsweringBot.with(server, data, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ask How many ships?",
                "/ask",
                "/ask@a_bot",
                "/check",
                "/compare",
                "/help",
                "/summary",
                "/catchup",
                "/forget",
                "/settings"
            })
    void notWhatAGroupWithoutConsentSaysWhenACommandRepliesToIt(String command) {
        int said = server.write(GROUP, BEN, "Our plan is " + SECRET + ", is it not?");

        server.reply(GROUP, ANN, said, command);

        awaitReply();
        nothingIsLeft();
    }

    @Test
    void notWhatAMessageQuotes() {
        server.write(
                GROUP,
                ANN,
                "/ask How many ships?",
                """
                {"quote": {"text": "kiwicode888", "position": 0},
                 "external_reply": {"origin": {"type": "hidden_user", "date": 1,
                   "sender_user_name": "kiwicode888"}}}
                """);

        awaitReply();
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void notInTheButtonsOfAnAnswerToSuchWords(boolean shownToOneOnly) {
        server.setEphemeralMessages(shownToOneOnly);
        int said = server.write(GROUP, BEN, "Our plan is " + SECRET + ", is it not?");
        server.reply(GROUP, ANN, said, "/ask");
        awaitReply();

        server.pressButton(
                ANN,
                server.lastBotMessage(GROUP),
                requireNonNull(server.button(server.lastBotMessage(GROUP), "Context"))
                        .path("callback_data")
                        .asString());

        awaitUntil(
                () ->
                        shownToOneOnly
                                ? server.botTexts(GROUP).size() == 2
                                : server.calls("editMessageText").size() == 1);
        nothingIsLeft();
    }

    @Test
    void notAnUnansweredQuestionOfOthers() {
        bot.answers(new Answer.NotFound(List.of(), 0, 0, 0));
        int said = server.write(GROUP, BEN, "Is our plan " + SECRET + "?");

        server.reply(GROUP, ANN, said, "/ask");

        awaitReply();
        nothingIsLeft();
    }

    @Test
    void notWhatAMemberSaysAfterOptingOut() {
        agree();
        optOut();

        int said = server.write(GROUP, BEN, "Our plan is " + SECRET + ", is it not?");
        server.reply(GROUP, ANN, said, "I reply to that");
        server.reply(GROUP, ANN, said, "/ask How many ships?");
        server.reply(GROUP, ANN, said, "/ask");

        awaitUntil(() -> server.botTexts(GROUP).size() == 3);
        nothingIsLeft();
    }

    @Test
    void notWhatAMemberAsksAfterOptingOut() {
        agree();
        optOut();

        server.write(GROUP, BEN, "/ask What is " + SECRET + "?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        nothingIsLeft();
        assertThat(rows("select count(*) from given_answer where person_id = " + BEN)).isZero();
        assertThat(rows("select count(*) from given_answer")).isEqualTo(1);
    }

    @Test
    void ratingOfAMemberWhoOptedOutHasNoNumber() {
        agree();
        optOut();
        server.write(GROUP, ANN, "/ask How many ships?");
        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        int answer = server.lastBotMessage(GROUP);

        server.pressButton(
                BEN,
                answer,
                requireNonNull(server.button(answer, "This answers it"))
                        .path("callback_data")
                        .asString());

        awaitUntil(() -> rows("select count(*) from feedback") == 1);
        assertThat(rows("select count(*) from feedback where person_id = " + BEN)).isZero();
    }

    @Test
    void notWhatIsForgottenNorWhatWasAskedOnAfterIt() {
        bot.answers("Is it " + SECRET + "?", () -> new Answer.NotFound(List.of(), 0, 0, 0));
        server.write(GROUP, BEN, "/ask Is it " + SECRET + "?");
        awaitReply();
        server.reply(GROUP, ANN, server.lastBotMessage(GROUP), "And how many ships?");
        awaitUntil(() -> bot.asked.size() == 2);
        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        assertThat(DiskSearch.filesContaining(SECRET, data)).isNotEmpty();

        server.write(GROUP, BEN, "/forget");

        awaitUntil(() -> server.botTexts(GROUP).size() == 3);
        nothingIsLeft();
    }

    @Test
    void notWhatAParkedUpdateSaid() {
        bot.answers(
                "What is " + SECRET + "?",
                () -> {
                    throw new IllegalStateException("a fault");
                });

        int said = server.write(GROUP, BEN, "Our plan is " + SECRET);
        server.reply(GROUP, ANN, said, "/ask What is " + SECRET + "?");

        awaitReply();
        awaitUntil(() -> rows("select count(*) from inbox where state = 'parked'") == 1);
        nothingIsLeft();
    }

    /// What is on the disk while an answer is being worked on is what a crash leaves there.
    @Test
    void notWhatWasRepliedToWhenTheProcessCrashes() throws InterruptedException {
        var working = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        bot.answers(
                "Is our plan " + SECRET + "?",
                () -> {
                    working.countDown();
                    goOn.await();
                    return new Answer.NotFound(List.of(), 0, 0, 0);
                });
        int said = server.write(GROUP, BEN, "Is our plan " + SECRET + "?");
        server.reply(GROUP, ANN, said, "/ask");
        working.await();

        try {
            assertThat(rows("select count(*) from inbox where state = 'waiting'")).isEqualTo(1);
            assertThat(DiskSearch.filesContaining(SECRET, data)).isEmpty();
        } finally {
            goOn.countDown();
        }
    }

    private void awaitReply() {
        awaitUntil(() -> !server.botTexts(GROUP).isEmpty());
    }

    private void agree() {
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                GROUP, new Consent("user7", Clock.systemUTC().instant(), 7), rows));
    }

    private void optOut() {
        server.write(GROUP, BEN, "/optout");
        awaitReply();
    }

    private long rows(String count) {
        return bot.store().read(rows -> rows.sql(count).query(Long.class).single());
    }

    /// What is deleted is seen to be so a moment before it is overwritten.
    private void nothingIsLeft() {
        awaitUntil(() -> rows("select count(*) from inbox where state = 'waiting'") == 0);
        awaitUntil(() -> rows("select count(*) from outbox where state = 'waiting'") == 0);
        await().untilAsserted(() -> assertThat(DiskSearch.filesContaining(SECRET, data)).isEmpty());
    }
}
