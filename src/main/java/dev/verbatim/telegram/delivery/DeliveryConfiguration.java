package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// The configuration of delivery: active when there is a token and the application runs as a
/// server.
@EnableConfigurationProperties(TelegramSettings.class)
@Configuration(proxyBeanMethods = false)
@Profile("!cli")
@ConditionalOnWebApplication
@Conditional(DeliveryConfiguration.TokenGiven.class)
public class DeliveryConfiguration {

    @Bean
    TokenRedactor telegramTokenRedactor(TelegramSettings settings) {
        return TokenRedactor.set(settings.bot());
    }

    @Bean
    DeliveryContext telegramDeliveryContext(
            TelegramSettings settings, Clock clock, MeterRegistry registry) {
        var metrics = new DeliveryMetrics(registry);
        var connection = new TelegramConnection(clock, metrics, settings.bot());
        return new DeliveryContext(connection, metrics, clock, DeliveryContext.Timing.TELEGRAM)
                .withRichMessages(settings.richMessages());
    }

    @Bean
    DeliveryStore telegramDeliveryStore(
            Store store, UpdateHandler handler, DeliveryContext context) {
        return new DeliveryStore(store, handler.chatData(), handler.sendListeners(), context.clock);
    }

    /// Gauges of what waits and what was given up, counted when they are asked for.
    @Bean
    MeterBinder telegramQueueMetrics(DeliveryStore store) {
        return registry -> {
            gauge(registry, "verbatim.telegram.updates", store.inbox::count);
            gauge(registry, "verbatim.telegram.calls", store.outbox::count);
        };
    }

    private static void gauge(MeterRegistry registry, String name, ToLongFunction<String> count) {
        for (String state : List.of("waiting", "parked")) {
            Gauge.builder(name, () -> count.applyAsLong(state))
                    .tag("state", state)
                    .register(registry);
        }
    }

    @Bean
    TelegramHealth telegramHealthIndicator(DeliveryContext context, DeliveryStore deliveryStore) {
        return new TelegramHealth(context.connection, deliveryStore);
    }

    @Bean
    TelegramBot telegramBot(
            TelegramSettings settings,
            DeliveryContext context,
            DeliveryStore deliveryStore,
            UpdateHandler handler) {
        return new TelegramBot(settings, context, deliveryStore, handler);
    }

    @Bean
    @ConditionalOnProperty(name = "verbatim.telegram.mode", havingValue = "webhook")
    RouterFunction<ServerResponse> telegramWebhook(TelegramBot bot, DeliveryContext context) {
        return new WebhookController(bot, context.metrics).route();
    }

    @Bean
    @ConditionalOnProperty(name = "verbatim.telegram.mode", havingValue = "webhook")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> telegramUnreadBodies() {
        return factory -> factory.addEngineValves(new UnreadBodyValve());
    }

    /// A condition that a token is set; a blank one switches Telegram off.
    static final class TokenGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank();
        }
    }
}
