package dev.verbatim.telegram;

import dev.verbatim.quotation.QuotationChecker;
import dev.verbatim.telegram.answering.AnswerCallbackHandler;
import dev.verbatim.telegram.answering.AnswerRatings;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.GuestQueryHandler;
import dev.verbatim.telegram.answering.InlineQueryHandler;
import dev.verbatim.telegram.answering.MeteredAnswerer;
import dev.verbatim.telegram.answering.PassageLinkHandler;
import dev.verbatim.telegram.answering.QuestionHandler;
import dev.verbatim.telegram.archive.ArchiveCommands;
import dev.verbatim.telegram.archive.PersonalDataHandler;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.catchup.DigestCommandHandler;
import dev.verbatim.telegram.catchup.GroupCatchupHandler;
import dev.verbatim.telegram.catchup.PersonalCatchupHandler;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.checking.CheckHandler;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.editors.InsightCommands;
import dev.verbatim.telegram.pending.PendingQuestionHandler;
import dev.verbatim.telegram.reply.CurrentBot;
import dev.verbatim.telegram.settings.SettingsHandler;
import dev.verbatim.telegram.subscriptions.SubscriptionHandler;
import dev.verbatim.telegram.summaries.CompareHandler;
import dev.verbatim.telegram.summaries.SummaryHandler;
import java.util.List;
import java.util.stream.Stream;

/// The list of the bot's features. This is the one place where a command or a button gets its
/// handler: a new one is a class that is added here.
final class Features {

    private final CurrentBot currentBot = new CurrentBot();
    private final ChatAdmins admins = new ChatAdmins(currentBot);
    private final ArticleServices services;
    private final BotStores stores;
    private final EditorCommands editors;

    private final QuestionHandler questions;
    private final ArticleRequestHandler articleRequests;
    private final ArchiveCommands archive;
    private final List<CommandHandler> commandHandlers;
    private final List<CallbackHandler<?>> callbackHandlers;

    Features(
            ArticleServices services,
            BotStores stores,
            CatchupService catchupService,
            EditorCommands editors) {
        this.services = services;
        this.stores = stores;
        this.editors = editors;
        var articles = currentArticles();
        questions = newQuestionHandler();
        archive = newArchiveCommands();
        var help = new HelpHandler(currentBot);
        var articleList = new ArticleListHandler(articles, services.feeds());
        var summaries =
                new SummaryHandler(articles, services.summarizer(), stores.answers, currentBot);
        articleRequests =
                new ArticleRequestHandler(
                        articles,
                        services.retriever(),
                        stores.answers,
                        new ArticleRequestHandler.Pages(summaries, articleList));
        var checks =
                new CheckHandler(
                        new QuotationChecker(services.retriever()), articles, stores.answers);
        var comparisons =
                new CompareHandler(
                        articles, services.answerer(), stores.answers, services.summarizer());
        var settings = settings();
        var inPrivate =
                new PersonalCatchupHandler(
                        catchupService, editors.access()::allowsChat, currentBot);
        var inGroups = new GroupCatchupHandler(catchupService, admins, inPrivate);
        var start = new StartHandler(inPrivate, passageLinks(articles));
        commandHandlers =
                List.of(
                        start,
                        help,
                        articleList,
                        summaries,
                        checks,
                        comparisons,
                        settings,
                        inPrivate,
                        inGroups,
                        new DigestCommandHandler(catchupService, admins),
                        archive,
                        new PersonalDataHandler(
                                stores.records, stores.personalAnswers, stores.subscriptions),
                        new PersonalDataHandler.InGroups(stores.records, stores.personalAnswers),
                        new SubscriptionHandler(stores.subscriptions, admins),
                        editors,
                        editors.access(),
                        insights());
        callbackHandlers =
                List.of(
                        answerButtons(articles),
                        articleList,
                        summaries,
                        settings,
                        inPrivate,
                        inGroups,
                        archive,
                        editors,
                        new PendingQuestionHandler(stores.pendingQuestions, stores.answers),
                        new RelatedQuestionHandler(articles, questions),
                        help);
    }

    /// Those who keep rows about chats, besides the archive of groups.
    static List<ChatData> chatData(BotStores stores, CatchupService catchups) {
        var ours =
                List.<ChatData>of(
                        stores.answers,
                        stores.settings,
                        stores.editedQuestions,
                        stores.confirmations,
                        stores.subscriptions,
                        stores.channelSources,
                        stores.pendingQuestions);
        return Stream.concat(ours.stream(), catchups.chatData().stream()).toList();
    }

    private CurrentArticles currentArticles() {
        return new CurrentArticles(services.library(), services.retriever(), services.history());
    }

    private MeteredAnswerer meteredAnswerer() {
        return new MeteredAnswerer(services.answerer(), services.registry(), currentArticles());
    }

    private QuestionHandler newQuestionHandler() {
        return new QuestionHandler(
                meteredAnswerer(), stores.answers, stores.editedQuestions, currentBot);
    }

    private AnswerCallbackHandler answerButtons(CurrentArticles articles) {
        return new AnswerCallbackHandler(services.answerer(), articles, stores.answers, currentBot);
    }

    private PassageLinkHandler passageLinks(CurrentArticles articles) {
        return new PassageLinkHandler(services.answerer(), articles, stores.answers, currentBot);
    }

    private InsightCommands insights() {
        return new InsightCommands(
                editors.editors(),
                services.answerer(),
                stores.answers,
                stores.unansweredQuestions,
                stores.questionLog);
    }

    private SettingsHandler settings() {
        return new SettingsHandler(
                services.library(),
                services.answerer(),
                admins,
                stores.archive,
                stores.answers.clock(),
                new SettingsHandler.Features(
                        stores.channelSources,
                        editors.editors()::isEditor,
                        stores.pendingQuestions::count));
    }

    private ArchiveCommands newArchiveCommands() {
        return new ArchiveCommands(stores.archive, stores.answers, stores.confirmations, admins);
    }

    /// The bot's identity on Telegram, which the features share.
    CurrentBot currentBot() {
        return currentBot;
    }

    AnswerRatings ratings() {
        return new AnswerRatings(stores.answers);
    }

    QuestionHandler questions() {
        return questions;
    }

    ArticleRequestHandler articleRequests() {
        return articleRequests;
    }

    EditorCommands editors() {
        return editors;
    }

    ArchiveCommands archive() {
        return archive;
    }

    List<CommandHandler> commandHandlers() {
        return commandHandlers;
    }

    List<CallbackHandler<?>> callbackHandlers() {
        return callbackHandlers;
    }

    /// Guest queries come from chats that the bot isn't in, and so are no request that is
    /// dispatched.
    GuestQueryHandler guestQueries() {
        return new GuestQueryHandler(meteredAnswerer(), currentBot);
    }

    /// Inline queries are no part of a chat, and so no request that is dispatched.
    InlineQueryHandler inlineQueries() {
        return new InlineQueryHandler(
                services.answerer(), services.retriever(), currentArticles(), currentBot);
    }
}
