package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of `/map`, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ArticleTalkJourneyIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final long OTHER_GROUP = -1_000_000_000_600L;
    private static final Author CLARA = new Author("user9", "Clara", "clara");
    private static final String SAID = "That is a lot of loose talk";

    @TempDir private Path data;

    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        bot = AnsweringBot.with(server, data, clock);
        bot.articleTalk = messages -> talk(messages, true);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void saysHowMuchWasSaidAboutAParagraphByWhomAndWhetherTheyAgreed() {
        agree(GROUP);
        said(GROUP, 3, 0, SAID);

        server.write(GROUP, BEN, "/map");

        MethodCall told = first(GROUP);
        assertThat(told.text())
                .startsWith("The talk about the articles: ")
                .contains("\n\nNATO allies meet\n• ¶ 1 · 1 message · Clara · 2 agree · 1 disagrees")
                .contains("“" + NatoArticle.FIRST)
                .contains("   – Clara, 13:00: “" + SAID + "”");
        assertThat(told.parameters().path("entities").toString())
                .contains("https://example.org/nato#:~:text=", "https://t.me/c/500/3");
    }

    @Test
    void quotesTheGroupsQuestionsWithThePassagesThatAnswer() {
        agree(GROUP);
        said(GROUP, 3, 0, "What did Smith say?");

        server.write(GROUP, BEN, "/map");

        assertThat(first(GROUP).text())
                .contains(
                        "Questions that the articles answer\n• Clara, 13:00: “What did Smith say?”")
                .contains("An article says:\n", NatoArticle.SECOND, "— Julianne Smith");
    }

    @Test
    void aPictureFollowsWithTheSameInWords() {
        agree(GROUP);
        said(GROUP, 3, 4, SAID);

        server.write(GROUP, BEN, "/map", "{\"message_thread_id\": 4, \"is_topic_message\": true}");

        awaitUntil(() -> server.calls("sendPhoto").size() == 1);
        MethodCall picture = server.calls("sendPhoto").getFirst();
        assertThat(picture.chatId()).isEqualTo(GROUP);
        assertThat(picture.parameters().path("message_thread_id").asString()).isEqualTo("4");
        assertThat(picture.parameters().path("photo").asString()).endsWith(".png");
        assertThat(picture.parameters().path("caption").asString())
                .startsWith("NATO allies meet: ")
                .contains("¶1: 1");
    }

    @Test
    void questionsAloneHaveNoPicture() {
        bot.articleTalk = messages -> talk(messages, false);
        agree(GROUP);
        said(GROUP, 3, 0, "What did Smith say?");

        server.write(GROUP, BEN, "/map");

        assertThat(first(GROUP).text()).contains("Questions that the articles answer");
        server.write(GROUP, BEN, "/map");
        awaitUntil(() -> server.sendCalls(GROUP).size() == 2);
        assertThat(server.calls("sendPhoto")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/map", "/map today", "/map 5"})
    void whereNothingWasSaidItSaysSo(String command) {
        agree(GROUP);

        server.write(GROUP, BEN, command);

        assertThat(first(GROUP).text())
                .isEqualTo("Nothing was said about the articles in that time.");
    }

    @Test
    void anUnknownTimeIsExplained() {
        agree(GROUP);

        server.write(GROUP, BEN, "/map soon");

        assertThat(first(GROUP).text()).contains("/map 2h");
    }

    @Test
    void saysThatTheArchiveIsOffWithoutConsent() {
        server.write(GROUP, BEN, "/map");

        assertThat(first(GROUP).text()).contains("off in this group", "/settings");
    }

    @Test
    void inPrivateItIsOfTheGroupThatAMemberChooses() {
        server.group(OTHER_GROUP, "Walkers", ANN);
        server.addMember(GROUP, BEN);
        server.addMember(OTHER_GROUP, BEN);
        agree(GROUP);
        agree(OTHER_GROUP);
        said(OTHER_GROUP, 8, 0, SAID);
        server.write(BEN, "/map");
        MethodCall offered = first(BEN);
        int offer = server.messageOf(offered);

        server.pressButton(
                BEN,
                offer,
                requireNonNull(server.button(offer, "Walkers")).path("callback_data").asString());

        awaitUntil(() -> server.calls("sendPhoto").size() == 1);
        assertThat(server.calls("editMessageText").getFirst().text()).contains("“" + SAID + "”");
        assertThat(server.calls("sendPhoto").getFirst().chatId()).isEqualTo(BEN);
    }

    @Test
    void onlyMembersGetIt() {
        agree(GROUP);
        said(GROUP, 3, 0, SAID);

        server.write(BEN, "/map");

        assertThat(first(BEN).text()).contains("no group").doesNotContain(SAID);
    }

    @Test
    void whoHasOptedOutIsNotInIt() {
        agree(GROUP);
        said(GROUP, 3, 0, SAID);
        bot.write(rows -> bot.archive.optOut(GROUP, CLARA.id(), rows));

        server.write(GROUP, BEN, "/map");

        assertThat(first(GROUP).text()).doesNotContain("Clara", SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "/optout"})
    void nothingIsLeftOnTheDiskOfWhatItsWriterTakesBack(String command) {
        agree(GROUP);
        var ben = new Author(Author.id(BEN), "Ben", "ben");
        said(GROUP, ben, "That is the kiwicode888");
        server.write(GROUP, ANN, "/map");
        assertThat(first(GROUP).text()).contains("kiwicode888");

        int before = server.botTexts(GROUP).size();
        server.write(GROUP, BEN, command);

        awaitUntil(() -> server.botTexts(GROUP).size() > before);
        awaitUntil(() -> DiskSearch.filesContaining("kiwicode888", data).isEmpty());
    }

    private static Catchup talk(List<ChatMessage> messages, boolean discussed) {
        ChatMessage first = messages.getFirst();
        return new Catchup(
                first.time(),
                messages.getLast().time(),
                messages.size(),
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Catchup.OpenQuestion(first, NatoArticle.FOUND)),
                List.of(),
                List.of(),
                discussed
                        ? List.of(
                                new Catchup.Discussed(
                                        NatoArticle.PASSAGE,
                                        NatoArticle.PASSAGE.opening(),
                                        messages,
                                        2,
                                        1))
                        : List.of(),
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Catchup.Unread.NOTHING);
    }

    private MethodCall first(long chat) {
        awaitUntil(() -> !server.sendCalls(chat).isEmpty());
        return server.sendCalls(chat).getFirst();
    }

    private void agree(long group) {
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                group, new Consent(Author.id(ANN), clock.instant(), 7), rows));
    }

    private void said(long group, long id, long topic, String text) {
        keep(
                group,
                new ChatMessage(
                        id, topic, CLARA, clock.instant(), null, text, Set.of(), List.of()));
    }

    private void said(long group, Author author, String text) {
        keep(
                group,
                new ChatMessage(3, 0, author, clock.instant(), null, text, Set.of(), List.of()));
    }

    private void keep(long group, ChatMessage message) {
        bot.write(rows -> bot.archive.store(group, message, rows));
    }
}
