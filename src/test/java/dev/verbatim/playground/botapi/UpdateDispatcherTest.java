package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tests which messages of a group reach a bot.
class UpdateDispatcherTest {

    private final BotApiFixture fixture = new BotApiFixture();
    private SimulatedChat chat;

    @BeforeEach
    void meet() {
        chat = fixture.telegram.supergroup("Readers", fixture.ann, fixture.bot, fixture.ben);
        fixture.updates();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void messagesAndMentionsDoNotReachTheBot() {
        fixture.ann.send(chat, "Nice weather");
        fixture.ann.send(chat, "@reader_bot what do you think?");

        assertThat(fixture.texts()).isEmpty();
    }

    @Test
    void mentionInAChatItIsNotInReachesTheBotOnceAndAlone() {
        SimulatedChat other = fixture.telegram.supergroup("Friends", fixture.ann, fixture.ben);
        fixture.updates();

        fixture.ben.send(other, "Nice weather");
        fixture.ann.send(other, "Who won, @Reader_Bot?");
        JsonNode update = fixture.updates().getFirst();

        String id = update.at("/guest_message/guest_query_id").asString("");
        assertThat(update.at("/guest_message/text").asString()).isEqualTo("Who won, @Reader_Bot?");
        assertThat(answerGuest(id)).startsWith("200");
        assertThat(answerGuest(id)).contains("query is too old");
        assertThat(other.lastMessageBy(fixture.bot).orElseThrow().text()).isEqualTo("Nobody");
        assertThat(fixture.updates()).isEmpty();
    }

    private String answerGuest(String id) {
        return fixture.refusal(
                "answerGuestQuery",
                "{\"guest_query_id\":\"%s\",\"result\":{\"type\":\"article\",\"id\":\"1\",\"title\":\"a\","
                                .formatted(id)
                        + "\"input_message_content\":{\"message_text\":\"Nobody\"}}}");
    }

    @Test
    void mentionIsNoGuestQueryWhereContentIsProtectedOrGuestModeIsOff() {
        SimulatedChat other = fixture.telegram.supergroup("Friends", fixture.ann);
        fixture.bot.setGuestMode(false);
        fixture.ann.send(other, "Who won, @reader_bot?");
        fixture.bot.setGuestMode(true);
        fixture.telegram.runLocked(other::protectContent);
        fixture.ann.send(other, "Who won, @reader_bot?");

        assertThat(fixture.updates()).noneMatch(update -> update.has("guest_message"));
    }

    @Test
    void commandWithItsNameReachesTheBot() {
        fixture.ann.send(chat, "/ask@Reader_Bot who?");
        fixture.ann.send(chat, "/ask@other_bot who?");

        assertThat(fixture.texts()).containsExactly("/ask@Reader_Bot who?");
    }

    @Test
    void plainCommandReachesTheLastBotThatWrote() {
        fixture.ann.send(chat, "/before");
        say("Hello");
        fixture.ann.send(chat, "/after");

        assertThat(fixture.texts()).containsExactly("/after");
    }

    @Test
    void repliesToItAndToMessagesAddressedToItReachTheBot() {
        SimulatedMessage answer = say("Hello");
        SimulatedMessage question = fixture.ann.send(chat, "/ask@reader_bot who?");
        SimulatedMessage talk = fixture.ann.send(chat, "Nice weather");
        fixture.ben.send(chat, DraftMessage.text("to the bot").replyingTo(answer));
        fixture.ben.send(chat, DraftMessage.text("to the question").replyingTo(question));
        fixture.ben.send(chat, DraftMessage.text("to the talk").replyingTo(talk));

        assertThat(fixture.texts())
                .containsExactly("/ask@reader_bot who?", "to the bot", "to the question");
    }

    @Test
    void serviceMessagesReachAllBots() {
        chat.addMember(fixture.telegram.person(9, "Cem"), fixture.ann);

        assertThat(
                        fixture.updates()
                                .getFirst()
                                .at("/message/new_chat_members/0/first_name")
                                .asString())
                .isEqualTo("Cem");
    }

    @Test
    void administratorReceivesAllMessages() {
        chat.promote(fixture.bot, fixture.ann);

        fixture.ann.send(chat, "Nice weather");

        assertThat(fixture.texts()).containsExactly("Nice weather");
    }

    @Test
    void withoutPrivacyModeAllButOtherBotsMessagesReachTheBot() {
        fixture.bot.setPrivacyMode(false);
        BotAccount other = fixture.telegram.bot("77:x", "other_bot", "Other");
        chat.addMember(other, fixture.ann);
        fixture.updates();

        fixture.ann.send(chat, "Nice weather");
        fixture.telegram.runLocked(
                () ->
                        fixture.telegram
                                .messageService()
                                .send(
                                        other,
                                        chat,
                                        SimulatedMessage.Placement.ANYWHERE,
                                        JsonTrees.object().put("text", "Beep")));

        assertThat(fixture.texts()).containsExactly("Nice weather");
        assertThat(
                        fixture.call("getMe", "{}")
                                .at("/result/can_read_all_group_messages")
                                .asBoolean())
                .isTrue();
    }

    private SimulatedMessage say(String text) {
        fixture.call("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(chat.id(), text));
        return chat.lastMessageBy(fixture.bot).orElseThrow();
    }
}
