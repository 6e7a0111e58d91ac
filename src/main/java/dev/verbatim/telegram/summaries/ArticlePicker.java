package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.TextHash;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CallbackData.SummaryLength;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A picker of the article to sum up: by a button, a number or a name. Pure.
///
/// @param listings in the order they are numbered in
record ArticlePicker(List<ArticleInfo> listings, MessageCatalog messages) {

    private static final int PAGE_SIZE = 8;
    private static final int MAX_LABEL = 48;

    ArticlePicker {
        listings = List.copyOf(listings);
    }

    /// Finds an article by its name, by its number here, or by words that only its title has.
    Optional<ArticleInfo> find(String words) {
        return byName(words).or(() -> byNumber(words)).or(() -> only(withTitle(words)));
    }

    /// The article, when there is only info.
    Optional<ArticleInfo> only() {
        return only(listings);
    }

    private static Optional<ArticleInfo> only(List<ArticleInfo> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    private Optional<ArticleInfo> byName(String words) {
        return listings.stream()
                .filter(info -> info.articleId().equalsIgnoreCase(words))
                .findFirst();
    }

    private Optional<ArticleInfo> byNumber(String words) {
        return IntStream.rangeClosed(1, listings.size())
                .filter(number -> words.equals(String.valueOf(number)))
                .mapToObj(number -> listings.get(number - 1))
                .findFirst();
    }

    private List<ArticleInfo> withTitle(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return listings.stream()
                .filter(
                        info ->
                                info.publication()
                                        .title()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                .toList();
    }

    Optional<ArticleInfo> findById(String articleId) {
        return listings.stream().filter(info -> info.articleId().equals(articleId)).findFirst();
    }

    /// Says that the words name no article, or more than one, and lists all of them.
    ReplyMessage notFound(String words) {
        ReplyMessage all = page(0);
        String problem = MessageKey.SUMMARY_NOT_FOUND.in(messages, MessageCatalog.onOneLine(words));
        return listings.isEmpty()
                ? all
                : ReplyMessage.of(problem + "\n\n" + all.text()).withButtons(all.rows());
    }

    /// Renders one page of them.
    ///
    /// @param page counted from 0; a page after the last one shows the last one
    ReplyMessage page(int page) {
        if (listings.isEmpty()) {
            return ReplyMessage.of(MessageKey.NO_ARTICLES.in(messages));
        }
        int last = (listings.size() - 1) / PAGE_SIZE;
        int shown = Math.clamp(page, 0, last);
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        int end = Math.min((shown + 1) * PAGE_SIZE, listings.size());
        for (int i = shown * PAGE_SIZE; i < end; i++) {
            rows.add(List.of(button(i)));
        }
        rows.add(ReplyMessage.Button.pages(shown, last, messages, CallbackData.SummariesPage::new));
        return ReplyMessage.of(MessageKey.SUMMARY_WHICH.in(messages)).withButtons(rows);
    }

    private ReplyMessage.Button button(int index) {
        ArticleInfo info = listings.get(index);
        String label = (index + 1) + ". " + messages.source(info.publication());
        return new ReplyMessage.Button(
                Truncation.ellipsize(label, MAX_LABEL),
                new CallbackData.ShowSummary(TextHash.of(info.articleId()), SummaryLength.SHORT));
    }
}
