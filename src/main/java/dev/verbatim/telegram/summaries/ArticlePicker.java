package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PaginationButtons;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SummaryLength;
import dev.verbatim.telegram.message.TextHash;
import dev.verbatim.telegram.message.Truncation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The articles that can be summed up, to choose from: by a button, a number or a name. Pure.
///
/// @param listings in the order they are numbered in
record ArticlePicker(List<ArticleInfo> listings, MessageCatalog messages) {

    private static final int PAGE = 8;
    private static final int LABEL = 48;

    ArticlePicker {
        listings = List.copyOf(listings);
    }

    /// The article that is meant: its name, its number here, or words of its title that no other
    /// title has.
    Optional<ArticleInfo> named(String words) {
        return byName(words).or(() -> byNumber(words)).or(() -> only(withTitle(words)));
    }

    /// The only one there is.
    Optional<ArticleInfo> only() {
        return only(listings);
    }

    private static Optional<ArticleInfo> only(List<ArticleInfo> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    private Optional<ArticleInfo> byName(String words) {
        return listings.stream().filter(one -> one.articleId().equalsIgnoreCase(words)).findFirst();
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
                .filter(one -> one.publication().title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    Optional<ArticleInfo> withId(String articleId) {
        return listings.stream().filter(one -> one.articleId().equals(articleId)).findFirst();
    }

    /// That no article, or more than one, is meant, and all of them.
    ReplyMessage notFound(String words) {
        ReplyMessage all = page(0);
        String problem = MessageKey.SUMMARY_NOT_FOUND.in(messages, MessageCatalog.onOneLine(words));
        return listings.isEmpty()
                ? all
                : ReplyMessage.of(problem + "\n\n" + all.text()).withButtons(all.rows());
    }

    /// One page of them.
    ///
    /// @param page counted from 0; a page that is no more shows the last one
    ReplyMessage page(int page) {
        if (listings.isEmpty()) {
            return ReplyMessage.of(MessageKey.NO_ARTICLES.in(messages));
        }
        int last = (listings.size() - 1) / PAGE;
        int shown = Math.clamp(page, 0, last);
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        int end = Math.min((shown + 1) * PAGE, listings.size());
        for (int i = shown * PAGE; i < end; i++) {
            rows.add(List.of(button(i)));
        }
        rows.add(PaginationButtons.between(shown, last, messages, CallbackData.SummariesPage::new));
        return ReplyMessage.of(MessageKey.SUMMARY_WHICH.in(messages)).withButtons(rows);
    }

    private ReplyMessage.Button button(int index) {
        ArticleInfo articleInfo = listings.get(index);
        String label = (index + 1) + ". " + messages.source(articleInfo.publication());
        return new ReplyMessage.Button(
                Truncation.ellipsize(label, LABEL),
                new CallbackData.ShowSummary(
                        TextHash.of(articleInfo.articleId()), SummaryLength.SHORT));
    }
}
