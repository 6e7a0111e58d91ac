package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A handler that lists the articles a chat is answered from, one page at a time. Thread-safe.
final class ArticleListHandler
        implements CommandHandler, CallbackHandler<CallbackData.ArticlesPage> {

    // A line has at most about 450 UTF-16 units, so eight fit any message.
    private static final int PAGE_SIZE = 8;

    private static final int MAX_FEEDS = 20;
    private static final int MAX_NAME = 60;

    private final CurrentArticles articles;
    private final Supplier<List<FeedState>> feeds;

    ArticleListHandler(CurrentArticles articles, Supplier<List<FeedState>> feeds) {
        this.articles = articles;
        this.feeds = feeds;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(Command.ARTICLES, (_, responder) -> responder.send(page(0, responder)));
    }

    @Override
    public Class<CallbackData.ArticlesPage> callbackType() {
        return CallbackData.ArticlesPage.class;
    }

    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.ArticlesPage callback, Responder responder) {
        responder.replace(pressed, page(callback.page(), responder));
    }

    ReplyMessage page(int page, Responder responder) {
        MessageCatalog messages = responder.messages();
        ReplyMessage list = render(articles.list(responder.settings()), page, messages);
        return page == 0 ? withFeeds(list, feeds.get(), messages) : list;
    }

    /// Adds a line for each feed, as many as fit.
    static ReplyMessage withFeeds(
            ReplyMessage list, List<FeedState> feeds, MessageCatalog messages) {
        if (feeds.isEmpty()) {
            return list;
        }
        String head = MessageKey.ARTICLES_FEEDS.in(messages);
        var message = new MessageBuilder().add(list).blankLine().line(head);
        feeds.stream()
                .limit(MAX_FEEDS)
                .map(feed -> line(feed, messages))
                .takeWhile(line -> message.length() + line.length() < ReplyMessage.MAX_LENGTH)
                .forEach(message::line);
        return message.build().withButtons(list.rows());
    }

    private static String line(FeedState feed, MessageCatalog messages) {
        String named = feed.name().isEmpty() ? feed.address() : feed.name();
        String name = Truncation.ellipsize(MessageCatalog.onOneLine(named), MAX_NAME);
        String count = messages.count("articles", feed.articles());
        String read =
                feed.read().equals(Instant.EPOCH)
                        ? MessageKey.ARTICLES_FEED_UNREAD.in(messages, name)
                        : MessageKey.ARTICLES_FEED.in(
                                messages,
                                name,
                                count,
                                messages.date(LocalDate.ofInstant(feed.read(), ZoneOffset.UTC)));
        String trouble =
                feed.problem().isEmpty() ? "" : " · " + MessageKey.ARTICLES_FEED_FAILS.in(messages);
        return "• " + read + trouble;
    }

    /// Renders one page.
    ///
    /// @param page counted from 0; a page after the last one shows the last one
    static ReplyMessage render(List<ArticleInfo> articles, int page, MessageCatalog messages) {
        if (articles.isEmpty()) {
            return ReplyMessage.of(MessageKey.NO_ARTICLES.in(messages));
        }
        int last = (articles.size() - 1) / PAGE_SIZE;
        int shown = Math.clamp(page, 0, last);
        String count = messages.count("articles", articles.size());
        var message =
                new MessageBuilder().line(MessageKey.ARTICLES.in(messages, count)).blankLine();
        articles.stream()
                .skip((long) shown * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .map(ArticleInfo::publication)
                .forEach(article -> message.link(line(article, messages), PageLink.to(article)));
        List<ReplyMessage.Button> buttons =
                ReplyMessage.Button.pages(shown, last, messages, CallbackData.ArticlesPage::new);
        return message.build().withButtons(List.of(buttons));
    }

    private static String line(Publication article, MessageCatalog messages) {
        return "• " + messages.source(article);
    }
}
