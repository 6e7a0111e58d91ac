package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys of inline queries, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class InlineJourneyIT {

    @TempDir private Path data;
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        bot = AnsweringBot.with(server, data);
        bot.answers(ShipsArticle.FOUND);
        bot.articles = Map.of(ShipsArticle.ID, ShipsArticle.ARTICLE);
        bot.listings = List.of(ShipsArticle.LISTING);
        bot.ranking = ShipsArticle.ARTICLE.passages();
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void answerComesFirstWithSourceAndLink() {
        JsonNode answer = typed("What colour were the ships?", "").parameters().at("/results/0");

        assertThat(answer.path("title").asString()).isEqualTo("The ships · ¶2");
        assertThat(answer.path("description").asString()).isEqualTo("They were grey.");
        assertThat(answer.at("/input_message_content/message_text").asString())
                .isEqualTo(ShipsArticle.PARAGRAPH + "\nThe ships · ¶2");
        assertThat(answer.at("/input_message_content/entities").size()).isEqualTo(2);
        assertThat(answer.at("/reply_markup/inline_keyboard/0/0/url").asString())
                .startsWith("https://t.me/a_bot?start=");
    }

    @Test
    void nearestPassagesAreLabelled() {
        JsonNode results = typed("What colour were the ships?", "").parameters().path("results");

        assertThat(results.size()).isEqualTo(3);
        assertThat(results.at("/1/title").asString())
                .isEqualTo("Near, but no answer: The ships · ¶1");
        assertThat(results.at("/2/title").asString())
                .isEqualTo("Near, but no answer: The ships · ¶3");
    }

    @Test
    void abstentionComesFirst() {
        bot.answers(new Answer.NotFound(List.of(ShipsArticle.PASSAGE), 0.1, 1, 3));

        JsonNode results = typed("How deep is the sea?", "").parameters().path("results");

        assertThat(results.at("/0/title").asString()).isEqualTo("The articles do not answer this");
        assertThat(results.at("/1/title").asString()).startsWith("Near, but no answer");
    }

    @Test
    void emptyQueryListsTheArticles() {
        JsonNode results = typed("", "").parameters().path("results");

        assertThat(results.size()).isEqualTo(1);
        assertThat(results.at("/0/title").asString()).isEqualTo("The ships");
    }

    @Test
    void longListContinuesAtItsOffset() {
        bot.listings =
                IntStream.range(0, 23)
                        .mapToObj(
                                i ->
                                        new ArticleInfo(
                                                "a" + i, ShipsArticle.ARTICLE.publication(), 3))
                        .toList();

        MethodCall first = typed("", "");
        MethodCall last = typed("", "20");

        assertThat(first.parameters().path("results").size()).isEqualTo(10);
        assertThat(first.parameters().path("next_offset").asString()).isEqualTo("10");
        assertThat(last.parameters().path("results").size()).isEqualTo(3);
        assertThat(last.parameters().path("next_offset").asString()).isEmpty();
    }

    @Test
    void queriesAreNotStored() {
        typed("What colour were the ships?", "");

        server.write(AnsweringBot.EDITOR, "/stats");

        awaitUntil(() -> !server.sendCalls(AnsweringBot.EDITOR).isEmpty());
        assertThat(server.sendCalls(AnsweringBot.EDITOR).getFirst().text())
                .contains("Nobody has asked");
    }

    @Test
    void noShareButtonWithoutInlineMode() {
        bot.close();
        server.disableInlineMode();
        bot = AnsweringBot.with(server, data);

        server.write(ANN, "What did Smith say?");

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(server.sendCalls(ANN).getFirst().button("Share").isMissingNode()).isTrue();
    }

    private MethodCall typed(String query, String offset) {
        int before = server.calls("answerInlineQuery").size();
        server.queryInline(ANN, query, offset);
        awaitUntil(() -> server.calls("answerInlineQuery").size() > before);
        return server.calls("answerInlineQuery").getLast();
    }
}
