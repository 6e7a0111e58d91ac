package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;

import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A running bot whose answers are about the ships, over real HTTP.
final class ShipsBot implements AutoCloseable {

    static final long GROUP = -5;
    static final String QUESTION = "What colour were the ships?";

    final MutableClock clock = new MutableClock();
    final TelegramDriver server = RunningBot.server();
    private final Path data;
    private AnsweringBot bot;

    ShipsBot(Path data) throws IOException {
        this.data = data;
        server.group(GROUP, "Sailors");
        bot = startBot(server, data, clock);
    }

    private static AnsweringBot startBot(TelegramDriver server, Path data, MutableClock clock) {
        AnsweringBot started = AnsweringBot.with(server, data, clock);
        started.answers(ShipsArticle.FOUND);
        started.articles = Map.of(ShipsArticle.ID, ShipsArticle.ARTICLE);
        started.listings = List.of(ShipsArticle.LISTING);
        started.ranking = List.of(ShipsArticle.PASSAGE);
        return started;
    }

    AnsweringBot bot() {
        return bot;
    }

    void restartBot() {
        bot.close();
        bot = startBot(server, data, clock);
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }

    long answersInTheStore() {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select count(*) from given_answer")
                                        .query(Long.class)
                                        .single());
    }

    /// A passage of the article.
    static Passage passage(int number) {
        return ShipsArticle.ARTICLE.passages().get(number);
    }

    /// The code of the link in a citation.
    static String code(MethodCall answer) {
        String citation = answer.button("Copy citation").at("/copy_text/text").asString();
        return citation.substring(citation.indexOf("start=") + "start=".length());
    }

    /// Ann asks in her private chat. Returns the call of the reply.
    MethodCall ask(String question) {
        int before = server.sendCalls(ANN).size();
        server.write(ANN, question);
        awaitUntil(() -> server.sendCalls(ANN).size() > before);
        return server.sendCalls(ANN).getLast();
    }

    MethodCall askInGroup(long person, String question) {
        int before = server.sendCalls(GROUP).size();
        server.write(GROUP, person, question);
        awaitUntil(() -> server.sendCalls(GROUP).size() > before);
        return server.sendCalls(GROUP).getLast();
    }

    MethodCall firstTo(long person) {
        awaitUntil(() -> !server.sendCalls(person).isEmpty());
        return server.sendCalls(person).getFirst();
    }

    /// A user presses the button with this label.
    void press(long person, MethodCall message, String label) {
        server.pressButton(
                person,
                server.messageOf(message),
                message.button(label).path("callback_data").asString());
    }

    /// The bot's edit with this number, from 1, as soon as it is there.
    MethodCall edit(int number) {
        awaitUntil(() -> server.calls("editMessageText").size() >= number);
        return server.calls("editMessageText").get(number - 1);
    }

    /// What the bot says about the first button that was pressed.
    String notice() {
        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        return server.calls("answerCallbackQuery").getFirst().parameters().path("text").asString();
    }
}
