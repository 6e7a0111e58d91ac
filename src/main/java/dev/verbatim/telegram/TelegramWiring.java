package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Desk;
import dev.verbatim.article.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.store.Store;
import dev.verbatim.summary.Summarizer;
import dev.verbatim.telegram.delivery.Talk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// What is said on Telegram; how it gets there is put together in `delivery`.
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
class TelegramWiring {

    @Bean
    Knowledge telegramKnowledge(
            Answerer answerer,
            PassageRetriever articles,
            Summarizer summarizer,
            MeterRegistry registry) {
        return new Knowledge(answerer, articles, summarizer, new AnswerTimer(registry));
    }

    @Bean
    Memory telegramMemory(Store store, Clock clock, Retention retention) {
        return Memory.in(store, clock, retention);
    }

    @Bean
    Office telegramOffice(Editors editors, Desk desk, Memory memory) {
        return new Office(editors, desk, memory);
    }

    @Bean
    Talk telegramTalk(Knowledge knowledge, Memory memory, Library library, Office office) {
        return ArticleTalk.about(knowledge, memory, library, office);
    }
}
