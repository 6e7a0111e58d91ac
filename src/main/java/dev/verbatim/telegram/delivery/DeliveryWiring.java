package dev.verbatim.telegram.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Puts the line together, when there is a token and the application runs as a server.
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
@ConditionalOnWebApplication
@Conditional(DeliveryWiring.TokenGiven.class)
class DeliveryWiring {

    @Bean
    LogGuard telegramLogGuard(TelegramSettings settings) {
        return LogGuard.set(settings.secret());
    }

    @Bean
    Line telegramLine(TelegramSettings settings, Clock clock, MeterRegistry registry) {
        var meters = new Meters(registry);
        var connection = new Connection(clock, meters, settings.secret());
        return new Line(connection, meters, clock, Timing.TELEGRAM);
    }

    @Bean
    TelegramHealth telegramHealthIndicator(Line line) {
        return new TelegramHealth(line.connection());
    }

    @Bean
    Bot telegramBot(TelegramSettings settings, Line line, Talk talk) {
        return new Bot(settings, line, talk);
    }

    /// A blank token is how Telegram is switched off.
    static final class TokenGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank();
        }
    }
}
