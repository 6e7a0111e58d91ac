package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageRange;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A group whose messages a running bot may archive, over real HTTP. Ann is an admin of it, Ben
/// isn't.
final class ArchivedGroup implements AutoCloseable {

    static final long GROUP = -1_000_000_000_500L;
    // Of the day on which every message is sent in the simulation.
    static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

    final TelegramDriver server = RunningBot.server();
    final AnsweringBot bot;
    private final Path data;

    ArchivedGroup(Path data) throws IOException {
        this.data = data;
        server.group(GROUP, "Readers", ANN);
        server.setPrivacyMode(false);
        bot = AnsweringBot.with(server, data, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public void close() {
        bot.close();
        server.close();
    }

    static byte[] export(long id) {
        return """
        {"name": "Readers", "type": "private_supergroup", "id": %d, "messages": [
          {"id": 1, "type": "message", "date_unixtime": "1700000000", "from": "Ann",
           "from_id": "user7", "text": "Said long ago"},
          {"id": 2, "type": "message", "date_unixtime": "1767139200", "from": "Ben",
           "from_id": "user8", "text": "Said by Ben"},
          {"id": 3, "type": "message", "date_unixtime": "1767139201", "from": "Ann",
           "from_id": "user7", "text": "Said before"},
          {"id": 4, "type": "message", "date_unixtime": "1767139202", "from": "Ann",
           "from_id": "user7", "forwarded_from": "Ben", "text": "Passed on"},
          {"id": 5, "type": "message", "date_unixtime": "1767139203", "from": "Ann",
           "from_id": "user7", "text": "/help"}]}
        """
                .formatted(id)
                .getBytes(UTF_8);
    }

    /// Adds the bot and turns the archive on.
    void agree() {
        int before = server.botTexts(GROUP).size();
        server.addBot(GROUP, ANN);
        awaitUntil(() -> server.botTexts(GROUP).size() == before + 1);
        tap(ANN, server.lastBotMessage(GROUP), "Turn on catch-up");
        awaitUntil(() -> server.botTexts(GROUP).size() == before + 2);
    }

    List<ChatMessage> kept() {
        return bot.stores.archive.messages(GROUP, MessageRange.ALL);
    }

    List<String> texts() {
        return kept().stream().map(ChatMessage::text).toList();
    }

    void awaitKept(int messages) {
        await().untilAsserted(() -> assertThat(kept()).hasSize(messages));
    }

    /// What is deleted is seen to be so a moment before it is overwritten.
    void awaitNoTraceOf(String words) {
        await().untilAsserted(() -> assertThat(DiskSearch.filesContaining(words, data)).isEmpty());
    }

    void awaitSaid(String words) {
        await().untilAsserted(
                        () -> assertThat(server.botTexts(GROUP)).last().asString().contains(words));
    }

    /// Taps the button with that label as soon as it is there.
    void tap(long person, int panel, String label) {
        awaitUntil(() -> server.button(panel, label) != null);
        JsonNode found = server.button(panel, label);
        server.pressButton(
                person, panel, found == null ? "" : found.path("callback_data").asString());
    }

    List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }
}
