package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Puts the line together, when there is a token and the application runs as a server.
@EnableConfigurationProperties(TelegramSettings.class)
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
@ConditionalOnWebApplication
@Conditional(DeliveryWiring.TokenGiven.class)
public class DeliveryWiring {

    @Bean
    LogGuard telegramLogGuard(TelegramSettings settings) {
        return LogGuard.set(settings.bot());
    }

    @Bean
    Line telegramLine(TelegramSettings settings, Clock clock, MeterRegistry registry) {
        var meters = new Meters(registry);
        var connection = new Connection(clock, meters, settings.bot());
        return new Line(connection, meters, clock, Timing.TELEGRAM);
    }

    @Bean
    Mail telegramMail(Store store, Talk talk, Line line) {
        return Mail.in(store, talk.chatData(), line.clock());
    }

    @Bean
    TelegramHealth telegramHealthIndicator(Line line, Mail mail) {
        return new TelegramHealth(line.connection(), mail);
    }

    @Bean
    Bot telegramBot(TelegramSettings settings, Line line, Mail mail, Talk talk) {
        return new Bot(settings, line, mail, talk);
    }

    @Bean
    @ConditionalOnProperty(name = "verbatim.telegram.mode", havingValue = "webhook")
    RouterFunction<ServerResponse> telegramWebhook(TelegramSettings settings, Bot bot, Line line) {
        return new WebhookDoor(bot, settings.webhook(), line.meters()).route();
    }

    /// A blank token is how Telegram is switched off.
    static final class TokenGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank();
        }
    }
}
