package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A store that commit 7452562 has written, opened by today's code over real HTTP.
///
/// That version was killed while Telegram took no messages for Ben: an answer to him is in the
/// outbox and his next question in the inbox. Ann has answers with buttons, her own settings and an
/// edited question; an editor has been asked for confirmation; a group has agreed to the archive,
/// one member has opted out, a catch-up was shown and a daily digest is due. On PostgreSQL, its
/// rows are in the tables that its migrations made there.
@OnEachDatabase
class StoreCompatibilityIT {

    private static final String LAST_MIGRATION = "7";

    private static final Instant WRITTEN = Instant.ofEpochMilli(1_795_993_307_000L);
    private static final long GROUP = -1_000_000_000_500L;
    private static final Path SEED = Path.of("content", "nato-allies-two-day-meeting.md");

    @TempDir private Path data;
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException, SQLException {
        writeStore();
        Path content = Files.createDirectory(data.resolve("content"));
        Files.copy(SEED, content.resolve(SEED.getFileName()));
        server = RunningBot.server();
        server.startChat(ANN);
        server.startChat(BEN);
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        Article article = article();
        bot = AnsweringBot.with(server, data, asOfWriting());
        bot.articles = Map.of(article.id(), article);
        bot.listings = List.of(new ArticleInfo(article.id(), article.publication(), 20));
        bot.ranking = List.of(article.passages().get(17), article.passages().get(10));
        bot.editableLibrary.start();
    }

    private void writeStore() throws IOException, SQLException {
        switch (StoreDatabase.current()) {
            case SQLITE -> execute(dump(), "jdbc:sqlite:" + data.resolve("verbatim.db"));
            case POSTGRESQL ->
                    StoreFile.keepInUpgradedPostgres(data, LAST_MIGRATION, inserts(dump()));
        }
    }

    private String dump() throws IOException {
        try (InputStream dump =
                Objects.requireNonNull(getClass().getResourceAsStream("store-7452562.sql"))) {
            return new String(dump.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Without those of the migrations, which PostgreSQL has its own of.
    private static String inserts(String dump) {
        return dump.lines()
                .filter(line -> line.startsWith("INSERT INTO"))
                .filter(line -> !line.startsWith("INSERT INTO flyway"))
                .collect(Collectors.joining("\n"));
    }

    private static void execute(String statements, String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    private static Article article() {
        return switch (new ArticleReader().read(Path.of("content"), SEED)) {
            case ReadResult.Read(Article article, _) -> article;
            case ReadResult.Refused(var error) -> throw new AssertionError(error);
        };
    }

    private static Clock asOfWriting() {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), WRITTEN));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void sendsTheWaitingAnswerAndThenAnswersTheWaitingQuestion() {
        awaitUntil(() -> server.botTexts(BEN).size() == 2);

        assertThat(server.botTexts(BEN).getFirst()).startsWith("“What we know is that");
        assertThat(
                        server.sendCalls(BEN)
                                .getFirst()
                                .parameters()
                                .at("/reply_parameters/message_id")
                                .asInt())
                .isEqualTo(43);
        assertThat(
                        server.sendCalls(BEN)
                                .getLast()
                                .parameters()
                                .at("/reply_parameters/message_id")
                                .asInt())
                .isEqualTo(44);
        assertThat(bot.asked).containsExactly("Where did the allies gather?");
    }

    @Test
    void remembersTheNumberOfTheMessageThatWasWaiting() {
        awaitUntil(() -> server.botTexts(BEN).size() == 2);

        awaitUntil(
                () ->
                        bot.store()
                                        .read(
                                                rows ->
                                                        rows.sql(
                                                                        "select count(*) from given_answer"
                                                                                + " where chat_id = 8 and"
                                                                                + " message_id is not null")
                                                                .query(Integer.class)
                                                                .single())
                                == 2);
    }

    @Test
    void keepsTheSettingsOfAChat() {
        server.write(ANN, "/settings");

        awaitUntil(() -> !server.botTexts(ANN).isEmpty());

        assertThat(server.botTexts(ANN).getFirst()).isEqualTo("Einstellungen für diesen Chat");
    }

    @Test
    void goesBackToThePreviousAnswer() {
        awaitUntil(() -> server.botTexts(BEN).size() == 2); // or his context might be the last

        server.write(ANN, "And when?");

        awaitUntil(() -> bot.contexts.size() == 2);

        assertThat(bot.contexts.getLast().question()).isEqualTo("What did Julianne Smith say?");
    }

    @Test
    void quotesTheGroupsMessagesButNothingOfWhoHasOptedOut() {
        server.write(GROUP, BEN, "/catchup all");

        awaitUntil(() -> !server.botTexts(GROUP).isEmpty());

        assertThat(server.botTexts(GROUP).getFirst())
                .contains("“Shall we meet on Thursday at the harbour?”", "“Who brings the map?”")
                .doesNotContain("Clara", "can't come");
    }

    @Test
    void knowsTheDailyDigest() {
        server.write(GROUP, BEN, "/digest");

        awaitUntil(() -> !server.botTexts(GROUP).isEmpty());

        assertThat(server.botTexts(GROUP).getFirst()).contains("18:00 (UTC)");
    }

    @ParameterizedTest
    @CsvSource({
        "7, around 1frj2ml5h8qsj, editMessageText, nuclear arsenal",
        "7, passage 1frj2ml5h8qsj 1, editMessageText, Stelle 2 von 2",
        "7, answers 1frj2ml5h8qsj, answerCallbackQuery, Danke",
        "7, answers-not 1frj2ml5h8qsj, answerCallbackQuery, Danke",
        "7, nearest 5famqhwjof8q, sendMessage, NATO allies meet in Brussels",
        "7, summary 2rif1tla98zi1 3, editMessageText, NATO allies set to boost",
        "7, set-overview, editMessageText, Einstellungen",
        "7, set-language en, editMessageText, ✓ English",
        "77, confirm gi397o9vdsi0, editMessageText, Removed: “NATO allies set to boost",
        "77, cancel gi397o9vdsi0, editMessageText, Nothing was changed.",
        "-1000000000500, set-agree, answerCallbackQuery, callback_query_id",
        "-1000000000500, set-keeping, editMessageText, ✓ Days: 7",
        "-1000000000500, cu-mine 1n4wkfyilkytc, sendMessage, “Who brings the map?”"
    })
    void buttonsWork(long chat, String data, String method, String text) {
        press(chat, chat < 0 ? ANN : chat, data);

        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        awaitUntil(() -> server.calls(method).stream().anyMatch(call -> call.chatId() != BEN));
        assertThat(server.calls(method))
                .filteredOn(call -> call.chatId() != BEN)
                .extracting(call -> call.parameters().toString())
                .anyMatch(body -> body.contains(text));
    }

    private void press(long chat, long person, String data) {
        String type = chat < 0 ? "supergroup" : "private";
        server.queueUpdate(
                """
                {"callback_query": {"id": "q", "chat_instance": "1", "data": "%s",
                  "from": {"id": %d, "is_bot": false, "first_name": "Ann", "language_code": "en"},
                  "message": {"message_id": 900, "date": 1795993277, "text": "…",
                    "chat": {"id": %d, "type": "%s", "first_name": "Ann", "title": "Readers"},
                    "from": {"id": 1, "is_bot": true, "first_name": "Bot"}}}}
                """
                        .formatted(data, person, chat, type));
    }
}
