package dev.verbatim.telegram;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
import dev.verbatim.telegram.delivery.Talk;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// What is said on Telegram; how it gets there is put together in `delivery`.
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
class TelegramWiring {

    @Bean
    Talk telegramTalk(Answerer answerer, Library library, MeterRegistry registry) {
        return new ArticleTalk(
                new Conversation(answerer, library, new AnswerTimer(registry)), library);
    }
}
