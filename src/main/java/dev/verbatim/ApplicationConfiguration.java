package dev.verbatim;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Library;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import dev.verbatim.summary.Summarizer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the doors of the packages together. Here, because only the root may know them all.
@EnableConfigurationProperties({Settings.class, ReaderSettings.class})
@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Encoder encoder(Settings settings) {
        return Encoder.load(settings.dataDir().resolve("native"));
    }

    @Bean
    VectorCache vectors(Settings settings, Encoder encoder) {
        return VectorCache.open(settings.dataDir().resolve("vectors.db"), encoder);
    }

    @Bean
    LuceneIndex index(Settings settings, VectorCache vectors) {
        return LuceneIndex.open(settings.dataDir().resolve("index"), vectors);
    }

    @Bean(initMethod = "start")
    Library library(
            Settings settings,
            Clock clock,
            LuceneIndex index,
            ObjectProvider<SuggestedQuestions> questions) {
        SuggestedQuestions suggested = questions.getIfAvailable();
        return new Library(
                settings.contentDir(), clock, suggested == null ? index : index.andThen(suggested));
    }

    @Bean
    ArticleSubmissionService desk(Settings settings, Library library, Encoder encoder) {
        return new ArticleSubmissionService(settings.contentDir(), library, encoder::speaks);
    }

    @Bean
    PassageReader reader(Settings settings, ReaderSettings reading) {
        return PassageReader.open(reading, settings.dataDir().resolve("native"));
    }

    @Bean
    MeterBinder readings(PassageReader reader) {
        return new ReaderMetrics(reader);
    }

    @Bean
    Reranker reranker(PassageReader reader) {
        return new Reranker(reader);
    }

    @Bean
    ConfidenceThreshold caution(Settings settings) {
        return settings.confidenceThreshold();
    }

    @Bean
    Answerer answerer(
            PassageRetriever retriever,
            Reranker reranker,
            ConfidenceThreshold confidenceThreshold) {
        return new Answerer(retriever, reranker, confidenceThreshold);
    }

    @Bean
    CatchupGenerator digester(Answerer answerer, PassageRetriever retriever) {
        return new CatchupGenerator(new Disentangler(Disentangler.WHEN_SURE), answerer, retriever);
    }

    @Bean
    Summarizer summarizer(VectorCache vectors) {
        return new Summarizer(vectors);
    }
}
