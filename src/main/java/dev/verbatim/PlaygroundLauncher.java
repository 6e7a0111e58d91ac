package dev.verbatim;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.playground.Playground;
import dev.verbatim.telegram.delivery.TelegramBot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Opens the playground before anything else and points the bot at it, when there is no token or
/// the playground is asked for by `verbatim.playground.enabled`.
///
/// The bot gets a token, an address, a store and one more editor, as it would from its settings,
/// and knows nothing else of it. The playground is closed after the bot, as a bean.
final class PlaygroundLauncher implements ApplicationContextInitializer<GenericApplicationContext> {

    /// Not the one of Telegram's chats.
    private static final String STORE =
            "jdbc:sqlite:${verbatim.data-dir}/playground.db?journal_mode=WAL&busy_timeout=10000";

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!isWanted(environment)) {
            return;
        }
        Playground playground = Playground.open(Clock.systemUTC());
        playground.setArticleExtensions(ArticleFormat.extensions());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("playground", settings(environment, playground)));
        context.registerBean(Playground.class, () -> playground);
        context.registerBean(SuggestedQuestions.class, () -> new SuggestedQuestions(playground));
        context.addApplicationListener(new Announcement());
        context.addApplicationListener(new RestartButton(playground));
    }

    private static boolean isWanted(ConfigurableEnvironment environment) {
        boolean noToken = environment.getProperty("verbatim.telegram.token", "").isBlank();
        return environment.getProperty("verbatim.playground.enabled", Boolean.class, noToken);
    }

    private static Map<String, Object> settings(
            ConfigurableEnvironment environment, Playground playground) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("verbatim.telegram.token", playground.token());
        settings.put("verbatim.telegram.api-url", playground.apiAddress());
        settings.put("spring.datasource.url", STORE);
        List<Long> admins =
                new ArrayList<>(
                        Binder.get(environment)
                                .bind("verbatim.admins", Bindable.listOf(Long.class))
                                .orElse(List.of()));
        admins.add(playground.editor());
        for (int i = 0; i < admins.size(); i++) {
            settings.put("verbatim.admins[" + i + "]", admins.get(i));
        }
        return settings;
    }

    /// Lets the page restart the bot: what was asked meanwhile is answered afterwards.
    private record RestartButton(Playground playground)
            implements ApplicationListener<ContextRefreshedEvent> {

        @Override
        public void onApplicationEvent(ContextRefreshedEvent event) {
            event.getApplicationContext()
                    .getBeanProvider(TelegramBot.class)
                    .ifAvailable(telegramBot -> playground.onRestart(() -> restart(telegramBot)));
        }

        private static void restart(TelegramBot telegramBot) {
            telegramBot.stop();
            telegramBot.start();
        }
    }

    /// Says the page's address, as soon as it can be opened.
    private static final class Announcement
            implements ApplicationListener<WebServerInitializedEvent> {

        @Override
        public void onApplicationEvent(WebServerInitializedEvent event) {
            if (event.getApplicationContext().getServerNamespace() == null) {
                LoggerFactory.getLogger(Verbatim.class)
                        .info(
                                "Talk to the bot in a browser: http://127.0.0.1:{}/ (for Telegram,"
                                        + " set TELEGRAM_BOT_TOKEN)",
                                event.getWebServer().getPort());
            }
        }
    }
}
