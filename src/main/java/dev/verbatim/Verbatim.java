package dev.verbatim;

import dev.verbatim.cli.CommandLineInterface;
import dev.verbatim.playground.PlaygroundConfiguration;
import dev.verbatim.telegram.TelegramConfiguration;
import dev.verbatim.telegram.delivery.DeliveryConfiguration;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// The program's `main`: starts the bot, or one of the commands of `cli`.
///
/// Configuration classes are imported by name, since a component scan makes every start longer.
/// Auto-configurations that nothing here uses are excluded for the same reason.
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            AopAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JacksonAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TaskExecutionAutoConfiguration.class,
            TaskSchedulingAutoConfiguration.class,
            TransactionAutoConfiguration.class,
        })
@Import({
    ApplicationConfiguration.class,
    DataDirectoryLock.class,
    ArticlesHealth.class,
    FeedsHealth.class,
    SearchHealth.class,
    HealthDetailsFilter.class,
    TelegramConfiguration.class,
    DeliveryConfiguration.class,
    PlaygroundConfiguration.class
})
public class Verbatim {

    /// Logging of a command, which a person watches: short lines, only refused articles, and no
    /// report of a failed start, since the command prints the reason itself.
    private static final Map<String, Object> COMMAND_LOGGING =
            Map.of(
                    "logging.pattern.console", "%level: %msg%n",
                    "logging.level.dev.verbatim.article", "warn",
                    "logging.level.dev.verbatim.cli.InvalidSetting", "off",
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off");

    /// The store's tables, and what one database needs that the other doesn't.
    private static final String MIGRATIONS = "classpath:db/migration,classpath:db/{vendor}";

    public static void main(String[] arguments) throws InterruptedException {
        CommandLineInterface commands = CommandLineInterface.forProcess(Verbatim::startForCommand);
        if (CommandLineInterface.hasCommand(arguments)) {
            System.exit(commands.run(arguments));
        }
        serve(arguments, commands);
    }

    /// The server, with the playground when it is enabled or when there is no token.
    static SpringApplication server() {
        var application = new SpringApplication(Verbatim.class);
        application.addInitializers(new NativeLibraries(), new PlaygroundLauncher());
        application.setDefaultProperties(Map.of("spring.flyway.locations", MIGRATIONS));
        return application;
    }

    private static void serve(String[] arguments, CommandLineInterface commands)
            throws InterruptedException {
        ConfigurableApplicationContext context = started(arguments);
        if (context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank()) {
            LoggerFactory.getLogger(Verbatim.class)
                    .warn(
                            "No token, so not on Telegram: get one from @BotFather there, and set"
                                    + " TELEGRAM_BOT_TOKEN.");
            commands.chat(context);
        }
    }

    private static ConfigurableApplicationContext started(String[] arguments) {
        try {
            return server().run(arguments);
        } catch (DataDirectoryLock.InUse e) {
            LoggerFactory.getLogger(Verbatim.class).error(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /// The application for a command: beans are created lazily, and nothing is added by Spring Boot
    /// or `telegram`, since the user is waiting.
    private static ConfigurableApplicationContext startForCommand(List<String> settings) {
        return new SpringApplicationBuilder(ApplicationConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles("cli")
                .initializers(new NativeLibraries())
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(COMMAND_LOGGING)
                .run(settings.toArray(String[]::new));
    }
}
