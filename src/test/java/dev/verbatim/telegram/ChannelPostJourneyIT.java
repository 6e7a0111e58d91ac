package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a channel's posts, which an editor forwards, to the content folder over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ChannelPostJourneyIT {

    private static final String TEXT = "The bridge\\nIt was opened by the mayor on Monday.";

    @TempDir Path data;

    private EditorChat editor;

    @BeforeEach
    void open() throws IOException {
        editor = new EditorChat(data);
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private void forward(long person, String content, String channel, int number) {
        editor.server.send(
                person,
                """
                {%s, "forward_origin": {"type": "channel", "date": 1795860000, "message_id": %d,
                 "author_signature": "Jane Doe", "chat": {"id": -1001234567890, "type": "channel",
                 "title": "The Herald"%s}}}
                """
                        .formatted(content, number, channel));
    }

    private static String text(String text) {
        return "\"text\": \"%s\"".formatted(text);
    }

    @Test
    void postBringsItsChannelDateSignatureAndLink() {
        forward(EDITOR, text(TEXT), ", \"username\": \"herald\"", 12);
        MethodCall question = editor.reply(1);

        editor.press(question, "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added: “The bridge”"));
        assertThat(question.text())
                .contains("The bridge · The Herald · November 28, 2026\nJane Doe\n")
                .contains("https://t.me/herald/12")
                .contains("It was opened by the mayor on Monday.");
        assertThat(editor.file("channels/The-Herald/the-bridge.txt"))
                .isEqualTo(
                        """
                        ---
                        title: 'The bridge'
                        publisher: 'The Herald'
                        author: 'Jane Doe'
                        published: '2026-11-28'
                        url: 'https://t.me/herald/12'
                        ---

                        It was opened by the mayor on Monday.\
                        """);
    }

    @Test
    void postOfAPrivateChannelHasALinkForItsMembers() {
        forward(EDITOR, text(TEXT), "", 12);

        assertThat(editor.reply(1).text()).contains("https://t.me/c/1234567890/12");
    }

    @Test
    void captionOfAPhotoIsThePostsText() {
        forward(
                EDITOR,
                "\"caption\": \"%s\", \"photo\": [{\"file_id\": \"p\", \"file_unique_id\": \"p\", \"width\": 1, \"height\": 1}]"
                        .formatted(TEXT),
                "",
                12);

        assertThat(editor.reply(1).text()).contains("It was opened by the mayor on Monday.");
    }

    @Test
    void postOfOneParagraphIsTitledByItsBeginning() {
        forward(
                EDITOR,
                text("The mayor has opened the bridge. " + "It is long. ".repeat(20)),
                "",
                1);

        editor.press(editor.reply(1), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added: “The mayor has opened the bridge."));
    }

    @Test
    void samePostAgainReplacesItsArticleAndAnotherOneDoesNot() {
        forward(EDITOR, text(TEXT), "", 12);
        editor.press(editor.reply(1), "Add");
        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        forward(EDITOR, text(TEXT.replace("Monday", "Tuesday")), "", 12);
        editor.press(editor.reply(2), "Replace");
        awaitUntil(() -> editor.lastText().startsWith("Replaced:"));
        forward(EDITOR, text(TEXT.replace("Monday", "Sunday")), "", 13);

        editor.press(editor.reply(3), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        assertThat(editor.file("channels/The-Herald/the-bridge.txt")).endsWith("on Tuesday.");
        assertThat(editor.file("channels/The-Herald/the-bridge-13.txt")).endsWith("on Sunday.");
    }

    @Test
    void postThatAReaderForwardsIsAQuestion() {
        forward(ANN, text("What was opened?"), "", 12);

        awaitUntil(() -> !editor.bot().asked.isEmpty());
        assertThat(editor.bot().asked).containsExactly("What was opened?");
    }

    private void post(int number, String text, String kind) {
        editor.server.queueUpdate(
                """
                {"%s": {"message_id": %d, "date": 1795860000, "edit_date": 1795960000,
                 "chat": {"id": -5, "type": "supergroup", "title": "Readers"},
                 "from": {"id": 777000, "is_bot": false, "first_name": "Telegram"},
                 "sender_chat": {"id": -1001234567890, "type": "channel", "title": "The Herald"},
                 "is_automatic_forward": true, "text": "%s",
                 "forward_origin": {"type": "channel", "date": 1795860000, "message_id": %d,
                  "chat": {"id": -1001234567890, "type": "channel", "title": "The Herald",
                  "username": "herald"}}}}
                """
                        .formatted(kind, 1000 + number, text, number));
    }

    private MethodCall settings(long person) {
        int before = editor.server.sendCalls(-5).size();
        editor.server.write(-5, person, "/settings@a_bot");
        awaitUntil(() -> editor.server.sendCalls(-5).size() > before);
        return editor.server.sendCalls(-5).getLast();
    }

    private void press(long person, MethodCall settings) {
        editor.server.pressButton(
                person,
                editor.server.messageOf(settings),
                EditorChat.data(settings, "The channel’s posts become articles"));
    }

    @Test
    void everyPostOfAGroupsChannelBecomesAnArticleOnceAnEditorSaysSo() {
        editor.server.group(-5, "Readers", EDITOR);
        post(11, "Before", "message");
        press(EDITOR, settings(EDITOR));
        awaitUntil(() -> editor.bot().stores.channelSources.isSource(-5));

        post(12, TEXT, "message");

        editor.awaitServed(1);
        assertThat(editor.file("channels/The-Herald/the-herald-12.txt"))
                .contains("title: 'The bridge'", "url: 'https://t.me/herald/12'")
                .endsWith("It was opened by the mayor on Monday.");
        post(12, "The tower\\nIt was closed by the mayor on Monday.", "edited_message");
        awaitUntil(
                () ->
                        editor.file("channels/The-Herald/the-herald-12.txt")
                                .contains("title: 'The tower'"));
        assertThat(editor.server.sendCalls(-5)).hasSize(1);
    }

    @Test
    void adminWhoIsNoEditorCannotMakeAChannelASource() {
        editor.server.group(-5, "Readers", ANN, EDITOR);
        MethodCall ofAnn = settings(ANN);
        MethodCall ofEditor = settings(EDITOR);

        press(ANN, ofEditor);

        awaitUntil(
                () -> editor.notices().anyMatch(notice -> notice.startsWith("Only the editors")));
        assertThat(ofAnn.button().toString()).doesNotContain("become articles");
        assertThat(editor.bot().stores.channelSources.isSource(-5)).isFalse();
    }
}
