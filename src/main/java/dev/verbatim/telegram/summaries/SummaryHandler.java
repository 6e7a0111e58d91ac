package dev.verbatim.telegram.summaries;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.answering.QuestionAnsweringService;
import dev.verbatim.telegram.answering.StoredAnswer.Outcome;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SummaryLength;
import dev.verbatim.telegram.message.TextHash;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.RepliedTo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Sums articles up, one that somebody asks for or what is new in all. Thread-safe.
///
/// A button names the article only: what it shows is what the article says now.
public final class SummaryHandler {

    // Older than these is no news, and a digest of everything would be another encyclopedia.
    private static final int NEWEST = 20;

    private final QuestionAnsweringService questionAnsweringService;
    private final Library library;
    private final AnswerStore given;
    private final Supplier<BotIdentity> me;

    public SummaryHandler(
            QuestionAnsweringService questionAnsweringService,
            Library library,
            AnswerStore given,
            Supplier<BotIdentity> me) {
        this.questionAnsweringService = questionAnsweringService;
        this.library = library;
        this.given = given;
        this.me = me;
    }

    /// The summary of the article that is meant, or the articles to choose from: the one named
    /// behind the command, the one of our answer that it replies to, or the only one there is.
    public ReplyMessage summary(Incoming.Commanded commanded, ChatSettings settings) {
        MessageCatalog messages = settings.catalogFor(commanded.context());
        ArticlePicker choice = choice(settings, messages);
        String words = commanded.payload().strip();
        return (words.isEmpty() ? meant(commanded, choice) : choice.named(words))
                .flatMap(articleInfo -> questionAnsweringService.article(articleInfo.articleId()))
                .map(article -> summary(article, SummaryLength.SHORT, messages))
                .orElseGet(() -> choice(words, choice));
    }

    private ArticlePicker choice(ChatSettings settings, MessageCatalog messages) {
        return new ArticlePicker(served(library.articles(), settings), messages);
    }

    private static List<ArticleInfo> served(List<ArticleInfo> listings, ChatSettings settings) {
        return listings.stream().filter(one -> settings.includes(one.articleId())).toList();
    }

    private Optional<ArticleInfo> meant(Incoming.Commanded commanded, ArticlePicker choice) {
        return Optional.ofNullable(commanded.repliedTo())
                .filter(RepliedTo::ours)
                .flatMap(ours -> answered(commanded.context(), ours, choice))
                .or(choice::only);
    }

    private Optional<ArticleInfo> answered(
            MessageContext context, RepliedTo ours, ArticlePicker choice) {
        return given.findByMessage(context.chatId(), ours.messageId())
                .flatMap(
                        answer ->
                                answer.outcome() instanceof Outcome.Shown shown
                                        ? choice.withId(shown.articleId())
                                        : Optional.empty());
    }

    private ReplyMessage summary(Article article, SummaryLength length, MessageCatalog messages) {
        return new SummaryView(messages, me.get())
                .of(
                        questionAnsweringService
                                .summarizer()
                                .summarize(article, length.sentences()),
                        length);
    }

    private static ReplyMessage choice(String words, ArticlePicker choice) {
        return words.isEmpty() ? choice.page(0) : choice.notFound(words);
    }

    /// A page of what is new, counted from 0.
    public ReplyMessage news(int page, MessageContext context, ChatSettings settings) {
        List<Article> newest =
                served(library.newestFirst(), settings).stream()
                        .limit(NEWEST)
                        .flatMap(
                                articleInfo ->
                                        questionAnsweringService
                                                .article(articleInfo.articleId())
                                                .stream())
                        .toList();
        return new NewsView(
                        questionAnsweringService.summarizer().digest(newest),
                        settings.catalogFor(context),
                        me.get())
                .page(page);
    }

    /// Shows it in the message's place.
    public void press(
            Incoming.Pressed pressed,
            CallbackData.SummaryCallback wanted,
            ChatSettings settings,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        MessageCatalog messages = settings.catalogFor(context);
        reply(wanted, context, settings)
                .ifPresentOrElse(
                        reply -> {
                            CallFactory.acknowledge(pressed, "", transaction);
                            transaction.say(CallFactory.edit(context, reply));
                        },
                        () ->
                                CallFactory.acknowledge(
                                        pressed,
                                        MessageKey.SUMMARY_GONE.in(messages),
                                        transaction));
    }

    private Optional<ReplyMessage> reply(
            CallbackData.SummaryCallback wanted, MessageContext context, ChatSettings settings) {
        MessageCatalog messages = settings.catalogFor(context);
        return switch (wanted) {
            case CallbackData.ShowSummary(long article, var length) ->
                    article(article, settings).map(one -> summary(one, length, messages));
            case CallbackData.SummariesPage(int page) ->
                    Optional.of(choice(settings, messages).page(page));
            case CallbackData.NewsPage(int page) -> Optional.of(news(page, context, settings));
        };
    }

    private Optional<Article> article(long fingerprint, ChatSettings settings) {
        return served(library.articles(), settings).stream()
                .map(ArticleInfo::articleId)
                .filter(id -> TextHash.of(id) == fingerprint)
                .findFirst()
                .flatMap(questionAnsweringService::article);
    }
}
