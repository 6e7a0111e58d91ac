package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;

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

/// The private chat of an editor with a running bot, and the content folder behind it.
final class EditorChat implements AutoCloseable {

    static final String OPEN = "---\ntitle: The bridge\nlanguage: en\n---\nIt is open.\n";
    static final String CLOSED = "---\ntitle: The bridge\nlanguage: en\n---\nIt is closed.\n";

    final TelegramDriver server = RunningBot.server();
    private final Path data;
    private AnsweringBot bot;

    EditorChat(Path data) throws IOException {
        this.data = data;
        bot = startBot(server, data);
    }

    private static AnsweringBot startBot(TelegramDriver server, Path data) {
        AnsweringBot bot = AnsweringBot.with(server, data);
        bot.editableLibrary.start();
        return bot;
    }

    AnsweringBot bot() {
        return bot;
    }

    void restartBot() {
        bot.close();
        bot = startBot(server, data);
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }

    /// The editor sends a file. Returns the message's number.
    int upload(String name, String text) {
        return server.upload(EDITOR, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bot's reply with this number, from 1, as soon as it is there.
    MethodCall reply(int number) {
        awaitUntil(() -> server.sendCalls(EDITOR).size() >= number);
        return server.sendCalls(EDITOR).get(number - 1);
    }

    /// The editor presses the button with this label.
    void press(MethodCall question, String label) {
        server.pressButton(EDITOR, server.messageOf(question), data(question, label));
    }

    static String data(MethodCall question, String label) {
        return question.button(label).path("callback_data").asString();
    }

    String lastText() {
        return server.message(server.lastBotMessage(EDITOR)).path("text").asString();
    }

    Stream<String> notices() {
        return server.calls("answerCallbackQuery").stream()
                .map(call -> call.parameters().path("text").asString(""));
    }

    void awaitServed(int articles) {
        awaitUntil(() -> bot.editableLibrary.articles().size() == articles);
    }

    Path content() throws IOException {
        return Files.createDirectories(data.resolve("content"));
    }

    /// Puts a file into the content folder, past the bot.
    void put(String name, String text) throws IOException {
        Files.writeString(content().resolve(name), text);
    }

    String file(String name) {
        try {
            return Files.readString(content().resolve(name));
        } catch (IOException e) {
            throw new AssertionError(name + " is not there", e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.list(content())) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
