package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a bot in a group gets to see.
class PrivacyFilterTest {

    private final Town town = new Town();
    private SimulatedChat chat;

    @BeforeEach
    void meet() {
        chat = town.telegram.supergroup("Readers", town.ann, town.bot, town.ben);
        town.updates();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void talkAndEvenItsNameAreNotForTheBot() {
        town.ann.writes(chat, "Nice weather");
        town.ann.writes(chat, "@reader_bot what do you think?");

        assertThat(town.texts()).isEmpty();
    }

    @Test
    void aCommandWithItsNameIs() {
        town.ann.writes(chat, "/ask@Reader_Bot who?");
        town.ann.writes(chat, "/ask@other_bot who?");

        assertThat(town.texts()).containsExactly("/ask@Reader_Bot who?");
    }

    @Test
    void aPlainCommandIsIfItWasTheLastBotToSpeak() {
        town.ann.writes(chat, "/before");
        say("Hello");
        town.ann.writes(chat, "/after");

        assertThat(town.texts()).containsExactly("/after");
    }

    @Test
    void repliesToItAndToWhatWasMeantForItAre() {
        SimulatedMessage answer = say("Hello");
        SimulatedMessage question = town.ann.writes(chat, "/ask@reader_bot who?");
        SimulatedMessage talk = town.ann.writes(chat, "Nice weather");
        town.ben.writes(chat, DraftMessage.text("to the bot").replyingTo(answer));
        town.ben.writes(chat, DraftMessage.text("to the question").replyingTo(question));
        town.ben.writes(chat, DraftMessage.text("to the talk").replyingTo(talk));

        assertThat(town.texts())
                .containsExactly("/ask@reader_bot who?", "to the bot", "to the question");
    }

    @Test
    void serviceMessagesAreForAllBots() {
        chat.admit(town.telegram.person(9, "Cem"), town.ann);

        assertThat(
                        town.updates()
                                .getFirst()
                                .at("/message/new_chat_members/0/first_name")
                                .asString())
                .isEqualTo("Cem");
    }

    @Test
    void anAdministratorSeesAll() {
        chat.promote(town.bot, town.ann);

        town.ann.writes(chat, "Nice weather");

        assertThat(town.texts()).containsExactly("Nice weather");
    }

    @Test
    void withPrivacyModeOffItSeesAllButOtherBots() {
        town.bot.setPrivacyMode(false);
        BotAccount other = town.telegram.bot("77:x", "other_bot", "Other");
        chat.admit(other, town.ann);
        town.updates();

        town.ann.writes(chat, "Nice weather");
        town.telegram.runLocked(
                () ->
                        town.telegram
                                .messageService()
                                .send(
                                        other,
                                        chat,
                                        SimulatedMessage.Place.ANYWHERE,
                                        JsonTrees.object().put("text", "Beep")));

        assertThat(town.texts()).containsExactly("Nice weather");
        assertThat(town.call("getMe", "{}").at("/result/can_read_all_group_messages").asBoolean())
                .isTrue();
    }

    private SimulatedMessage say(String text) {
        town.call("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(chat.id(), text));
        return chat.lastOf(town.bot).orElseThrow();
    }
}
