package dev.verbatim.telegram;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.PageLink;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.util.List;
import java.util.Map;

/// A handler that lists the articles a chat is answered from, one page at a time. Thread-safe.
final class ArticleListHandler
        implements CommandHandler, CallbackHandler<CallbackData.ArticlesPage> {

    // A line has at most about 450 UTF-16 units, so eight fit any message.
    private static final int PAGE_SIZE = 8;

    private final CurrentArticles articles;

    ArticleListHandler(CurrentArticles articles) {
        this.articles = articles;
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
        return render(articles.list(responder.settings()), page, responder.messages());
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
