package dev.verbatim.telegram;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.DialogueContext;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.history.ArticleHistory.HistorySettings;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Library;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebFetcher;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.ranking.QuestionMatcher;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreFile;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.ChangeNotifier;
import dev.verbatim.telegram.answering.CurrentArticles;
import dev.verbatim.telegram.answering.StoredAnswer.Retention;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.catchup.DigestScheduler;
import dev.verbatim.telegram.catchup.LiveCatchupScheduler;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.RunningBot;
import dev.verbatim.telegram.editors.AccessControl;
import dev.verbatim.telegram.editors.AccessControl.AccessSettings;
import dev.verbatim.telegram.editors.EditorCommands;
import dev.verbatim.telegram.editors.Editors;
import dev.verbatim.telegram.pending.PendingQuestionScheduler;
import dev.verbatim.telegram.pending.PendingQuestionScheduler.PendingQuestionSettings;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler.AnnouncementSettings;
import dev.verbatim.telegram.subscriptions.AnnouncementScheduler.ChatRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bot that runs against a Bot API stand-in, over real HTTP. Everything is real except the
/// answers, which tests set.
final class AnsweringBot implements AutoCloseable {

    static final long EDITOR = 77;
    private static final Editors EDITORS = new Editors(Set.of(EDITOR));
    private static final AccessSettings EVERYBODY = new AccessSettings(Set.of(), Set.of());

    private static final Retention RETENTION =
            new Retention(
                    Duration.ofDays(30),
                    Duration.ofMinutes(10),
                    Duration.ofDays(90),
                    Duration.ofDays(30),
                    3,
                    Duration.ofDays(30));

    /// The pages of the tests are on this machine.
    private static final WebFetcher.FetchSettings FETCHING =
            new WebFetcher.FetchSettings(true, "Verbatim/1.0", Duration.ofSeconds(3), true);

    /// The questions asked so far.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// The questions whose answers were explained.
    final List<String> explained = new CopyOnWriteArrayList<>();

    /// The ids of the articles that the last question was about.
    volatile Set<String> scope = Set.of();

    /// The dialogue context of each question.
    final List<DialogueContext> contexts = new CopyOnWriteArrayList<>();

    volatile List<ArticleInfo> listings = List.of();
    volatile Map<String, Article> articles = Map.of("nato", NatoArticle.ARTICLE);
    volatile List<Passage> ranking = List.of(NatoArticle.PASSAGE);
    private volatile Function<String, Answer> answers = _ -> NatoArticle.FOUND;
    private volatile Answer alone = NatoArticle.NOT_FOUND;

    /// How many questions without a dialogue there were.
    final AtomicInteger askedAlone = new AtomicInteger();

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final BotStores stores;

    /// The folder that editors add to, once it is started.
    final Library editableLibrary;

    /// The feeds that /articles tells of.
    volatile List<FeedState> feeds = List.of();

    /// The groups' messages.
    final MessageArchive archive;

    /// What is kept of earlier versions of the articles.
    final ArticleHistory history;

    final CatchupGenerator catchupGenerator;
    final CatchupService catchups;

    /// Posts due digests when a test tells it to.
    final DigestScheduler digests;

    /// Brings live catch-ups up to date when a test tells it to.
    final LiveCatchupScheduler live;

    /// Announces new articles when a test tells it to.
    final AnnouncementScheduler announcements;

    /// Answers pending questions when a test tells it to.
    final PendingQuestionScheduler pendingQuestions;

    /// The catch-up of a group's messages.
    volatile BiFunction<List<ChatMessage>, Author, Catchup> catchup = SimpleCatchup::of;

    /// What a group said about the articles.
    volatile Function<List<ChatMessage>, Catchup> articleTalk =
            messages -> SimpleCatchup.of(messages, null);

    /// Runs when something that nobody asked for is about to be committed.
    volatile Runnable beforeCommit = () -> {};

    private final StoreFile file;
    private final RunningBot runningBot;
    private final WebFetcher pages;

    /// What the operator has set.
    private record Operation(Clock clock, AccessSettings access, boolean richMessages) {}

