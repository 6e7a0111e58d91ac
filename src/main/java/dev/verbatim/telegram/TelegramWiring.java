package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
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
    ChatMemory chatMemory(Store store, Clock clock) {
        return ChatMemory.in(store, clock);
    }

    @Bean
    Talk telegramTalk(
            Answerer answerer, Library library, MeterRegistry registry, ChatMemory memory) {
        var conversation = new Conversation(answerer, library, new AnswerTimer(registry), memory);
        return new ArticleTalk(conversation, library, memory);
    }
}
