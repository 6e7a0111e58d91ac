package dev.verbatim.telegram.subscriptions;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;

/// A renderer of new articles, each with its source and its first sentences. Pure.
final class AnnouncementRenderer {

    private static final int MAX_ARTICLES = 8;
    private static final int MAX_EXCERPT = 280;

    // An article takes at most about 800 UTF-16 units.
    private static final int FULL = 3_000;

    private AnnouncementRenderer() {}

    /// @param articles at least one; those that don't fit are counted
    static ReplyMessage render(List<Article> articles, MessageCatalog messages) {
        var message = new MessageBuilder().line(MessageKey.ANNOUNCEMENT.in(messages));
        int shown = 0;
        while (shown < Math.min(articles.size(), MAX_ARTICLES) && message.length() < FULL) {
            add(articles.get(shown), message, messages);
            shown++;
        }
        if (shown < articles.size()) {
            String more = MessageKey.ANNOUNCEMENT_MORE.in(messages, articles.size() - shown);
            message.blankLine().line(more);
        }
        return message.build();
    }

    private static void add(Article article, MessageBuilder message, MessageCatalog messages) {
        Passage first = article.passages().getFirst();
        message.blankLine()
                .link(messages.source(article.publication()), PageLink.to(article.publication()))
                .quote(Excerpt.of(first, first.sentences().getFirst(), MAX_EXCERPT));
    }
}
