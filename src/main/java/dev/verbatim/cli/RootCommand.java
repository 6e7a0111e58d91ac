package dev.verbatim.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/// What the commands hang on; by itself it has only options.
@Command(
        name = "verbatim",
        description = {
            "Answers questions about the articles in content/, word for word and with attribution.",
            "Without a command it serves the bot: on Telegram when TELEGRAM_BOT_TOKEN is set."
        },
        footer = {
            "",
            "Every setting of config/application.yaml can be given as well: --verbatim.data-dir=DIR"
        },
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.class,
        scope = ScopeType.INHERIT)
final class RootCommand implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = RootCommand.class.getPackage().getImplementationVersion();
        return new String[] {"Verbatim " + Optional.ofNullable(built).orElse("(not packaged)")};
    }
}
