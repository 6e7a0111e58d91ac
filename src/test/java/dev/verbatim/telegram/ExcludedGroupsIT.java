package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageRange;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import dev.verbatim.telegram.editors.AccessControl.AccessSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Groups that agreed to catch-ups and may not use the bot any more: an editor has blocked them, or
/// the settings list other chats.
@OnEachDatabase(inEveryBuild = false)
class ExcludedGroupsIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final long OTHER_GROUP = GROUP - 1;

    @TempDir private Path data;

    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;

    enum Exclusion {
        BLOCKED,
        NOT_LISTED;

        private Set<Long> listed() {
            return this == BLOCKED ? Set.of() : Set.of(OTHER_GROUP);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        server.group(OTHER_GROUP, "Writers", ANN);
        server.startChat(ANN);
        server.startChat(AnsweringBot.EDITOR);
        bot = AnsweringBot.with(server, data, clock);
        agree(GROUP);
        agree(OTHER_GROUP);
        server.write(GROUP, ANN, "/digest daily 18:00");
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingMoreOfItIsKept(Exclusion exclusion) {
        exclude(exclusion);

        say(GROUP, "A secret plan");
        say(GROUP, "/ask Who keeps the secret?");
        say(OTHER_GROUP, "Known to all");

        awaitUntil(() -> texts(OTHER_GROUP).contains("Known to all"));
        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        assertThat(texts(GROUP)).containsExactly("Said before");
    }

    @ParameterizedTest
    @EnumSource
    void itGetsNoDigest(Exclusion exclusion) {
        exclude(exclusion);

        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-01T17:00:30Z")));
        bot.digests.postDue();
        server.write(OTHER_GROUP, ANN, "/catchup all");

        awaitUntil(() -> server.botTexts(OTHER_GROUP).size() == 1);
        assertThat(server.botTexts(GROUP)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsItsCatchUps(Exclusion exclusion) {
        server.write(GROUP, ANN, "/catchup all");
        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        int earlier = server.lastBotMessage(GROUP);
        exclude(exclusion);

        server.write(GROUP, AnsweringBot.EDITOR, "/catchup all");
        server.write(ANN, "/catchup");
        server.pressButton(
                AnsweringBot.EDITOR,
                earlier,
                requireNonNull(server.button(earlier, "privately"))
                        .path("callback_data")
                        .asString());

        awaitUntil(() -> server.botTexts(GROUP).size() == 3 && !server.botTexts(ANN).isEmpty());
        awaitUntil(() -> bot.stores.archive.groups().size() == 2);
        assertThat(server.botTexts(GROUP).getLast()).doesNotContain("Said before");
        assertThat(server.botTexts(ANN)).noneMatch(text -> text.contains("Said before"));
        assertThat(server.botTexts(AnsweringBot.EDITOR))
                .noneMatch(text -> text.contains("Said before"));
    }

    private void exclude(Exclusion exclusion) {
        if (exclusion == Exclusion.BLOCKED) {
            server.write(AnsweringBot.EDITOR, "/block " + GROUP);
            awaitUntil(() -> !server.botTexts(AnsweringBot.EDITOR).isEmpty());
        } else {
            bot.close();
            var access = new AccessSettings(Set.of(), exclusion.listed());
            bot = AnsweringBot.with(server, data, clock, access);
        }
    }

    private void agree(long group) {
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                group, new Consent("user7", clock.instant(), 7), rows));
        var author = new Author(Author.id(ANN), "Ann", null);
        var message =
                new ChatMessage(
                        1, 0, author, clock.instant(), null, "Said before", Set.of(), List.of());
        bot.write(rows -> bot.archive.store(group, message, rows));
    }

    private void say(long group, String text) {
        server.write(
                group, ANN, text, "{\"date\": %d}".formatted(clock.instant().getEpochSecond()));
    }

    private List<String> texts(long group) {
        return bot.archive.messages(group, MessageRange.ALL).stream()
                .map(ChatMessage::text)
                .toList();
    }
}
