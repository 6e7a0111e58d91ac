package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Nothing that is written anywhere has the token, however talkative the log is and whatever fails.
class TokenSecrecyIT {

    private static final String MARKER = "a-secret-that-must-not-leak";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Log written = new Log();
    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        written.setContext(root.getLoggerContext());
        written.start();
        root.addAppender(written);
        server = RunningBot.server();
    }

    @AfterEach
    void close() {
        root.detachAppender(written);
        root.setLevel(before);
        server.close();
    }

    @Test
    void noLogLineOfAJourneyContainsTheToken() throws IOException {
        root.setLevel(Level.TRACE);

        try (var _ = TokenRedactor.set(new TelegramSettings.Token(RunningBot.TOKEN))) {
            journey();
        }

        assertThat(written.lines).isNotEmpty().noneMatch(line -> line.contains(MARKER));
    }

    @Test
    void ordinaryLinesLackTheTokenEvenWithoutTheFilter() throws IOException {
        root.setLevel(Level.INFO);

        journey();

        assertThat(written.lines).isNotEmpty().noneMatch(line -> line.contains(MARKER));
    }

    @Test
    void removesTheTokenFromLoggedExceptions() {
        root.setLevel(Level.INFO);
        var deep = new IOException("http://host/bot" + RunningBot.TOKEN + "/getupdates");
        var log = LoggerFactory.getLogger("some.library");

        try (var _ = TokenRedactor.set(new TelegramSettings.Token(RunningBot.TOKEN))) {
            log.error(
                    "calling {} failed", "bot" + RunningBot.TOKEN, new IllegalStateException(deep));
        }

        assertThat(written.lines)
                .singleElement()
                .asString()
                .contains(
                        "calling bot<token> failed",
                        "http://host/bot<token>/getupdates",
                        "Caused by");
    }

    @Test
    void closedFilterRedactsNothing() {
        root.setLevel(Level.INFO);
        TokenRedactor.set(new TelegramSettings.Token(RunningBot.TOKEN)).close();

        LoggerFactory.getLogger("some.library").error(RunningBot.TOKEN);

        assertThat(written.lines).containsExactly(RunningBot.TOKEN);
    }

    @Test
    void settingsAndTokensPrintNoToken() {
        var settings = RunningBot.settings(RunningBot.TOKEN, "https://host/bot" + RunningBot.TOKEN);

        assertThat(settings.toString()).doesNotContain(MARKER);
        assertThat(settings.bot().toString()).doesNotContain(MARKER);
        assertThat(settings.bot().redacted("a 123456%3A" + MARKER + " b")).isEqualTo("a <token> b");
    }

    @Test
    void logsEachConnectionChangeOnce() {
        root.setLevel(Level.INFO);
        server.faults().failAlways("*", InjectedFault.unauthorized());

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.WRONG_TOKEN);
            awaitUntil(() -> server.calls("deleteWebhook").size() > 3);
            server.faults().clear();
            bot.awaitState(TelegramConnection.State.CONNECTED);
        }

        assertThat(written.lines.stream().filter(line -> line.startsWith("Telegram: ")))
                .containsExactly(
                        "Telegram: the token is refused (Unauthorized). Check TELEGRAM_BOT_TOKEN"
                                + " against what BotFather says.",
                        "Telegram: connected.",
                        "Telegram: stopped.");
    }

    /// Questions, an answer that fails with the token in its mouth, and every fault of the line.
    private void journey() throws IOException {
        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            bot.answers(
                    "trouble",
                    () -> {
                        throw new IOException("no answer to the question");
                    });
            server.queueUpdate("{\"message\": {\"message_id\": \"x\"}}");
            server.faults()
                    .failNext(
                            "sendMessage",
                            InjectedFault.badGateway(),
                            InjectedFault.connectionReset(),
                            InjectedFault.malformedJson());
            server.write(ANN, "What did Smith say?");
            server.write(ANN, "trouble");
            awaitUntil(() -> server.calls("sendMessage").size() >= 5);
            server.faults().failNext("sendMessage", InjectedFault.blockedByUser());
            server.write(ANN, "What did Smith say?");
            awaitUntil(() -> server.calls("sendMessage").size() >= 6);
            faultsOfTheLine(bot);
        }
    }

    private void faultsOfTheLine(RunningBot bot) throws IOException {
        for (InjectedFault fault :
                List.of(
                        InjectedFault.unauthorized(),
                        InjectedFault.conflict(),
                        InjectedFault.badGateway(),
                        InjectedFault.captivePortal(),
                        InjectedFault.malformedJson(),
                        InjectedFault.connectionReset())) {
            server.faults().failAlways("*", fault);
            server.queueUpdate("{\"message\": null}"); // wakes the poll
            awaitUntil(() -> !bot.connection.isUp());
            assertThat(new TelegramHealth(bot.connection, bot.store).health().toString())
                    .doesNotContain(MARKER);
            server.faults().clear();
            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
        server.close();
        bot.awaitState(TelegramConnection.State.UNREACHABLE);
    }

    /// All that is logged, with its exceptions.
    private static final class Log extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(
                    event.getFormattedMessage()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }
}
