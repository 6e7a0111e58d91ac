package dev.verbatim.telegram.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.summary.Summary;
import dev.verbatim.summary.Summary.NewsDigest;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.MarkedText;
import dev.verbatim.telegram.message.CallbackData.SummaryLength;
import dev.verbatim.telegram.message.PassageReference;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRendererTest {

    private static final MessageCatalog ENGLISH = MessageCatalog.in(Locale.ENGLISH);
    private static final BotIdentity BOT = new BotIdentity(1, "a_bot", false, false, false);
    private static final Speaker SPEAKER = new Speaker("Jane Doe", "mayor ".repeat(60));

    @ParameterizedTest
    @ValueSource(ints = {20, 300, 500, 700, 4000, 6000})
    void summaryFitsAMessageAndCutsNoSentence(int length) {
        Article article = article("one", length, 8);

        ReplyMessage reply =
                renderer().render(new Summary(article, sentences(article)), SummaryLength.LONG);

        assertThat(reply.text().length()).isLessThanOrEqualTo(ReplyMessage.MAX_LENGTH);
        assertThat(MarkedText.quotes(reply))
                .allMatch(
                        quote -> sentences(article).stream().anyMatch(s -> s.text().equals(quote)));
    }

    @Test
    void paragraphNumbersLinkToTheirPlaces() {
        Article article = article("one", 100, 2);

        ReplyMessage reply =
                renderer().render(new Summary(article, sentences(article)), SummaryLength.SHORT);

        assertThat(reply.text()).contains("\n¶1 — Jane Doe", "\n¶2 — Jane Doe");
        assertThat(MarkedText.urls(reply)).hasSize(3);
        assertThat(MarkedText.urls(reply).get(1))
                .isEqualTo("https://t.me/a_bot?start=" + bookmark(article, 0).encode());
    }

    private static PassageReference bookmark(Article article, int number) {
        Passage passage = sentences(article).get(number).passage();
        return PassageReference.of(passage, passage.span());
    }

    @Test
    void paragraphNumbersLinkToThePageWhileTheBotsNameIsUnknown() {
        Article article = article("one", 100, 1);

        ReplyMessage reply =
                new SummaryRenderer(ENGLISH, BotIdentity.UNKNOWN)
                        .render(new Summary(article, sentences(article)), SummaryLength.SHORT);

        assertThat(MarkedText.urls(reply)).allMatch(url -> url.startsWith("https://example.org/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 300, 700, 4000})
    void everyPageOfTheNewsFitsAMessageAndEveryArticleIsOnOne(int length) {
        List<NewsDigest.Item> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            items.add(item(article("article" + i, length, 2), article("other", length, 2)));
        }
        var news = new NewsRenderer(new NewsDigest(items), ENGLISH, BOT);

        StringBuilder all = new StringBuilder();
        for (int page = 0; page < items.size(); page++) {
            assertThat(news.page(page).text().length())
                    .isLessThanOrEqualTo(ReplyMessage.MAX_LENGTH);
            all.append(news.page(page).text());
        }
        assertThat(items).allMatch(item -> all.indexOf(item.article().id() + " ") >= 0);
    }

    private static NewsDigest.Item item(Article article, Article other) {
        return new NewsDigest.Item(
                article,
                sentences(article).stream()
                        .map(
                                one ->
                                        new NewsDigest.Fact(
                                                one,
                                                Collections.nCopies(
                                                        2, sentences(other).getFirst())))
                        .toList());
    }

    private static SummaryRenderer renderer() {
        return new SummaryRenderer(ENGLISH, BOT);
    }

    private static List<Sentence> sentences(Article article) {
        return article.passages().stream().map(passage -> new Sentence(passage, SPEAKER)).toList();
    }

    /// @param length of each paragraph, which is one sentence
    private static Article article(String id, int length, int paragraphs) {
        String paragraph = "The ship " + "🚢".repeat((length - 10) / 2) + ".";
        List<TextSpan> places = new ArrayList<>();
        for (int i = 0; i < paragraphs; i++) {
            int start = i * (paragraph.length() + 2);
            places.add(new TextSpan(start, start + paragraph.length()));
        }
        var publication =
                new Publication(
                        id + " has a very long title, as some have, and more of it ".repeat(5),
                        "The Herald of the whole of the county and of some others",
                        null,
                        LocalDate.of(2022, 10, 12),
                        URI.create("https://example.org/" + id),
                        Locale.ENGLISH,
                        null);
        String text = String.join("\n\n", Collections.nCopies(paragraphs, paragraph));
        return new ArticleReader().read(id, publication, text, places);
    }
}
