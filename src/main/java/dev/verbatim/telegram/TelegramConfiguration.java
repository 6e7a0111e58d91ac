package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.feed.FeedPoller;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.library.Library;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.ranking.QuestionMatcher;
import dev.verbatim.store.Store;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.ChangeNotifier;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.catchup.CatchupService.GroupCalendar;
import dev.verbatim.telegram.catchup.DigestScheduler;
import dev.verbatim.telegram.catchup.LiveCatchupScheduler;
import dev.verbatim.telegram.delivery.RecurringTasks;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.TelegramBot;
import dev.verbatim.telegram.editors.AccessControl;
import dev.verbatim.telegram.editors.AccessControl.AccessSettings;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.pending.PendingQuestionScheduler;
import dev.verbatim.telegram.pending.PendingQuestionScheduler.PendingQuestionSettings;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler.AnnouncementSettings;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler.ChatRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The configuration of what the bot says on Telegram; `delivery` has its own.
@EnableConfigurationProperties({
    GroupCalendar.class,
    Editors.class,
    Retention.class,
    AccessSettings.class,
    AnnouncementSettings.class,
    PendingQuestionSettings.class
})
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
public class TelegramConfiguration {

    @Bean
    BotStores telegramMemory(Store store, Clock clock, Retention retention) {
        return new BotStores(store, clock, retention);
    }

    @Bean
    AccessControl telegramAccessControl(
            AccessSettings settings, Editors editors, Store store, Clock clock) {
        return new AccessControl(settings, editors, store, clock);
    }

    @Bean
    EditorCommands telegramEditorCommands(
            WebArticleReader pages, BotStores stores, AccessControl access) {
        var readers = new ChangeNotifier(stores.answers, stores.settings, access::allowsIn);
        var commands = new EditorCommands(pages, readers, stores.confirmations, access);
        commands.onNew(stores.subscriptions::announce);
        return commands;
    }

    @Bean
    AnnouncementScheduler telegramAnnouncementScheduler(
            BotStores stores,
            PassageRetriever retriever,
            ChatRules rules,
            FeedPoller feeds,
            ObjectProvider<TelegramBot> bot) {
        feeds.onNew(stores.subscriptions::announce);
        return new AnnouncementScheduler(
                stores.subscriptions, retriever, rules, (key, turn) -> send(key, turn, bot));
    }

    @Bean
    ChatRules telegramChatRules(
            AnnouncementSettings settings,
            AccessControl access,
            CatchupService catchups,
            BotStores stores) {
        return new ChatRules(
                settings,
                access::allowsIn,
                catchups::zoneOf,
                chat -> stores.settings.load(chat).language());
    }

    private static boolean send(
            String key, Consumer<ReplyTransaction> turn, ObjectProvider<TelegramBot> bot) {
        TelegramBot speaking = bot.getIfAvailable();
        return speaking != null && speaking.send(key, turn);
    }

    @Bean
    CatchupService telegramCatchups(
            BotStores stores,
            CatchupGenerator catchupGenerator,
            Store store,
            GroupCalendar calendar,
            Clock clock) {
        return new CatchupService(stores.archive, catchupGenerator, store, calendar, clock);
    }

    @Bean
    DigestScheduler telegramDigestScheduler(
            CatchupService catchups,
            BotStores stores,
            AccessControl access,
            ObjectProvider<TelegramBot> bot) {
        return new DigestScheduler(
                catchups, stores.settings, access::allowsChat, (key, turn) -> send(key, turn, bot));
    }

    @Bean
    LiveCatchupScheduler telegramLiveCatchupScheduler(
            CatchupService catchups,
            BotStores stores,
            AccessControl access,
            ObjectProvider<TelegramBot> bot) {
        return new LiveCatchupScheduler(
                catchups, stores.settings, access::allowsChat, (key, turn) -> send(key, turn, bot));
    }

    @Bean
    ArticleServices telegramArticleServices(
            Answerer answerer,
            PassageRetriever retriever,
            Summarizer summarizer,
            Library library,
            FeedPoller feeds,
            ArticleHistory history,
            MeterRegistry registry) {
        return new ArticleServices(
                answerer, retriever, summarizer, library, feeds::states, history, registry);
    }

    @Bean
    PendingQuestionScheduler telegramPendingQuestionScheduler(
            BotStores stores,
            PendingQuestionScheduler.Sources sources,
            PendingQuestionScheduler.ChatRules rules,
            ObjectProvider<TelegramBot> bot) {
        return new PendingQuestionScheduler(
                stores.pendingQuestions, sources, rules, (key, turn) -> send(key, turn, bot));
    }

    @Bean
    PendingQuestionScheduler.Sources telegramPendingQuestionSources(
            ArticleServices services, QuestionMatcher matcher, VerbatimUpdateHandler handler) {
        return new PendingQuestionScheduler.Sources(
                services.answerer(),
                new CurrentArticles(services.library(), services.retriever(), services.history()),
                matcher,
                handler.questions());
    }

    @Bean
    PendingQuestionScheduler.ChatRules telegramPendingQuestionRules(
            PendingQuestionSettings settings,
            AccessControl access,
            CatchupService catchups,
            BotStores stores) {
        return new PendingQuestionScheduler.ChatRules(
                settings, access::allowsIn, catchups::zoneOf, stores.settings);
    }

    /// What is sent though nobody has just asked for it.
    @Bean
    RecurringTasks telegramRecurringTasks(
            AnnouncementScheduler announcements,
            DigestScheduler digests,
            LiveCatchupScheduler liveCatchups,
            PendingQuestionScheduler pendingQuestions) {
        return new RecurringTasks()
                .add("announcements", Duration.ofSeconds(15), announcements::announceDue)
                .add("digests", Duration.ofSeconds(15), digests::postDue)
                .add("live-catchups", Duration.ofSeconds(10), liveCatchups::update)
                .add("pending-questions", Duration.ofSeconds(15), pendingQuestions::answerDue);
    }

    @Bean
    VerbatimUpdateHandler telegramUpdateHandler(
            ArticleServices services,
            BotStores stores,
            CatchupService catchups,
            EditorCommands editors) {
        return new VerbatimUpdateHandler(services, stores, catchups, editors);
    }
}