    private AnsweringBot(String address, Path data, Operation operation) {
        Clock clock = operation.clock();
        file = StoreFile.in(data);
        stores = new BotStores(file.store(), clock, RETENTION);
        editableLibrary = new Library(data.resolve("content"), Clock.systemUTC(), _ -> {});
        var submissions =
                new ArticleSubmissionService(data.resolve("content"), editableLibrary, _ -> true);
        var control = new AccessControl(operation.access(), EDITORS, file.store(), clock);
        pages = new WebFetcher(FETCHING, Clock.systemUTC());
        var editors =
                new EditorCommands(
                        new WebArticleReader(pages, submissions, clock),
                        new ChangeNotifier(stores.answers, stores.settings, control::allowsIn),
                        stores.confirmations,
                        control);
        archive = stores.archive;
        catchupGenerator = catchupGenerator();
        catchups =
                new CatchupService(
                        archive,
                        catchupGenerator,
                        file.store(),
                        new CatchupService.GroupCalendar(ZoneId.of("Europe/Berlin")),
                        clock);
        history =
                new ArticleHistory(file.store(), clock, new HistorySettings(Duration.ofDays(365)));
        var services =
                new ArticleServices(
                        answerer(),
                        index(),
                        summarizer(),
                        library(),
                        () -> feeds,
                        history,
                        registry);
        var handler = new VerbatimUpdateHandler(services, stores, catchups, editors);
        runningBot =
                operation.richMessages()
                        ? RunningBot.withRichMessages(address, file, handler, registry)
                        : RunningBot.with(address, file, handler, registry);
        editors.onNew(stores.subscriptions::announce);
        announcements =
                new AnnouncementScheduler(
                        stores.subscriptions,
                        index(),
                        new ChatRules(
                                new AnnouncementSettings(
                                        LocalTime.of(22, 0), LocalTime.of(7, 0), 2),
                                control::allowsIn,
                                catchups::zoneOf,
                                chat -> stores.settings.load(chat).language()),
                        this::sendUnasked);
        pendingQuestions =
                new PendingQuestionScheduler(
                        stores.pendingQuestions,
                        new PendingQuestionScheduler.Sources(
                                services.answerer(),
                                new CurrentArticles(
                                        services.library(), services.retriever(), history),
                                new QuestionMatcher(vectors()),
                                handler.questions()),
                        new PendingQuestionScheduler.ChatRules(
                                new PendingQuestionSettings(
                                        LocalTime.of(23, 0), LocalTime.of(6, 0)),
                                control::allowsIn,
                                catchups::zoneOf,
                                stores.settings),
                        this::sendUnasked);
        live =
                new LiveCatchupScheduler(
                        catchups, stores.settings, control::allowsChat, this::sendUnasked);
        digests =
                new DigestScheduler(
                        catchups, stores.settings, control::allowsChat, this::sendUnasked);
    }

    /// @param data the folder of the store, which is kept when it exists
    static AnsweringBot with(TelegramDriver server, Path data) {
        return new AnsweringBot(
                server.address(), data, new Operation(Clock.systemUTC(), EVERYBODY, false));
    }

    /// @param clock by which stored data expires
    static AnsweringBot with(TelegramDriver server, Path data, Clock clock) {
        return new AnsweringBot(server.address(), data, new Operation(clock, EVERYBODY, false));
    }

    /// @param address of a server in another process
    static AnsweringBot at(String address, Path data, Clock clock) {
        return new AnsweringBot(address, data, new Operation(clock, EVERYBODY, false));
    }

    /// @param access who may use it
    static AnsweringBot with(TelegramDriver server, Path data, Clock clock, AccessSettings access) {
        return new AnsweringBot(server.address(), data, new Operation(clock, access, false));
    }

    /// One that sends rich messages.
    static AnsweringBot withRichMessages(TelegramDriver server, Path data, Clock clock) {
        return new AnsweringBot(server.address(), data, new Operation(clock, EVERYBODY, true));
    }

    void answers(Answer answer) {
        answers = _ -> answer;
    }

    /// What questions without a dialogue are answered with.
    void alone(Answer answer) {
        alone = answer;
    }

    /// Answers one question in its own way, and the others with a passage.
    void answers(String question, Callable<Answer> answer) {
        answers =
                text -> {
                    try {
                        return text.equals(question) ? answer.call() : NatoArticle.FOUND;
                    } catch (Exception e) {
                        throw new IllegalStateException("the index is gone", e);
                    }
                };
    }

