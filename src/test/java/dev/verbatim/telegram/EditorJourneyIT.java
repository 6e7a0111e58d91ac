package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys from an article that an editor sends on Telegram to the content folder, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class EditorJourneyIT {

    private static final String LONG = "The bridge\n\n" + "It is open today. ".repeat(30).strip();

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

    @Test
    void addsAFileUnchangedAndReportsOnIt() {
        String text =
                EditorChat.OPEN
                        + "\n“It is open,” the mayor Jane Doe said.\n\n“At last,” they said.\n";
        int message = editor.upload("bridge.md", text);

        MethodCall report = editor.reply(1);

        assertThat(editor.file("bridge.md")).isEqualTo(text);
        assertThat(report.text())
                .contains("Added: “The bridge”", "Name: bridge", "Paragraphs: 3")
                .contains("Quotations: 2, with a speaker: 1")
                .contains("• There is no date.", "• Quotations without a speaker: 1")
                .endsWith("readers will find it in a moment.");
        assertThat(report.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(message);
        assertThat(report.parameters().has("parse_mode")).isFalse();
        editor.awaitServed(1);
    }

    @Test
    void sameFileAgainNeedsNoConfirmation() {
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
        editor.upload("bridge.md", EditorChat.OPEN);

        MethodCall again = editor.reply(2);

        assertThat(again.text()).contains("Added: “The bridge”");
        assertThat(again.button()).isEmpty();
    }

    @Test
    void replacingAnArticleNeedsConfirmation() {
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
        editor.awaitServed(1);
        editor.upload("bridge.md", EditorChat.CLOSED);
        MethodCall question = editor.reply(2);
        String before = editor.file("bridge.md");

        editor.press(question, "Replace");

        awaitUntil(() -> editor.lastText().startsWith("Replaced: “The bridge”"));
        assertThat(question.text()).contains("with the name bridge: “The bridge”. Replace it?");
        assertThat(before).isEqualTo(EditorChat.OPEN);
        assertThat(editor.file("bridge.md")).isEqualTo(EditorChat.CLOSED);
        assertThat(editor.server.message(editor.server.lastBotMessage(EDITOR)).has("reply_markup"))
                .isFalse();
    }

    @Test
    void buttonsWorkAfterARestart() {
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
        editor.upload("bridge.md", EditorChat.CLOSED);
        MethodCall question = editor.reply(2);
        editor.restartBot();

        editor.press(question, "Replace");

        awaitUntil(() -> editor.lastText().startsWith("Replaced: “The bridge”"));
        assertThat(editor.file("bridge.md")).isEqualTo(EditorChat.CLOSED);
    }

    @Test
    void cancelledReplacementChangesNothingAndCannotBeConfirmed() {
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
        editor.upload("bridge.md", EditorChat.CLOSED);
        MethodCall question = editor.reply(2);
        editor.press(question, "Cancel");
        awaitUntil(() -> editor.lastText().equals("Nothing was changed."));

        editor.press(question, "Replace");

        awaitUntil(() -> editor.notices().anyMatch(notice -> notice.contains("earlier time")));
        assertThat(editor.file("bridge.md")).isEqualTo(EditorChat.OPEN);
    }

    @Test
    void fileThatTelegramHasDeletedReplacesNothing() {
        editor.upload("bridge.md", EditorChat.OPEN);
        editor.reply(1);
        editor.upload("bridge.md", EditorChat.CLOSED);
        MethodCall question = editor.reply(2);
        editor.server.deleteFiles();

        editor.press(question, "Replace");

        awaitUntil(() -> editor.lastText().contains("Please send it again"));
        assertThat(editor.file("bridge.md")).isEqualTo(EditorChat.OPEN);
    }

    @Test
    void retriesAFailedDownload() {
        editor.server
                .faults()
                .failNext("file", InjectedFault.badGateway(), InjectedFault.connectionReset());
        editor.upload("bridge.md", EditorChat.OPEN);

        assertThat(editor.reply(1).text()).contains("Added: “The bridge”");
    }

    @Test
    void addsATextCharacterForCharacter() {
        editor.server.write(
                EDITOR,
                "/add The *bridge*\nhttps://example.org/b\n\nIt is _open_ & @a_bot says <so>.");

        assertThat(editor.reply(1).text())
                .contains("Added: “The *bridge*”")
                .doesNotContain("no web address");
        assertThat(editor.file("the-bridge.txt"))
                .contains("https://example.org/b")
                .endsWith("It is _open_ & @a_bot says <so>.");
    }

    @Test
    void replacingATextNeedsConfirmation() {
        editor.server.write(EDITOR, "/add The bridge\n\nIt is open.");
        editor.reply(1);
        editor.server.write(EDITOR, "/add The bridge\n\nIt is closed.");
        MethodCall question = editor.reply(2);

        editor.press(question, "Replace");

        awaitUntil(() -> editor.lastText().startsWith("Replaced:"));
        assertThat(editor.file("the-bridge.txt")).endsWith("It is closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/add", "/add The bridge"})
    void addWithoutATextExplainsItself(String command) {
        editor.server.write(EDITOR, command);

        assertThat(editor.reply(1).text()).contains("Send me the article as a file");
        assertThat(editor.files()).isEmpty();
    }

    @Test
    void addingAForwardedMessageNeedsConfirmation() {
        editor.server.forward(EDITOR, LONG);
        MethodCall question = editor.reply(1);
        List<String> before = editor.files();

        editor.press(question, "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added: “The bridge”"));
        assertThat(question.text()).contains("Its title: “The bridge”");
        assertThat(before).isEmpty();
        assertThat(editor.file("the-bridge.txt"))
                .endsWith(LONG.substring("The bridge\n\n".length()));
    }

    @Test
    void forwardedMessageOfAnotherUserIsAQuestion() {
        editor.server.forward(ANN, LONG);

        awaitUntil(() -> !editor.server.sendCalls(ANN).isEmpty());
        assertThat(editor.bot().asked).containsExactly(LONG);
        assertThat(editor.files()).isEmpty();
    }

    @Test
    void refusesABadFileWithTheLineOfTheLog() {
        editor.upload("bridge.md", "---\ntitle: [The bridge]\n---\nIt is open.\n");

        MethodCall no = editor.reply(1);

        assertThat(no.marked("code"))
                .startsWith("bridge.md line 2: \"title\" is not one line of text.");
        assertThat(no.text()).startsWith("I can’t take this article:");
        assertThat(editor.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge.mp3", "bridge", "", "bridge.md.exe"})
    void fileOfAnotherTypeIsNotDownloaded(String name) {
        editor.upload(name, EditorChat.OPEN);

        assertThat(editor.reply(1).text())
                .contains("Please send one of these: .md, .txt, .html, .pdf");
        assertThat(editor.server.calls("getFile")).isEmpty();
    }

    @Test
    void fileThatIsTooLargeIsNotDownloaded() {
        editor.upload("bridge.md", "x".repeat(5_000_001));

        assertThat(editor.reply(1).text()).contains("up to 5 MB");
        assertThat(editor.server.calls("getFile")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.md", "..\\..\\x.md", "/etc/x.md", "…/x.md"})
    void nothingIsWrittenOutsideTheContentFolder(String name) {
        editor.upload(name, EditorChat.OPEN);

        assertThat(editor.reply(1).text()).contains("Name: x\n");
        assertThat(editor.files()).containsExactly("x.md");
        assertThat(data.resolveSibling("x.md")).doesNotExist();
        assertThat(data.resolve("x.md")).doesNotExist();
    }

    @Test
    void fileOfAnotherUserIsNotDownloaded() {
        editor.server.upload(ANN, "bridge.md", EditorChat.OPEN.getBytes(StandardCharsets.UTF_8));

        awaitUntil(() -> !editor.server.sendCalls(ANN).isEmpty());
        assertThat(editor.server.sendCalls(ANN).getFirst().text())
                .startsWith("I can only read words");
        assertThat(editor.server.calls("getFile")).isEmpty();
    }

    @Test
    void ignoresAFileInAGroup() {
        editor.server.queueUpdate(
                """
                {"message": {"message_id": 1, "date": 1,
                 "chat": {"id": -100, "type": "group", "title": "G"},
                 "from": {"id": 77, "is_bot": false, "first_name": "Ed"},
                 "document": {"file_id": "f", "file_unique_id": "f", "file_name": "a.md"}}}
                """);
        editor.server.write(ANN, "What did Smith say?");

        awaitUntil(
                () ->
                        !editor.server.sendCalls(ANN).isEmpty()
                                && editor.server.pendingUpdates() == 0);
        assertThat(editor.server.sendCalls(-100)).isEmpty();
        assertThat(editor.server.calls("getFile")).isEmpty();
    }
}
