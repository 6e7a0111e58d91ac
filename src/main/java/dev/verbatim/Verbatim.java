package dev.verbatim;

import dev.verbatim.cli.CommandLineInterface;
import java.util.List;
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

    public static void main(String[] arguments) throws InterruptedException {
        CommandLineInterface commands =
                CommandLineInterface.ofTheProcess(Verbatim::startForCommand);
        if (CommandLineInterface.isMeantBy(arguments)) {
            System.exit(commands.run(arguments));
        }
        serve(arguments, commands);
    }

    private static void serve(String[] arguments, CommandLineInterface commands)
            throws InterruptedException {
        ConfigurableApplicationContext context = SpringApplication.run(Verbatim.class, arguments);
        if (context.getEnvironment().getProperty("verbatim.telegram.token", "").isBlank()) {
            LoggerFactory.getLogger(Verbatim.class)
                    .warn(
                            "No token, so not on Telegram: get one from @BotFather there, and set TELEGRAM_BOT_TOKEN.");
            commands.chat(context);
        }
    }

    /// What a command needs of the application, made when it is asked for; not on the web, not on
    /// Telegram.
    private static ConfigurableApplicationContext startForCommand(List<String> settings) {
        return new SpringApplicationBuilder(Verbatim.class)
                .web(WebApplicationType.NONE)
                .profiles("cli")
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }
}
