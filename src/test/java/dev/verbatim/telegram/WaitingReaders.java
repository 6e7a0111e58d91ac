package dev.verbatim.telegram;

import static dev.verbatim.telegram.KilledNewsBot.QUESTION;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who wait for what a bot says unasked: readers for the article that answers their
/// question, and a group for its live catch-up.
final class WaitingReaders implements AutoCloseable {

    static final long GROUP = -1_000_000_000_500L;

    private static final String OFFER = "🔔 Tell me when they do";
    private static final String ALL_DAY = "until the end of the day.";
    private static final Author CLARA = new Author("user9", "Clara", "clara");

    final MutableClock clock = new MutableClock();
    final TelegramDriver server = RunningBot.server();
    private final Path data;
    private int lastId = 1000;

    WaitingReaders(Path data) throws IOException {
        this.data = data;
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        server.promoteBot(GROUP);
    }

    /// A bot that would answer with the article once it is published.
    AnsweringBot startBot() {
        AnsweringBot bot = AnsweringBot.with(server, data, clock);
        bot.articles = Map.of(HARBOUR.id(), HARBOUR, GULLS.id(), GULLS);
        bot.answers(KilledNewsBot.ANSWER);
        return bot;
    }

    static void awaitWorks(AnsweringBot bot) {
        awaitUntil(() -> bot.say("start", _ -> {}));
    }

    /// Asks what no article answers yet, and waits for one that does.
    void waitForGulls(AnsweringBot bot, long person) {
        publish(bot, HARBOUR);
        bot.answers(new Answer.NotFound(List.of(), 0, 1, 5));
        int before = count(bot, "pending_question");
        server.write(person, QUESTION);
        awaitUntil(() -> !server.sendCalls(person).isEmpty());
        MethodCall none = server.sendCalls(person).getFirst();
        server.pressButton(
                person,
                server.messageOf(none),
                none.button(OFFER).path("callback_data").asString());
        awaitUntil(() -> count(bot, "pending_question") == before + 1);
        bot.asked.clear();
    }

    /// The article comes an hour later.
    void publishGulls(AnsweringBot bot) {
        clock.advance(Duration.ofHours(1));
        publish(bot, GULLS);
        bot.answers(KilledNewsBot.ANSWER);
    }

    private static void publish(AnsweringBot bot, Article article) {
        bot.history.record(new ContentChange.Published(article), _ -> Optional.empty());
    }

    List<String> lateAnswers(long person) {
        return server.botTexts(person).stream().filter(text -> text.startsWith("🔔")).toList();
    }

    /// Begins a live catch-up that nothing is posted of yet.
    void beginLive(AnsweringBot bot) {
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                GROUP, new Consent(Author.id(ANN), clock.instant(), 30), rows));
        server.write(GROUP, ANN, "/catchup live");
        awaitUntil(() -> count(bot, "live_catchup") == 1);
        awaitUntil(() -> nothingWaits(bot));
        say(bot, "first");
    }

    void say(AnsweringBot bot, String words) {
        var message =
                new ChatMessage(
                        ++lastId, 0, CLARA, clock.instant(), null, words, Set.of(), List.of());
        bot.write(rows -> bot.archive.store(GROUP, message, rows));
    }

    List<String> liveTexts() {
        return server.botTexts(GROUP).stream().filter(text -> text.contains(ALL_DAY)).toList();
    }

    String text(int message) {
        return server.message(message).path("text").asString("");
    }

    boolean isPinned(AnsweringBot bot) {
        return count(bot, "live_catchup where pinned = 'YES'") == 1;
    }

    static int count(AnsweringBot bot, String rows) {
        return bot.store().<Integer>read(all -> count(rows, all));
    }

    private static Integer count(String rows, JdbcClient all) {
        return all.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    static boolean nothingWaits(AnsweringBot bot) {
        return count(bot, "outbox where state = 'waiting'") == 0;
    }

    @Override
    public void close() {
        server.close();
    }
}
