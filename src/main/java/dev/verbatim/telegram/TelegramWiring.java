package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.store.Store;
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
    Knowledge knowledge(Answerer answerer, PassageRetriever articles, MeterRegistry registry) {
        return new Knowledge(answerer, articles, new AnswerTimer(registry));
    }

    @Bean
    ChatMemory chatMemory(Store store, Clock clock, Retention retention) {
        return ChatMemory.in(store, clock, retention);
    }

    @Bean
    Talk telegramTalk(Knowledge knowledge, Library library, ChatMemory memory, Editors editors) {
        return ArticleTalk.about(knowledge, library, memory, editors);
    }
}
