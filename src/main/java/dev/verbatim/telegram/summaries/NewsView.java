package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Publication;
import dev.verbatim.summary.NewsDigest;
import dev.verbatim.summary.NewsDigest.Fact;
import dev.verbatim.summary.NewsDigest.Item;
import dev.verbatim.summary.Summary.Sentence;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Turning;
import dev.verbatim.telegram.update.Identity;
import java.util.ArrayList;
import java.util.List;

/// Shows what is new, a page at a time. Pure.
record NewsView(NewsDigest digest, MessageCatalog messages, Identity me) {

    // Telegram takes more, but nobody reads more at once.
    private static final int PAGE = 3000;

    /// One page: as many articles as fit, at least one.
    ///
    /// @param page counted from 0; a page that is no more shows the last one
    Reply page(int page) {
        if (digest.items().isEmpty()) {
            return Reply.of(Phrase.NO_ARTICLES.in(messages));
        }
        List<List<Item>> pages = pages();
        int last = pages.size() - 1;
        int shown = Math.clamp(page, 0, last);
        Composition message = message(pages.get(shown));
        return message.reply()
                .with(List.of(Turning.between(shown, last, messages, Press.News::new)));
    }

    private List<List<Item>> pages() {
        List<List<Item>> pages = new ArrayList<>();
        List<Item> current = new ArrayList<>();
        for (Item item : digest.items()) {
            current.add(item);
            if (current.size() > 1 && message(current).length() > PAGE) {
                pages.add(List.copyOf(current.subList(0, current.size() - 1)));
                current = new ArrayList<>(List.of(item));
            }
        }
        pages.add(List.copyOf(current));
        return pages;
    }

    private Composition message(List<Item> items) {
        var message = new Composition().line(Phrase.NEWS.in(messages));
        items.forEach(item -> add(item, message));
        return message;
    }

    /// What doesn't fit is left out: first what other articles say, then a second sentence.
    private void add(Item item, Composition message) {
        var text = new SummaryText(messages, me);
        message.blankLine();
        text.addSource(item.article(), message);
        for (Fact fact : item.facts()) {
            if (text.add(fact.sentence(), message)) {
                fact.elsewhere().forEach(other -> addOther(other, text, message));
            }
        }
    }

    private void addOther(Sentence other, SummaryText text, Composition message) {
        Publication publication = other.passage().article().publication();
        String also = Phrase.NEWS_ELSEWHERE.in(messages, messages.source(publication));
        int room = Reply.LONGEST - also.length() - 1;
        if (text.fits(other, message, room)) {
            message.link(also, PageLink.to(publication));
            text.add(other, message);
        }
    }
}
