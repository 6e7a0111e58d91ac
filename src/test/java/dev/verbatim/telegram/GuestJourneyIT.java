package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import tools.jackson.databind.JsonNode;

/// Journeys of questions in a group that the bot isn't in, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class GuestJourneyIT {

    private static final long GROUP = -1_000_000_000_900L;
    private static final String SECRET = "kiwicode888";
    private static final String METHOD = "answerGuestQuery";

    @TempDir private Path data;
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.foreignGroup(GROUP, "Friends of " + SECRET);
        start();
    }

    private void start() {
        bot = AnsweringBot.with(server, data);
        bot.answers(ShipsArticle.FOUND);
        bot.articles = Map.of(ShipsArticle.ID, ShipsArticle.ARTICLE);
        bot.listings = List.of(ShipsArticle.LISTING);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void mentionIsAnsweredThereWithThePassageAndALinkThatOpensItInPrivate() {
        server.write(GROUP, ANN, "@a_bot What colour were the ships?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(bot.asked).containsExactly("What colour were the ships?");
        assertThat(server.botTexts(GROUP))
                .containsExactly(ShipsArticle.PARAGRAPH + "\nThe ships · ¶2");
        String link = button().path("url").asString("");
        assertThat(button().path("text").asString("")).isEqualTo("Go on in private");
        assertThat(link).startsWith("https://t.me/a_bot?start=");

        server.write(ANN, "/start " + link.substring(link.indexOf('=') + 1));

        awaitUntil(() -> server.botTexts(ANN).size() == 1);
        assertThat(server.botTexts(ANN).getFirst()).contains(ShipsArticle.PARAGRAPH);
    }

    @Test
    void answerRepliesToTheQuestionAndHasNoButtonThatNeedsTheBotInTheChat() {
        int question = server.write(GROUP, ANN, "@a_bot What colour were the ships?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        JsonNode answer = server.message(server.lastBotMessage(GROUP));
        assertThat(answer.at("/reply_to_message/message_id").asInt()).isEqualTo(question);
        assertThat(answer.at("/guest_bot_caller_user/id").asLong()).isEqualTo(ANN);
        assertThat(answer.at("/reply_markup/inline_keyboard").toString())
                .doesNotContain("callback_data");
    }

    @Test
    void nothingButTheMentionIsSeen() {
        server.write(GROUP, ANN, "What colour were the ships?");
        int said = server.write(GROUP, BEN, "They were grey, were they not?");
        server.reply(GROUP, ANN, said, "@a_bot");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(bot.asked).containsExactly("They were grey, were they not?");
    }

    @Test
    void noIsSaidHonestlyWithALinkToThePrivateChat() {
        bot.answers(new Answer.NotFound(List.of(ShipsArticle.PASSAGE), 0.1, 1, 3));

        server.write(GROUP, ANN, "How deep is the sea, @a_bot?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(server.botTexts(GROUP).getFirst()).contains("do not answer").doesNotContain("¶");
        assertThat(button().path("url").asString("")).isEqualTo("https://t.me/a_bot");
    }

    @Test
    void mentionWithoutWordsIsToldWhatToWrite() {
        server.write(GROUP, ANN, "@a_bot");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(server.botTexts(GROUP)).containsExactly("Write a question about the articles.");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Go on in private",
        "de, Privat weiter",
        "fr, Continuer en privé",
        "es, Seguir en privado",
        "it, Continua in privato",
        "ru, Продолжить в личном чате",
        "uk, Продовжити в приватному чаті"
    })
    void wordsAreInTheLanguageOfWhoAsks(String language, String label) {
        server.queueUpdate(
                """
                {"guest_message": {"message_id": 5, "date": %d, "guest_query_id": "q",
                  "chat": {"id": -77, "type": "group"}, "text": "What colour were the ships?",
                  "from": {"id": 9, "is_bot": false, "first_name": "C", "language_code": "%s"}}}
                """
                        .formatted(System.currentTimeMillis() / 1000, language));

        awaitUntil(() -> server.calls(METHOD).size() == 1);
        assertThat(
                        server.calls(METHOD)
                                .getFirst()
                                .parameters()
                                .at("/result/reply_markup/inline_keyboard/0/0/text")
                                .asString())
                .isEqualTo(label);
    }

    @Test
    void nothingIsKeptOfAQuestionNorOfWhereAndWhyItWasAsked() {
        bot.answers(new Answer.NotFound(List.of(), 0, 0, 0));
        int said = server.write(GROUP, BEN, "Our plan is " + SECRET + ", is it not?");
        server.reply(GROUP, ANN, said, "@a_bot What is " + SECRET + "?");
        server.reply(GROUP, ANN, said, "@a_bot");

        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        nothingIsLeft();
        assertThat(rows("select count(*) from given_answer")).isZero();
        assertThat(rows("select count(*) from inbox where chat_id = " + GROUP)).isZero();
        assertThat(rows("select count(*) from outbox where chat_id = " + GROUP)).isZero();
    }

    @Test
    void nothingIsKeptOfAQuestionThatIsGivenUp() {
        bot.answers(
                "What is " + SECRET + "?",
                () -> {
                    throw new IllegalStateException("a fault");
                });

        server.write(GROUP, ANN, "@a_bot What is " + SECRET + "?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(server.botTexts(GROUP).getFirst()).startsWith("Sorry, something went wrong");
        awaitUntil(() -> rows("select count(*) from inbox where state = 'parked'") == 1);
        nothingIsLeft();
    }

    @Test
    void questionIsAnsweredAfterARestartOnceAlthoughTheAnswerWasLostOnItsWay() {
        server.faults().failAlways(METHOD, InjectedFault.lostResponse());
        server.write(GROUP, ANN, "@a_bot What colour were the ships?");
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        bot.close();

        server.faults().clear();
        start();

        awaitUntil(() -> rows("select count(*) from outbox where state = 'sent'") == 1);
        assertThat(server.botTexts(GROUP)).hasSize(1);
        assertThat(bot.asked).isEmpty();
    }

    @Test
    void refusedAnswerIsReplacedByAnApology() {
        server.faults().failNext(METHOD, InjectedFault.refused(400, "Bad Request: RESULT_INVALID"));

        server.write(GROUP, ANN, "@a_bot What colour were the ships?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(server.botTexts(GROUP).getFirst()).startsWith("Sorry, something went wrong");
    }

    @Test
    void whatTelegramSaysOfThatChatClosesNoChatOfTheBot() {
        server.write(ANN, "/start");
        awaitUntil(() -> server.botTexts(ANN).size() == 1);
        server.faults()
                .failNext(
                        METHOD,
                        InjectedFault.refused(
                                403, "Forbidden: bot is not a member of the supergroup chat"));
        server.write(GROUP, ANN, "@a_bot What colour were the ships?");
        awaitUntil(() -> rows("select count(*) from outbox where state = 'dropped'") == 1);

        bot.say("news", turn -> turn.send(announcement()));

        awaitUntil(() -> server.botTexts(ANN).size() == 2);
        assertThat(rows("select count(*) from closed_chat")).isZero();
    }

    private static ApiCall announcement() {
        return ApiCall.of(ANN, new SendMessage("7", "News"));
    }

    @Test
    void whoHasBlockedThePrivateChatIsAnsweredElsewhere() {
        server.write(ANN, "Hello");
        awaitUntil(() -> server.botTexts(ANN).size() == 1);
        server.block(ANN);
        awaitUntil(() -> rows("select count(*) from closed_chat") == 1);

        server.write(GROUP, ANN, "@a_bot What colour were the ships?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(rows("select count(*) from closed_chat")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"7", "-1000000000900"})
    void blockedUserOrGroupGetsNoAnswerAndNothingIsStored(String blocked) {
        server.write(AnsweringBot.EDITOR, "/block " + blocked);
        awaitUntil(() -> !server.botTexts(AnsweringBot.EDITOR).isEmpty());

        server.write(GROUP, ANN, "@a_bot What is " + SECRET + "?");

        await().during(Duration.ofMillis(500)).until(() -> server.calls(METHOD).isEmpty());
        assertThat(bot.asked).isEmpty();
        assertThat(rows("select count(*) from inbox where person_id = 7")).isZero();
        nothingIsLeft();
    }

    @Test
    void helpHasALineAboutItWhereTheBotIsAskedAsAGuest() {
        server.write(ANN, "/help");
        awaitUntil(() -> server.botTexts(ANN).size() == 1);
        bot.close();
        server.setGuestMode(false);
        start();
        server.write(ANN, "/help");

        awaitUntil(() -> server.botTexts(ANN).size() == 2);
        assertThat(server.botTexts(ANN).getFirst())
                .contains("\n@a_bot with a question, in any chat");
        assertThat(server.botTexts(ANN).getLast()).doesNotContain("@a_bot");
    }

    private JsonNode button() {
        MethodCall call = server.calls(METHOD).getLast();
        return call.parameters().at("/result/reply_markup/inline_keyboard/0/0");
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
