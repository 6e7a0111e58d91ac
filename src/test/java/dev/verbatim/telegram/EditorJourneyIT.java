package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys from what an editor sends on Telegram to the content folder, over real HTTP.
class EditorJourneyIT {

    private static final String OPEN = "---\ntitle: The bridge\nlanguage: en\n---\nIt is open.\n";
    private static final String CLOSED =
            "---\ntitle: The bridge\nlanguage: en\n---\nIt is closed.\n";
    private static final String LONG = "The bridge\n\n" + "It is open today. ".repeat(30).strip();

    @TempDir Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        open();
    }

    private void open() {
        bot = AnsweringBot.with(server, data);
        bot.editableLibrary.start();
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void addsAFileUnchangedAndReportsOnIt() {
        String text = OPEN + "\n“It is open,” the mayor Jane Doe said.\n\n“At last,” they said.\n";
        int message = upload("bridge.md", text);

        MethodCall report = reply(1);

        assertThat(file("bridge.md")).isEqualTo(text);
        assertThat(report.text())
                .contains("Added: “The bridge”", "Name: bridge", "Paragraphs: 3")
                .contains("Quotations: 2, with a speaker: 1")
                .contains("• There is no date.", "• Quotations without a speaker: 1")
                .endsWith("readers will find it in a moment.");
        assertThat(report.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(message);
        assertThat(report.parameters().has("parse_mode")).isFalse();
        awaitServed(1);
    }

    @Test
    void sameFileAgainNeedsNoConfirmation() {
        upload("bridge.md", OPEN);
        reply(1);
        upload("bridge.md", OPEN);

        MethodCall again = reply(2);

        assertThat(again.text()).contains("Added: “The bridge”");
        assertThat(again.button()).isEmpty();
    }

    @Test
    void replacingAnArticleNeedsConfirmation() {
        upload("bridge.md", OPEN);
        reply(1);
        awaitServed(1);
        upload("bridge.md", CLOSED);
        MethodCall question = reply(2);
        String before = file("bridge.md");

        press(question, "Replace");

        awaitUntil(() -> lastText().startsWith("Replaced: “The bridge”"));
        assertThat(question.text()).contains("with the name bridge: “The bridge”. Replace it?");
        assertThat(before).isEqualTo(OPEN);
        assertThat(file("bridge.md")).isEqualTo(CLOSED);
        assertThat(server.message(server.lastBotMessage(EDITOR)).has("reply_markup")).isFalse();
    }

    @Test
    void buttonsWorkAfterARestart() {
        upload("bridge.md", OPEN);
        reply(1);
        upload("bridge.md", CLOSED);
        MethodCall question = reply(2);
        bot.close();
        open();

        press(question, "Replace");

        awaitUntil(() -> lastText().startsWith("Replaced: “The bridge”"));
        assertThat(file("bridge.md")).isEqualTo(CLOSED);
    }

    @Test
    void cancelledReplacementChangesNothingAndCannotBeConfirmed() {
        upload("bridge.md", OPEN);
        reply(1);
        upload("bridge.md", CLOSED);
        MethodCall question = reply(2);
        press(question, "Cancel");
        awaitUntil(() -> lastText().equals("Nothing was changed."));

        press(question, "Replace");

        awaitUntil(() -> notices().anyMatch(notice -> notice.contains("earlier time")));
        assertThat(file("bridge.md")).isEqualTo(OPEN);
    }

    @Test
    void fileThatTelegramHasDeletedReplacesNothing() {
        upload("bridge.md", OPEN);
        reply(1);
        upload("bridge.md", CLOSED);
        MethodCall question = reply(2);
        server.deleteFiles();

        press(question, "Replace");

        awaitUntil(() -> lastText().contains("Please send it again"));
        assertThat(file("bridge.md")).isEqualTo(OPEN);
    }

    @Test
    void retriesAFailedDownload() {
        server.faults()
                .failNext("file", InjectedFault.badGateway(), InjectedFault.connectionReset());
        upload("bridge.md", OPEN);

        assertThat(reply(1).text()).contains("Added: “The bridge”");
    }

    @Test
    void addsATextCharacterForCharacter() {
        server.write(
                EDITOR,
                "/add The *bridge*\nhttps://example.org/b\n\nIt is _open_ & @a_bot says <so>.");

        assertThat(reply(1).text())
                .contains("Added: “The *bridge*”")
                .doesNotContain("no web address");
        assertThat(file("the-bridge.txt"))
                .contains("https://example.org/b")
                .endsWith("It is _open_ & @a_bot says <so>.");
    }

    @Test
    void replacingATextNeedsConfirmation() {
        server.write(EDITOR, "/add The bridge\n\nIt is open.");
        reply(1);
        server.write(EDITOR, "/add The bridge\n\nIt is closed.");
        MethodCall question = reply(2);

        press(question, "Replace");

        awaitUntil(() -> lastText().startsWith("Replaced:"));
        assertThat(file("the-bridge.txt")).endsWith("It is closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/add", "/add The bridge"})
    void addWithoutATextExplainsItself(String command) {
        server.write(EDITOR, command);

        assertThat(reply(1).text()).contains("Send me the article as a file");
        assertThat(files()).isEmpty();
    }

    @Test
    void addingAForwardedMessageNeedsConfirmation() {
        server.forward(EDITOR, LONG);
        MethodCall question = reply(1);
        List<String> before = files();

        press(question, "Add");

        awaitUntil(() -> lastText().startsWith("Added: “The bridge”"));
        assertThat(question.text()).contains("Its title: “The bridge”");
        assertThat(before).isEmpty();
        assertThat(file("the-bridge.txt")).endsWith(LONG.substring("The bridge\n\n".length()));
    }

    @Test
    void forwardedMessageOfAnotherUserIsAQuestion() {
        server.forward(ANN, LONG);

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(bot.asked).containsExactly(LONG);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesABadFileWithTheLineOfTheLog() {
        upload("bridge.md", "---\ntitle: The bridge\npublished: Wednesday\n---\nIt is open.\n");

        MethodCall no = reply(1);

        assertThat(no.marked("code"))
                .startsWith("bridge.md line 3: \"published: Wednesday\" is not a date.");
        assertThat(no.text()).startsWith("I can’t take this article:");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge.pdf", "bridge", "", "bridge.md.exe"})
    void fileOfAnotherTypeIsNotDownloaded(String name) {
        upload(name, OPEN);

        assertThat(reply(1).text()).contains("Please send a .md, .txt or .html file");
        assertThat(server.calls("getFile")).isEmpty();
    }

    @Test
    void fileThatIsTooLargeIsNotDownloaded() {
        upload("bridge.md", "x".repeat(5_000_001));

        assertThat(reply(1).text()).contains("up to 5 MB");
        assertThat(server.calls("getFile")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x.md", "..\\..\\x.md", "/etc/x.md", "…/x.md"})
    void nothingIsWrittenOutsideTheContentFolder(String name) {
        upload(name, OPEN);

        assertThat(reply(1).text()).contains("Name: x\n");
        assertThat(files()).containsExactly("x.md");
        assertThat(data.resolveSibling("x.md")).doesNotExist();
        assertThat(data.resolve("x.md")).doesNotExist();
    }

    @Test
    void explainsAnAnswerToAnEditor() {
        server.write(EDITOR, "/why Who won?");

        String why = reply(1).text();

        assertThat(why)
                .startsWith("Who won?\n")
                .contains("Answered: the confidence is 1.00")
                .contains("¶   BM25 coverage cosine reader confidence  article");
        assertThat(bot.explained).containsExactly("Who won?");
    }

    @Test
    void explainsTheLastAnswerByDefault() {
        server.write(EDITOR, "What of loose talk?");
        reply(1);
        server.write(EDITOR, "/why");

        assertThat(reply(2).text()).startsWith("What of loose talk?\n");
    }

    @Test
    void whyWithoutAnAnswerExplainsItself() {
        server.write(EDITOR, "/why");

        assertThat(reply(1).text()).startsWith("Write /why and the question behind it");
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
        put("bridge.md", OPEN);
        server.write(ANN, command);

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(server.sendCalls(ANN).getFirst().text()).startsWith("Only the editors");
        assertThat(files()).containsExactly("bridge.md");
    }

    @Test
    void fileOfAnotherUserIsNotDownloaded() {
        server.upload(ANN, "bridge.md", OPEN.getBytes(StandardCharsets.UTF_8));

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(server.sendCalls(ANN).getFirst().text()).startsWith("I can only read words");
        assertThat(server.calls("getFile")).isEmpty();
    }

    @Test
    void nobodyIsAnEditorByTheChatInWhoseNameTheyWrite() throws IOException {
        put("bridge.md", OPEN);
        String editorsName = "{\"sender_chat\": {\"id\": " + EDITOR + ", \"type\": \"private\"}}";

        server.write(ANN, ANN, "/remove bridge", editorsName);

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(server.sendCalls(ANN).getFirst().text()).startsWith("Only the editors");
    }

    @Test
    void onlyEditorsCanConfirm() throws IOException {
        put("bridge.md", OPEN);
        server.write(EDITOR, "/remove bridge");
        MethodCall question = reply(1);

        server.pressButton(ANN, server.messageOf(question), data(question, "Remove"));

        awaitUntil(() -> notices().anyMatch(notice -> notice.startsWith("Only the editors")));
        assertThat(files()).containsExactly("bridge.md");
    }

    @Test
    void removingAnArticleNeedsConfirmation() throws IOException {
        put("bridge.md", OPEN);
        awaitServed(1);
        server.write(EDITOR, "/remove the bridge");
        MethodCall question = reply(1);
        List<String> before = files();
        bot.close();
        open();

        press(question, "Remove");

        awaitUntil(() -> lastText().equals("Removed: “The bridge”"));
        assertThat(question.text()).startsWith("Remove “The bridge”?");
        assertThat(before).containsExactly("bridge.md");
        assertThat(files()).isEmpty();
    }

    @Test
    void reportsARemovalThatACrashInterrupted() throws IOException {
        put("bridge.md", OPEN);
        server.write(EDITOR, "/remove bridge");
        MethodCall question = reply(1);
        Files.delete(content().resolve("bridge.md"));

        press(question, "Remove");

        awaitUntil(() -> lastText().startsWith("Removed: "));
    }

    @Test
    void ambiguousRemovalListsTheArticles() throws IOException {
        put("bridge.md", OPEN);
        put("bridge-2.md", CLOSED);
        awaitServed(2);
        server.write(EDITOR, "/remove the bridge");

        assertThat(reply(1).text())
                .contains("Which article do you mean?", "• bridge: The bridge", "• bridge-2: The");
        assertThat(files()).hasSize(2);
    }

    @Test
    void unknownArticleCannotBeRemoved() {
        server.write(EDITOR, "/remove tower");
        assertThat(reply(1).text()).contains("no article with the name tower");

        server.write(EDITOR, "/remove");
        assertThat(reply(2).text()).contains("Write its name after /remove");
    }

    @Test
    void reloadReportsServedAndRefusedArticles() throws IOException {
        put("bridge.md", OPEN);
        put("bad.md", "---\ntitle: Bad\npublished: Wednesday\n---\nText.\n");
        awaitServed(1);
        awaitUntil(() -> bot.editableLibrary.refusals().size() == 1);
        server.write(EDITOR, "/reload");

        MethodCall report = reply(1);

        assertThat(report.text()).contains("Served: 1\nRefused: 1");
        assertThat(report.marked("code"))
                .isEqualTo(bot.editableLibrary.refusals().getFirst().toString());
    }

    @Test
    void ignoresAFileInAGroup() {
        server.queueUpdate(
                """
                {"message": {"message_id": 1, "date": 1,
                 "chat": {"id": -100, "type": "group", "title": "G"},
                 "from": {"id": 77, "is_bot": false, "first_name": "Ed"},
                 "document": {"file_id": "f", "file_unique_id": "f", "file_name": "a.md"}}}
                """);
        server.write(ANN, "What did Smith say?");

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty() && server.pendingUpdates() == 0);
        assertThat(server.sendCalls(-100)).isEmpty();
        assertThat(server.calls("getFile")).isEmpty();
    }

    private int upload(String name, String text) {
        return server.upload(EDITOR, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private MethodCall reply(int number) {
        awaitUntil(() -> server.sendCalls(EDITOR).size() >= number);
        return server.sendCalls(EDITOR).get(number - 1);
    }

    private void press(MethodCall question, String label) {
        server.pressButton(EDITOR, server.messageOf(question), data(question, label));
    }

    private static String data(MethodCall question, String label) {
        return question.button(label).path("callback_data").asString();
    }

    private String lastText() {
        return server.message(server.lastBotMessage(EDITOR)).path("text").asString();
    }

    private Stream<String> notices() {
        return server.calls("answerCallbackQuery").stream()
                .map(call -> call.parameters().path("text").asString(""));
    }

    private void awaitServed(int articles) {
        awaitUntil(() -> bot.editableLibrary.articles().size() == articles);
    }

    private Path content() throws IOException {
        return Files.createDirectories(data.resolve("content"));
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(content().resolve(name), text);
    }

    private String file(String name) {
        try {
            return Files.readString(content().resolve(name));
        } catch (IOException e) {
            throw new AssertionError(name + " is not there", e);
        }
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(content())) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
