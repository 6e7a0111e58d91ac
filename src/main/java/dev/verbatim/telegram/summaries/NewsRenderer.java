package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Publication;
import dev.verbatim.summary.Summary.NewsDigest;
import dev.verbatim.summary.Summary.NewsDigest.Fact;
import dev.verbatim.summary.Summary.NewsDigest.Item;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.ArrayList;
import java.util.List;

/// A renderer of the news, one page at a time. Pure.
record NewsRenderer(NewsDigest digest, MessageCatalog messages, BotIdentity bot) {

    // Telegram takes more, but a longer page isn't read.
    private static final int PAGE_LENGTH = 3000;

    /// Renders one page: as many articles as fit, at least one.
    ///
    /// @param page counted from 0; a page after the last one shows the last one
    ReplyMessage page(int page) {
        if (digest.items().isEmpty()) {
            return ReplyMessage.of(MessageKey.NO_ARTICLES.in(messages));
        }
        List<List<Item>> pages = pages();
        int last = pages.size() - 1;
        int shown = Math.clamp(page, 0, last);
        MessageBuilder message = message(pages.get(shown));
        return message.build()
                .asSummary()
                .withButtons(
                        List.of(
                                ReplyMessage.Button.pages(
                                        shown, last, messages, CallbackData.NewsPage::new)));
    }

    private List<List<Item>> pages() {
        List<List<Item>> pages = new ArrayList<>();
        List<Item> current = new ArrayList<>();
        for (Item item : digest.items()) {
            current.add(item);
            if (current.size() > 1 && message(current).length() > PAGE_LENGTH) {
                pages.add(List.copyOf(current.subList(0, current.size() - 1)));
                current = new ArrayList<>(List.of(item));
            }
        }
        pages.add(List.copyOf(current));
        return pages;
    }

    private MessageBuilder message(List<Item> items) {
        var message = new MessageBuilder().line(MessageKey.NEWS.in(messages));
        items.forEach(item -> add(item, message));
        return message;
    }

    /// Leaves out what doesn't fit: first what other articles say, then a second sentence.
    private void add(Item item, MessageBuilder message) {
        var text = new SummaryRenderer(messages, bot);
        message.blankLine();
        text.addSource(item.article(), message);
        for (Fact fact : item.facts()) {
            if (text.add(fact.sentence(), message)) {
                fact.elsewhere().forEach(other -> addOther(other, text, message));
            }
        }
    }

    private void addOther(Sentence other, SummaryRenderer text, MessageBuilder message) {
        Publication publication = other.passage().article().publication();
        String also = MessageKey.NEWS_ELSEWHERE.in(messages, messages.source(publication));
        int room = ReplyMessage.MAX_LENGTH - also.length() - 1;
        if (text.fits(other, message, room)) {
            message.link(also, PageLink.to(publication));
            text.add(other, message);
        }
    }
}
