package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Library;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.store.Store;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.answering.AnswerMetrics;
import dev.verbatim.telegram.answering.QuestionAnsweringService;
import dev.verbatim.telegram.answering.Retention;
import dev.verbatim.telegram.catchup.Calendar;
import dev.verbatim.telegram.catchup.Catchups;
import dev.verbatim.telegram.catchup.DigestRounds;
import dev.verbatim.telegram.delivery.Bot;
import dev.verbatim.telegram.delivery.Talk;
import dev.verbatim.telegram.office.Editors;
import dev.verbatim.telegram.office.Office;
import dev.verbatim.telegram.office.Reasons;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// What is said on Telegram; how it gets there is put together in `delivery`.
@EnableConfigurationProperties({Calendar.class, Editors.class, Retention.class})
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
public class TelegramConfiguration {

    @Bean
    QuestionAnsweringService telegramKnowledge(
            Answerer answerer,
            PassageRetriever articles,
            Summarizer summarizer,
            MeterRegistry registry) {
        return new QuestionAnsweringService(
                answerer, articles, summarizer, new AnswerMetrics(registry));
    }

    @Bean
    BotStores telegramMemory(Store store, Clock clock, Retention retention) {
        return BotStores.in(store, clock, retention);
    }

    @Bean
    Office telegramOffice(
            Editors editors,
            ArticleSubmissionService submissions,
            BotStores stores,
            QuestionAnsweringService questionAnsweringService) {
        return new Office(
                editors,
                submissions,
                stores.proposals(),
                stores.statistics(),
                new Reasons(questionAnsweringService, stores.given()));
    }

    @Bean
    Catchups telegramCatchups(
            BotStores stores,
            CatchupGenerator catchupGenerator,
            Store store,
            Calendar calendar,
            Clock clock) {
        return new Catchups(stores.archive(), catchupGenerator, store, calendar.timeZone(), clock);
    }

    @Bean(initMethod = "start")
    DigestRounds telegramDigestRounds(
            Catchups catchups, BotStores stores, ObjectProvider<Bot> bot) {
        return new DigestRounds(
                catchups,
                stores.settings(),
                (key, turn) -> {
                    Bot speaking = bot.getIfAvailable();
                    return speaking != null && speaking.say(key, turn);
                });
    }

    @Bean
    Talk telegramTalk(
            QuestionAnsweringService questionAnsweringService,
            BotStores stores,
            Catchups catchups,
            Library library,
            Office office) {
        return VerbatimUpdateHandler.about(
                questionAnsweringService, stores, catchups, library, office);
    }
}
