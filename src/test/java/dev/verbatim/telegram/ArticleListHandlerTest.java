package dev.verbatim.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.ReplyMessage;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleListHandlerTest {

    private final MessageCatalog english = MessageCatalog.in(Locale.ENGLISH);

    @Test
    void showsTitlePublisherAndDate() {
        ReplyMessage reply =
                ArticleListHandler.render(List.of(listing("NATO allies meet")), 0, english);

        assertThat(reply.text())
                .isEqualTo(
                        "I answer from 1 article:\n\n• NATO allies meet · VOA · October 12, 2022");
        assertThat(MarkedText.urls(reply)).containsExactly("https://example.org/nato");
        assertThat(reply.buttons()).isEmpty();
    }

    @Test
    void tellsOfFeedsBelowTheArticles() {
        ReplyMessage list =
                ArticleListHandler.render(List.of(listing("NATO allies meet")), 0, english);
        Instant read = Instant.parse("2026-11-30T08:00:00Z");
        var herald = new FeedState("https://example.org/rss", "The Herald", read, 12, "");
        var gone = new FeedState("https://example.org/old", "Old", read, 1, "answers with 404");
        var added = new FeedState("https://example.org/new", "", Instant.EPOCH, 0, "");

        ReplyMessage reply =
                ArticleListHandler.withFeeds(list, List.of(herald, gone, added), english);

        assertThat(reply.text())
                .startsWith(list.text())
                .endsWith(
                        """
                        From feeds:
                        • The Herald: 12 articles, last read on November 30, 2026
                        • Old: 1 article, last read on November 30, 2026 · can’t be read at the moment
                        • https://example.org/new: not read yet""");
        assertThat(MarkedText.urls(reply)).containsExactly("https://example.org/nato");
        assertThat(ArticleListHandler.withFeeds(list, List.of(), english)).isEqualTo(list);
    }

    @Test
    void saysThatThereAreNoArticles() {
        assertThat(ArticleListHandler.render(List.of(), 0, english).text()).contains("no articles");
    }

    @Test
    void pagesThroughManyArticles() {
        List<ArticleInfo> articles = listings(20, "Title ");

        assertThat(presses(ArticleListHandler.render(articles, 0, english)))
                .containsExactly(new CallbackData.ArticlesPage(1));
        assertThat(presses(ArticleListHandler.render(articles, 1, english)))
                .containsExactly(
                        new CallbackData.ArticlesPage(0), new CallbackData.ArticlesPage(2));
        assertThat(presses(ArticleListHandler.render(articles, 2, english)))
                .containsExactly(new CallbackData.ArticlesPage(1));
        assertThat(ArticleListHandler.render(articles, 2, english).text())
                .contains("Title 19")
                .doesNotContain("Title 15");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void pageAfterTheLastShowsTheLast(int page) {
        assertThat(ArticleListHandler.render(listings(20, "Title "), page, english).text())
                .contains("• Title ");
    }

    @Test
    void longestTitlesFitOneMessage() {
        List<ArticleInfo> articles = listings(20, "😀 long title ".repeat(100));

        assertThat(ArticleListHandler.render(articles, 0, english).text().length())
                .isLessThanOrEqualTo(ReplyMessage.MAX_LENGTH);
    }

    private static List<CallbackData> presses(ReplyMessage reply) {
        return reply.buttons().stream().map(button -> (CallbackData) button.action()).toList();
    }

    private static List<ArticleInfo> listings(int count, String title) {
        return IntStream.range(0, count).mapToObj(i -> listing(title + i)).toList();
    }

    private static ArticleInfo listing(String title) {
        var publication =
                new Publication(
                        title,
                        "VOA",
                        null,
                        LocalDate.of(2022, 10, 12),
                        URI.create("https://example.org/nato"),
                        Locale.ENGLISH,
                        null);
        return new ArticleInfo("nato", publication, 24);
    }
}
