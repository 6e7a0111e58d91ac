package dev.verbatim;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.feed.FeedPoller;
import dev.verbatim.article.feed.FeedPoller.FeedSettings;
import dev.verbatim.article.history.ArticleHistory;
import dev.verbatim.article.history.ArticleHistory.HistorySettings;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.ContentReplicator;
import dev.verbatim.article.library.Library;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebFetcher;
import dev.verbatim.article.web.WebFetcher.FetchSettings;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.Encoder.EncoderSettings;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.reader.ReadingComprehension;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import dev.verbatim.retrieval.opensearch.OpenSearchIndex;
import dev.verbatim.retrieval.opensearch.OpenSearchSettings;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import dev.verbatim.retrieval.ranking.QuestionMatcher;
import dev.verbatim.store.Store;
import dev.verbatim.summary.Summarizer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The beans that connect the packages. They are here because only the root may know all packages.
@EnableConfigurationProperties({
    ApplicationConfiguration.Settings.class,
    EncoderSettings.class,
    ReaderSettings.class,
    FetchSettings.class,
    FeedSettings.class,
    HistorySettings.class,
    OpenSearchSettings.class
})
@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Encoder encoder(Settings settings, EncoderSettings encoderSettings) {
        return Encoder.open(encoderSettings, settings.dataDir().resolve("native"));
    }

    @Bean
    VectorCache vectorCache(Settings settings, Encoder encoder) {
        return VectorCache.open(settings.dataDir().resolve("vectors.db"), encoder);
    }

    @Bean
    PassageIndex index(
            Settings settings, OpenSearchSettings cluster, VectorCache vectors, BeanFactory beans) {
        return switch (settings.retrieval().engine()) {
            case EMBEDDED -> LuceneIndex.open(settings.dataDir().resolve("index"), vectors);
            case OPENSEARCH -> OpenSearchIndex.open(cluster, vectors, isWriter(beans));
        };
    }

    /// Of the instances that share a store, the one that works writes articles. A command doesn't.
    private static BooleanSupplier isWriter(BeanFactory beans) {
        Store store = beans.getBeanProvider(Store.class).getIfAvailable();
        return () -> store != null && store.isWorker();
    }

    @Bean
    PassageIndex.Opener temporaryIndexes(
            Settings settings, OpenSearchSettings cluster, VectorCache vectors) {
        return switch (settings.retrieval().engine()) {
            case EMBEDDED -> folder -> LuceneIndex.open(folder, vectors);
            case OPENSEARCH -> _ -> OpenSearchIndex.openTemporary(cluster, vectors);
        };
    }

    @Bean(initMethod = "start")
    Library library(Settings settings, Clock clock, PassageIndex index, BeanFactory beans) {
        beans.getBeanProvider(ContentReplicator.class).ifAvailable(ContentReplicator::start);
        ArticleHistory kept = beans.getBeanProvider(ArticleHistory.class).getIfAvailable();
        Consumer<ContentChange> listener = index;
        if (kept != null) {
            // Before the index, where the earlier version still is.
            Consumer<ContentChange> recording = change -> kept.record(change, index::article);
            listener = recording.andThen(listener);
        }
        SuggestedQuestions suggested =
                beans.getBeanProvider(SuggestedQuestions.class).getIfAvailable();
        return new Library(
                settings.contentDir(),
                clock,
                suggested == null ? listener : listener.andThen(suggested));
    }

    @Bean
    ArticleSubmissionService articleSubmissionService(
            Settings settings, Library library, VectorCache vectors) {
        return new ArticleSubmissionService(
                settings.contentDir(), library, new PassageEncoder(vectors)::encodes);
    }

    @Bean
    WebFetcher webFetcher(FetchSettings settings, Clock clock) {
        return new WebFetcher(settings, clock);
    }

    @Bean
    WebArticleReader webArticleReader(
            WebFetcher fetcher, ArticleSubmissionService submissions, Clock clock) {
        return new WebArticleReader(fetcher, submissions, clock);
    }

    @Bean
    PassageReader passageReader(Settings settings, ReaderSettings readerSettings) {
        return PassageReader.open(readerSettings, settings.dataDir().resolve("native"));
    }

    @Bean
    MeterBinder readerMetrics(PassageReader reader) {
        return registry -> register(reader, registry);
    }

    private static void register(PassageReader reader, MeterRegistry registry) {
        String name = "verbatim.readings";
        FunctionCounter.builder(name, reader, PassageReader::questionsRead)
                .tag("outcome", "read")
                .description("Questions that passages were read for")
                .register(registry);
        FunctionTimer.builder(
                        name + ".time",
                        reader,
                        PassageReader::questionsRead,
                        PassageReader::nanosRead,
                        TimeUnit.NANOSECONDS)
                .description("How long the passages of a question were read")
                .register(registry);
        FunctionCounter.builder(name, reader, PassageReader::questionsRejected)
                .tag("outcome", "busy")
                .description("Questions answered from retrieval alone: there was too much to read")
                .register(registry);
    }

    @Bean
    Reranker reranker(ReaderSettings settings, PassageReader reader) {
        return new Reranker(ReadingComprehension.of(settings, reader));
    }

    @Bean
    ConfidenceThreshold confidenceThreshold(Settings settings) {
        return settings.caution();
    }

    @Bean
    Answerer answerer(
            PassageRetriever retriever, Reranker reranker, ConfidenceThreshold threshold) {
        return new Answerer(retriever, reranker, threshold);
    }

    @Bean
    CatchupGenerator catchupGenerator(Answerer answerer, PassageRetriever retriever) {
        return new CatchupGenerator(new Disentangler(Disentangler.BALANCED), answerer, retriever);
    }

    @Bean
    QuestionMatcher questionMatcher(VectorCache vectors) {
        return new QuestionMatcher(vectors);
    }

    @Bean
    Summarizer summarizer(VectorCache vectors) {
        return new Summarizer(vectors);
    }

    /// For the server only: a command needs no store, and must not wait for one.
    @Bean
    @DependsOnDatabaseInitialization
    @Profile("!cli")
    Store store(DataSource source) {
        return Store.open(source);
    }

    @Bean
    @Profile("!cli")
    ContentReplicator contentReplicator(Settings settings, Store store, Clock clock) {
        return new ContentReplicator(settings.contentDir(), settings.dataDir(), store, clock);
    }

    @Bean
    @Profile("!cli")
    ArticleHistory articleHistory(Store store, Clock clock, HistorySettings settings) {
        return new ArticleHistory(store, clock, settings);
    }

    @Bean
    @Profile("!cli")
    FeedPoller feedPoller(FeedSettings settings, WebArticleReader pages, Store store) {
        return new FeedPoller(settings, pages, store);
    }

    /// Settings of the application as a whole.
    ///
    /// @param contentDir the folder of the articles
    /// @param dataDir the only folder that is written to
    /// @param caution how sure an answer must be
    /// @param retrieval how passages are found
    @ConfigurationProperties("verbatim")
    record Settings(
            @DefaultValue("content") Path contentDir,
            @DefaultValue("data") Path dataDir,
            @DefaultValue("balanced") ConfidenceThreshold caution,
            @DefaultValue Retrieval retrieval) {}

    /// @param engine that finds passages
    record Retrieval(@DefaultValue("embedded") Engine engine) {}

    /// What finds passages.
    enum Engine {
        /// An index in the data folder.
        EMBEDDED,
        /// A cluster, see [OpenSearchSettings].
        OPENSEARCH
    }
}