    Store store() {
        return file.store();
    }

    /// Writes rows as the bot would.
    void write(Consumer<JdbcClient> rows) {
        store().write(
                        written -> {
                            rows.accept(written);
                            return true;
                        });
    }

    double counted(String name, String... tags) {
        return registry.counter(name, tags).count();
    }

    /// Sends a message that no update has asked for.
    boolean say(String key, Consumer<ReplyTransaction> turn) {
        return runningBot.send(key, turn);
    }

    private boolean sendUnasked(String key, Consumer<ReplyTransaction> turn) {
        return say(
                key,
                transaction -> {
                    turn.accept(transaction);
                    transaction.write(_ -> beforeCommit.run());
                });
    }

    @Override
    public void close() {
        runningBot.close();
        pages.close();
        editableLibrary.close();
    }

    // Stubbed before the bot's threads come: Mockito's stubbing is not made for company.
    private Answerer answerer() {
        var answerer = mock(Answerer.class);
        when(answerer.answer(any(), any()))
                .thenAnswer(call -> answer(call.getArgument(0), call.getArgument(1)));
        when(answerer.answer(any()))
                .thenAnswer(
                        _ -> {
                            askedAlone.incrementAndGet();
                            return alone;
                        });
        when(answerer.decide(any())).thenAnswer(_ -> decision());
        when(answerer.mayAnswer(any())).thenReturn(true);
        when(answerer.explain(any())).thenAnswer(call -> explanation(call.getArgument(0)));
        return answerer;
    }

    private DialogueContext.Turn answer(Question question, DialogueContext context) {
        scope = question.articleIds();
        asked.add(question.text());
        contexts.add(context);
        return new DialogueContext.Turn(
                answers.apply(question.text()), new DialogueContext(question.text(), List.of()));
    }

    private Explanation explanation(Question question) {
        explained.add(question.text());
        return new Explanation(decision(), ConfidenceThreshold.BALANCED, List.of());
    }

    private AnswerDecision decision() {
        var rankingSignals = new Ranking.Signals(1, 1, OptionalDouble.empty(), List.of());
        var candidates =
                ranking.stream().map(passage -> new Candidate(passage, 1, rankingSignals)).toList();
        var rerankedPassages =
                new RerankedPassages(Question.of("?"), new Ranking(candidates, 1, 1), List.of());
        return new AnswerDecision(rerankedPassages, null, 1, AnswerDecision.Outcome.ANSWERED);
    }

    private CatchupGenerator catchupGenerator() {
        var catchupGenerator = mock(CatchupGenerator.class);
        when(catchupGenerator.generate(any(), any()))
                .thenAnswer(call -> catchup.apply(call.getArgument(0), call.getArgument(1)));
        when(catchupGenerator.generateArticleTalk(any()))
                .thenAnswer(call -> articleTalk.apply(call.getArgument(0)));
        return catchupGenerator;
    }

    private PassageRetriever index() {
        var index = mock(PassageRetriever.class);
        when(index.retrieve(any(), anyInt()))
                .thenAnswer(_ -> decision().rerankedPassages().ranking());
        when(index.passagesSharing(any(), anyInt()))
                .thenAnswer(call -> passages(call.getArgument(0)));
        when(index.article(any()))
                .thenAnswer(call -> Optional.ofNullable(articles.get(call.<String>getArgument(0))));
        return index;
    }

    /// All passages of the articles in the scope.
    private List<Passage> passages(Question words) {
        return articles.entrySet().stream()
                .filter(
                        entry ->
                                words.articleIds().isEmpty()
                                        || words.articleIds().contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().passages().stream())
                .toList();
    }

    /// A real one whose encoder finds no two sentences similar.
    private static Summarizer summarizer() {
        return new Summarizer(vectors());
    }

    private static VectorCache vectors() {
        var encoder = mock(Encoder.class);
        var vectors = mock(VectorCache.class);
        when(vectors.encoder()).thenReturn(encoder);
        return vectors;
    }

    private Library library() {
        var library = mock(Library.class);
        when(library.articles()).thenAnswer(_ -> listings);
        when(library.newestFirst()).thenAnswer(_ -> listings);
        return library;
    }
}
