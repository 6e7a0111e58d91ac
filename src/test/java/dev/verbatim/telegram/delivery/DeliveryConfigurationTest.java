package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.store.Store;
import dev.verbatim.store.StoreFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class DeliveryConfigurationTest {

    private static final String TOKEN = "verbatim.telegram.token=" + RunningBot.TOKEN;
    private static final String NOWHERE = "verbatim.telegram.api-url=http://127.0.0.1:1";

    @TempDir static Path data;

    private final WebApplicationContextRunner server =
            new WebApplicationContextRunner()
                    .withUserConfiguration(Application.class)
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withBean(UpdateHandler.class, EchoUpdateHandler::new)
                    .withBean(StoreFile.class, () -> StoreFile.in(data))
                    .withUserConfiguration(Stores.class);

    @Test
    void runsWithATokenAndReportsHealthAsTelegram() {
        server.withPropertyValues(TOKEN, NOWHERE)
                .run(
                        context -> {
                            assertThat(context.getBean(TelegramBot.class).isRunning()).isTrue();
                            assertThat(context.getBeansOfType(HealthIndicator.class))
                                    .containsKey("telegramHealthIndicator");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void isOffWithoutAToken(String token) {
        server.withPropertyValues("verbatim.telegram.token=" + token)
                .run(context -> assertThat(context).doesNotHaveBean(TelegramBot.class));
    }

    @Test
    void wrongAddressDoesNotFailTheStart() {
        server.withPropertyValues(TOKEN, "verbatim.telegram.api-url=not an address")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void isOffOnTheCommandLine() {
        server.withPropertyValues(TOKEN, NOWHERE, "spring.profiles.active=cli")
                .run(context -> assertThat(context).doesNotHaveBean(TelegramBot.class));
    }

    @Test
    void isOffWithoutAWebServer() {
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues(TOKEN, NOWHERE)
                .run(context -> assertThat(context).doesNotHaveBean(TelegramBot.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TelegramSettings.class)
    @Import(DeliveryConfiguration.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class Stores {

        @Bean
        Store store(StoreFile file) {
            return file.store();
        }
    }
}
