package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a bot in a group gets to see.
class PrivacyTest {

    private final Town town = new Town();
    private Room room;

    @BeforeEach
    void meet() {
        room = town.world.supergroup("Readers", town.ann, town.bot, town.ben);
        town.updates();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void talkAndEvenItsNameAreNotForTheBot() {
        town.ann.writes(room, "Nice weather");
        town.ann.writes(room, "@reader_bot what do you think?");

        assertThat(town.texts()).isEmpty();
    }

    @Test
    void aCommandWithItsNameIs() {
        town.ann.writes(room, "/ask@Reader_Bot who?");
        town.ann.writes(room, "/ask@other_bot who?");

        assertThat(town.texts()).containsExactly("/ask@Reader_Bot who?");
    }

    @Test
    void aPlainCommandIsIfItWasTheLastBotToSpeak() {
        town.ann.writes(room, "/before");
        say("Hello");
        town.ann.writes(room, "/after");

        assertThat(town.texts()).containsExactly("/after");
    }

    @Test
    void repliesToItAndToWhatWasMeantForItAre() {
        Post answer = say("Hello");
        Post question = town.ann.writes(room, "/ask@reader_bot who?");
        Post talk = town.ann.writes(room, "Nice weather");
        town.ben.writes(room, Draft.text("to the bot").replyingTo(answer));
        town.ben.writes(room, Draft.text("to the question").replyingTo(question));
        town.ben.writes(room, Draft.text("to the talk").replyingTo(talk));

        assertThat(town.texts())
                .containsExactly("/ask@reader_bot who?", "to the bot", "to the question");
    }

    @Test
    void serviceMessagesAreForAllBots() {
        room.admit(town.world.person(9, "Cem"), town.ann);

        assertThat(
                        town.updates()
                                .getFirst()
                                .at("/message/new_chat_members/0/first_name")
                                .asString())
                .isEqualTo("Cem");
    }

    @Test
    void anAdministratorSeesAll() {
        room.promote(town.bot, town.ann);

        town.ann.writes(room, "Nice weather");

        assertThat(town.texts()).containsExactly("Nice weather");
    }

    @Test
    void withPrivacyModeOffItSeesAllButOtherBots() {
        town.bot.setPrivacyMode(false);
        Bot other = town.world.bot("77:x", "other_bot", "Other");
        room.admit(other, town.ann);
        town.updates();

        town.ann.writes(room, "Nice weather");
        town.world.happen(
                () ->
                        town.world
                                .posting()
                                .speak(
                                        other,
                                        room,
                                        Post.Place.ANYWHERE,
                                        Json.object().put("text", "Beep")));

        assertThat(town.texts()).containsExactly("Nice weather");
        assertThat(town.call("getMe", "{}").at("/result/can_read_all_group_messages").asBoolean())
                .isTrue();
    }

    private Post say(String text) {
        town.call("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(room.id(), text));
        return room.lastOf(town.bot).orElseThrow();
    }
}
