package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Turning;
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
    Reply reply(int page, MessageCatalog messages) {
        if (listings.isEmpty()) {
            return Reply.of(Phrase.NO_ARTICLES.in(messages));
        }
        int shown = Math.clamp(page, 0, pages() - 1);
        var count = messages.count("articles", listings.size());
        var message = new Composition().line(Phrase.ARTICLES.in(messages, count)).blankLine();
        listings.stream()
                .skip((long) shown * PAGE)
                .limit(PAGE)
                .map(ArticleInfo::publication)
                .forEach(article -> message.link(line(article, messages), PageLink.to(article)));
        return message.reply(buttons(shown, messages));
    }

    private static String line(Publication article, MessageCatalog messages) {
        return "• " + messages.source(article);
    }

    private int pages() {
        return (listings.size() + PAGE - 1) / PAGE;
    }

    private Reply.Button[] buttons(int page, MessageCatalog messages) {
        return Turning.between(page, pages() - 1, messages, Press.Articles::new)
                .toArray(Reply.Button[]::new);
    }
}
