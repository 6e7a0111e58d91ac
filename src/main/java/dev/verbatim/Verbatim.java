package dev.verbatim;

import dev.verbatim.cli.CommandLineInterface;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the bot, or one of the commands of `cli`.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Verbatim {

    /// A person watches: short log lines, of the articles only those refused, and a command that
    /// fails says why itself.
    private static final Map<String, Object> FOR_A_PERSON =
            Map.of(
                    "logging.pattern.console", "%level: %msg%n",
                    "logging.level.dev.verbatim.article", "warn",
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off");

    public static void main(String[] arguments) throws InterruptedException {
        CommandLineInterface commands =
                CommandLineInterface.ofTheProcess(Verbatim::startForCommand);
        if (CommandLineInterface.isMeantBy(arguments)) {
            System.exit(commands.run(arguments));
        }
        serve(arguments, commands);
    }

    /// The server, with a playground if one is wanted.
    static SpringApplication server() {
        var application = new SpringApplication(Verbatim.class);
        application.addInitializers(new PlaygroundStart());
        return application;
    }

    private static void serve(String[] arguments, CommandLineInterface commands)
            throws InterruptedException {
        ConfigurableApplicationContext context = started(arguments);
        if (context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank()) {
            LoggerFactory.getLogger(Verbatim.class)
                    .warn(
                            "No token, so not on Telegram: get one from @BotFather there, and set TELEGRAM_BOT_TOKEN.");
            commands.chat(context);
        }
    }

    private static ConfigurableApplicationContext started(String[] arguments) {
        try {
            return server().run(arguments);
        } catch (DataFolder.InUse e) {
            LoggerFactory.getLogger(Verbatim.class).error(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    /// What a command needs of the application, made when it is asked for: the wiring, and nothing
    /// that Spring Boot or `telegram` would add, because somebody is waiting.
    private static ConfigurableApplicationContext startForCommand(List<String> settings) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .profiles("cli")
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(FOR_A_PERSON)
                .run(settings.toArray(String[]::new));
    }
}
