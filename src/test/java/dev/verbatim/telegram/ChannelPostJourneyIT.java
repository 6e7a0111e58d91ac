package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a channel's posts, which an editor forwards, to the content folder over real HTTP.
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
}
