package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.Playground;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Tests when a playground is started, and the settings that the bot gets from it.
class PlaygroundLauncherIT {

    @Test
    void withoutATokenTheBotUsesThePlayground() {
        try (var context = started(Map.of("verbatim.telegram.token", ""))) {
            var settings = context.getEnvironment();

            assertThat(context.getBeanProvider(Playground.class).getIfAvailable()).isNotNull();
            assertThat(settings.getProperty("verbatim.telegram.token")).isNotBlank();
            assertThat(settings.getProperty("verbatim.telegram.api-url"))
                    .startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void playgroundsTokenCannotBeGuessed() {
        String first;
        String second;
        try (var context = started(Map.of())) {
            first = context.getBean(Playground.class).token();
        }
        try (var context = started(Map.of())) {
            second = context.getBean(Playground.class).token();
        }

        assertThat(first).matches("700000:[A-Za-z0-9_-]{35,}").isNotEqualTo(second);
    }

    @Test
    void playgroundsEditorIsAddedToTheConfiguredAdmins() {
        try (var context = started(Map.of("verbatim.admins", "5"))) {
            long editor = context.getBean(Playground.class).editor();

            assertThat(context.getEnvironment().getProperty("verbatim.admins[0]")).isEqualTo("5");
            assertThat(context.getEnvironment().getProperty("verbatim.admins[1]"))
                    .isEqualTo(String.valueOf(editor));
        }
    }

    @Test
    void withATokenThePlaygroundMustBeEnabled() {
        try (var context = started(Map.of("verbatim.telegram.token", "1:x"))) {
            assertThat(context.getBeanProvider(Playground.class).getIfAvailable()).isNull();
            assertThat(context.getEnvironment().getProperty("verbatim.telegram.token"))
                    .isEqualTo("1:x");
        }
        try (var context =
                started(
                        Map.of(
                                "verbatim.telegram.token",
                                "1:x",
                                "verbatim.playground.enabled",
                                "true"))) {
            assertThat(context.getBeanProvider(Playground.class).getIfAvailable()).isNotNull();
        }
    }

    @Test
    void playgroundCanBeDisabled() {
        try (var context = started(Map.of("verbatim.playground.enabled", "false"))) {
            assertThat(context.getBeanProvider(Playground.class).getIfAvailable()).isNull();
        }
    }

    private static GenericApplicationContext started(Map<String, Object> settings) {
        var context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        new PlaygroundLauncher().initialize(context);
        context.refresh();
        return context;
    }
}
