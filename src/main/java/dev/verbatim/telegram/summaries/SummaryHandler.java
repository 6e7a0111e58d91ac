package dev.verbatim.telegram.summaries;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.CallbackData.SummaryLength;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A handler that sums up one article, or what is new in all of them. Thread-safe.
///
/// A button only names the article: it shows what the article says now.
public final class SummaryHandler
        implements CommandHandler, CallbackHandler<CallbackData.SummaryCallback> {

    // Older articles are no news.
    private static final int MAX_NEWS = 20;

    private final CurrentArticles articles;
    private final Summarizer summarizer;
    private final AnswerStore answers;
    private final Supplier<BotIdentity> bot;

    public SummaryHandler(
            CurrentArticles articles,
            Summarizer summarizer,
            AnswerStore answers,
            Supplier<BotIdentity> bot) {
        this.articles = articles;
        this.summarizer = summarizer;
        this.answers = answers;
        this.bot = bot;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.SUMMARY,
                (command, responder) -> responder.send(summary(command, responder)),
                Command.NEWS,
                (_, responder) -> responder.send(news(0, responder)));
    }

    @Override
    public Class<CallbackData.SummaryCallback> callbackType() {
        return CallbackData.SummaryCallback.class;
    }

    @Override
    public void handle(
            Incoming.Pressed pressed, CallbackData.SummaryCallback callback, Responder responder) {
        page(callback, responder)
                .ifPresentOrElse(
                        page -> show(page, pressed, responder),
                        () -> responder.notify(pressed, MessageKey.SUMMARY_GONE));
    }

    /// What is suggested under an answer doesn't replace it.
    private void show(ReplyMessage page, Incoming.Pressed pressed, Responder responder) {
        MessageContext context = responder.context();
        if (answers.findByMessage(context.chatId(), context.messageId()).isEmpty()) {
            responder.replace(pressed, page);
        } else if (context.kind().isGroup()) {
            responder.show(pressed, page);
        } else {
            responder.acknowledge(pressed);
            responder.send(page);
        }
    }

    private Optional<ReplyMessage> page(
            CallbackData.SummaryCallback callback, Responder responder) {
        return switch (callback) {
            case CallbackData.ShowSummary(long articleHash, var length) ->
                    articles.findByHash(articleHash, responder.settings())
                            .map(article -> summary(article, length, responder));
            case CallbackData.SummariesPage(int page) -> Optional.of(picker(responder).page(page));
            case CallbackData.NewsPage(int page) -> Optional.of(news(page, responder));
        };
    }

    /// The summary of the article named after the command, of the article in the answer that the
    /// command replies to, or of the only article; otherwise the articles to choose from.
    private ReplyMessage summary(Incoming.Commanded command, Responder responder) {
        ArticlePicker picker = picker(responder);
        String words = command.payload().strip();
        return (words.isEmpty() ? impliedBy(command, picker) : picker.find(words))
                .flatMap(info -> articles.article(info.articleId()))
                .map(article -> summary(article, responder))
                .orElseGet(() -> words.isEmpty() ? picker.page(0) : picker.notFound(words));
    }

    private ArticlePicker picker(Responder responder) {
        return new ArticlePicker(articles.list(responder.settings()), responder.messages());
    }

    private Optional<ArticleInfo> impliedBy(Incoming.Commanded command, ArticlePicker picker) {
        return Optional.ofNullable(command.repliedTo())
                .filter(RepliedTo::ours)
                .flatMap(
                        ours -> answers.findByMessage(command.context().chatId(), ours.messageId()))
                .flatMap(
                        answer ->
                                answer.outcome() instanceof Outcome.Shown shown
                                        ? picker.findById(shown.articleId())
                                        : Optional.empty())
                .or(picker::only);
    }

    /// A short summary.
    public ReplyMessage summary(Article article, Responder responder) {
        return summary(article, SummaryLength.SHORT, responder);
    }

    /// Asks which of a few articles to sum up.
    public static ReplyMessage choice(List<ArticleInfo> few, Responder responder) {
        return new ArticlePicker(few, responder.messages()).page(0);
    }

    private ReplyMessage summary(Article article, SummaryLength length, Responder responder) {
        return new SummaryRenderer(responder.messages(), bot.get())
                .render(summarizer.summarize(article, length.sentences()), length);
    }

    private ReplyMessage news(int page, Responder responder) {
        List<Article> newest =
                articles.newestFirst(responder.settings()).stream()
                        .limit(MAX_NEWS)
                        .flatMap(info -> articles.article(info.articleId()).stream())
                        .toList();
        return new NewsRenderer(summarizer.digest(newest), responder.messages(), bot.get())
                .page(page);
    }
}
