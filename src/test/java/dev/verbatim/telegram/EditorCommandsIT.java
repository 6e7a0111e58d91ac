package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of the commands that only editors may use, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class EditorCommandsIT {

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
    void explainsAnAnswerToAnEditor() {
        editor.server.write(EDITOR, "/why Who won?");

        String why = editor.reply(1).text();

        assertThat(why)
                .startsWith("Who won?\n")
                .contains("Answered: the confidence is 1.00")
                .contains("¶   BM25 coverage cosine reader confidence  article");
        assertThat(editor.bot().explained).containsExactly("Who won?");
    }

    @Test
    void explainsTheLastAnswerByDefault() {
        editor.server.write(EDITOR, "What of loose talk?");
        editor.reply(1);
        editor.server.write(EDITOR, "/why");

        assertThat(editor.reply(2).text()).startsWith("What of loose talk?\n");
    }

    @Test
    void whyWithoutAnAnswerExplainsItself() {
        editor.server.write(EDITOR, "/why");

        assertThat(editor.reply(1).text()).startsWith("Write /why and the question behind it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/add The bridge\n\nIt is open.",
                "/remove bridge",
                "/reload",
                "/stats",
                "/why"
            })
    void refusesOtherUsersPolitely(String command) throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.server.write(ANN, command);

        awaitUntil(() -> !editor.server.sendCalls(ANN).isEmpty());
        assertThat(editor.server.sendCalls(ANN).getFirst().text()).startsWith("Only the editors");
        assertThat(editor.files()).containsExactly("bridge.md");
    }

    @Test
    void nobodyIsAnEditorByTheChatInWhoseNameTheyWrite() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        String editorsName = "{\"sender_chat\": {\"id\": " + EDITOR + ", \"type\": \"private\"}}";

        editor.server.write(ANN, ANN, "/remove bridge", editorsName);

        awaitUntil(() -> !editor.server.sendCalls(ANN).isEmpty());
        assertThat(editor.server.sendCalls(ANN).getFirst().text()).startsWith("Only the editors");
    }

    @Test
    void onlyEditorsCanConfirm() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.server.write(EDITOR, "/remove bridge");
        MethodCall question = editor.reply(1);

        editor.server.pressButton(
                ANN, editor.server.messageOf(question), EditorChat.data(question, "Remove"));

        awaitUntil(
                () -> editor.notices().anyMatch(notice -> notice.startsWith("Only the editors")));
        assertThat(editor.files()).containsExactly("bridge.md");
    }

    @Test
    void removingAnArticleNeedsConfirmation() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.awaitServed(1);
        editor.server.write(EDITOR, "/remove the bridge");
        MethodCall question = editor.reply(1);
        List<String> before = editor.files();
        editor.restartBot();

        editor.press(question, "Remove");

        awaitUntil(() -> editor.lastText().equals("Removed: “The bridge”"));
        assertThat(question.text()).startsWith("Remove “The bridge”?");
        assertThat(before).containsExactly("bridge.md");
        assertThat(editor.files()).isEmpty();
    }

    @Test
    void reportsARemovalThatACrashInterrupted() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.server.write(EDITOR, "/remove bridge");
        MethodCall question = editor.reply(1);
        Files.delete(editor.content().resolve("bridge.md"));

        editor.press(question, "Remove");

        awaitUntil(() -> editor.lastText().startsWith("Removed: "));
    }

    @Test
    void ambiguousRemovalListsTheArticles() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.put("bridge-2.md", EditorChat.CLOSED);
        editor.awaitServed(2);
        editor.server.write(EDITOR, "/remove the bridge");

        assertThat(editor.reply(1).text())
                .contains("Which article do you mean?", "• bridge: The bridge", "• bridge-2: The");
        assertThat(editor.files()).hasSize(2);
    }

    @Test
    void unknownArticleCannotBeRemoved() {
        editor.server.write(EDITOR, "/remove tower");
        assertThat(editor.reply(1).text()).contains("no article with the name tower");

        editor.server.write(EDITOR, "/remove");
        assertThat(editor.reply(2).text()).contains("Write its name after /remove");
    }

    @Test
    void titleAndDateAreChangedByMessage() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.awaitServed(1);
        editor.server.write(EDITOR, "/edit bridge\ntitle: The new bridge\ndate: 2024-03-09");

        assertThat(editor.reply(1).text()).contains("The new bridge");
        awaitUntil(
                () ->
                        editor.bot().editableLibrary.articles().stream()
                                .anyMatch(
                                        one -> one.publication().title().equals("The new bridge")));

        editor.server.write(EDITOR, "/edit bridge");
        assertThat(editor.reply(2).text()).contains("/edit bridge\ntitle: ");
    }

    @Test
    void reloadReportsServedAndRefusedArticles() throws IOException {
        editor.put("bridge.md", EditorChat.OPEN);
        editor.put("bad.md", "---\ntitle: [Bad]\n---\nText.\n");
        editor.awaitServed(1);
        awaitUntil(() -> editor.bot().editableLibrary.refusals().size() == 1);
        editor.server.write(EDITOR, "/reload");

        MethodCall report = editor.reply(1);

        assertThat(report.text()).contains("Served: 1\nRefused: 1");
        assertThat(report.marked("code"))
                .isEqualTo(editor.bot().editableLibrary.refusals().getFirst().toString());
    }
}
