package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.PaginationButtons;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;

/// The articles that are served, a page at a time.
record ArticleListView(List<ArticleInfo> listings) {

    // A line is at most some 450 units long, so that eight fit any message.
    private static final int PAGE = 8;

    ArticleListView {
        listings = List.copyOf(listings);
    }

    /// One page.
    ///
    /// @param page counted from 0; a page that is no more shows the last one
    ReplyMessage reply(int page, MessageCatalog messages) {
        if (listings.isEmpty()) {
            return ReplyMessage.of(MessageKey.NO_ARTICLES.in(messages));
        }
        int shown = Math.clamp(page, 0, pages() - 1);
        var count = messages.count("articles", listings.size());
        var message =
                new MessageBuilder().line(MessageKey.ARTICLES.in(messages, count)).blankLine();
        listings.stream()
                .skip((long) shown * PAGE)
                .limit(PAGE)
                .map(ArticleInfo::publication)
                .forEach(article -> message.link(line(article, messages), PageLink.to(article)));
        return message.build(buttons(shown, messages));
    }

    private static String line(Publication article, MessageCatalog messages) {
        return "• " + messages.source(article);
    }

    private int pages() {
        return (listings.size() + PAGE - 1) / PAGE;
    }

    private ReplyMessage.Button[] buttons(int page, MessageCatalog messages) {
        return PaginationButtons.between(
                        page, pages() - 1, messages, CallbackData.ArticlesPage::new)
                .toArray(ReplyMessage.Button[]::new);
    }
}
