package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a bot that comes into a group or is renamed there, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class GroupArrivalIT {

    private static final long GROUP = -100_500;

    @TempDir private Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
        bot = AnsweringBot.with(server, data);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void greetsAGroupOnce() {
        server.addBot(GROUP, ANN);
        server.write(GROUP, ANN, "/start@a_bot true");
        server.write(GROUP, ANN, "/ask Who met?");

        awaitUntil(() -> sent().size() == 2);

        assertThat(sent().getFirst().text())
                .contains("/ask", "@a_bot", "/settings", "only what is addressed to me");
        assertThat(sent().getLast().marked("blockquote")).isEqualTo(NatoArticle.PARAGRAPH);
    }

    @Test
    void greetingSaysWhenTheBotSeesAllMessages() {
        server.setPrivacyMode(false);
        server.addBot(GROUP, ANN);

        assertThat(first().text()).contains("all messages here", "keep nothing", "mention @a_bot");
    }

    @Test
    void greetingOffersNoMentionThatWouldNotReachTheBot() {
        server.addBot(GROUP, ANN);

        assertThat(first().text()).contains("/ask@a_bot").doesNotContain(" @a_bot", "mention");
    }

    @Test
    void renamedBotIsFoundUnderItsNewName() {
        server.setPrivacyMode(false);
        server.write(GROUP, BEN, "/ask What did Smith say?");
        first();
        server.renameBot("b_bot");

        server.write(GROUP, BEN, "@b_bot when do they meet?");

        awaitUntil(() -> sent().size() == 2);
        assertThat(bot.asked).endsWith("when do they meet?");
        assertThat(sent().getLast().parameters().toString())
                .contains("t.me/b_bot?start=")
                .doesNotContain("a_bot");
    }

    @Test
    void newNameIsLearnedFromAReplyToTheBot() {
        server.write(GROUP, BEN, "/ask What did Smith say?");
        int answer = server.messageOf(first());
        server.renameBot("b_bot");

        server.reply(GROUP, BEN, answer, "And when?");

        awaitUntil(() -> sent().size() == 2);
        assertThat(sent().getLast().parameters().toString()).contains("t.me/b_bot?start=");
    }

    @Test
    void becomingAnAdminSendsNoGreeting() {
        server.queueUpdate(
                """
                {"my_chat_member": {"date": 1,
                 "chat": {"id": -100500, "type": "supergroup", "title": "Readers"},
                 "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                 "old_chat_member": {"status": "member",
                  "user": {"id": 1, "is_bot": true, "first_name": "Bot"}},
                 "new_chat_member": {"status": "administrator", "can_be_edited": false,
                  "user": {"id": 1, "is_bot": true, "first_name": "Bot"}}}}
                """);
        server.write(GROUP, BEN, "/ask Who met?");

        assertThat(first().marked("blockquote")).isEqualTo(NatoArticle.PARAGRAPH);
        assertThat(bot.counted("verbatim.telegram.updates.failed")).isZero();
    }

    private MethodCall first() {
        awaitUntil(() -> !sent().isEmpty());
        return sent().getFirst();
    }

    private List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }
}
