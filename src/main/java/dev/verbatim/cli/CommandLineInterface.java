package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.group.DesktopExportReader;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.store.StoreException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// The command line: parses the arguments and runs the command.
///
/// Exit codes: 0 for success; 2 and one line on standard error when an argument, a setting or a
/// file can't be used; 1 and one line for an unexpected failure.
public final class CommandLineInterface {

    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private final Function<List<String>, ConfigurableApplicationContext> starter;
    private final StandardStreams streams;

    CommandLineInterface(
            Function<List<String>, ConfigurableApplicationContext> starter,
            StandardStreams streams) {
        this.starter = starter;
        this.streams = streams;
    }

    /// A command line on the streams of the process. It takes over standard output, so create it
    /// before anything else can print.
    ///
    /// @param starter starts the application with settings of the command line; called only when a
    ///   command needs it
    public static CommandLineInterface forProcess(
            Function<List<String>, ConfigurableApplicationContext> starter) {
        return new CommandLineInterface(starter, StandardStreams.forProcess());
    }

    /// Whether the arguments contain a command, or at least an attempt at one. If not, they mean to
    /// serve the bot.
    public static boolean hasCommand(String... arguments) {
        return !CommandLineArguments.of(arguments).command().isEmpty();
    }

    /// Runs a command.
    ///
    /// @return the process's exit code
    public int run(String... arguments) {
        CommandLineArguments parsed = CommandLineArguments.of(arguments);
        return commandLine(new LazyApplication(() -> starter.apply(parsed.settings())))
                .execute(parsed.command().toArray(String[]::new));
    }

    /// Chats with the user at the terminal until the input ends. Closes the application when the
    /// user types `/quit`.
    public void chat(ConfigurableApplicationContext context) throws InterruptedException {
        LazyApplication application = new LazyApplication(() -> context);
        if (application.prompt(streams).chat() == InteractivePrompt.Ending.QUIT) {
            context.close();
        }
    }

    CommandLine commandLine(LazyApplication application) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new AskCommand(application, streams))
                .addSubcommand(new CheckCommand(application, streams))
                .addSubcommand(new ReplayCommand(application, streams))
                .addSubcommand(new CatchupCommand(application, streams))
                .addSubcommand(new SummaryCommand(application, streams))
                .addSubcommand(new EvaluateCommand(application, streams))
                .addSubcommand(new BackupCommand(application, streams))
                .addSubcommand(new RestoreCommand(application, streams))
                .setOut(new PrintWriter(streams.out(), true, UTF_8))
                .setErr(new PrintWriter(streams.err(), true, UTF_8))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, _) -> unusable(problem))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    }

    private int unusable(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return printError(UNUSABLE, problem.getMessage() + ". See: " + command + " --help");
    }

    private int failed(Exception failure) {
        if (failure instanceof UnusableInputException
                || failure instanceof DesktopExportReader.Unusable
                || failure instanceof StoreException) {
            return printError(UNUSABLE, failure.getMessage());
        }
        if (failure instanceof PassageRetriever.UnavailableException) {
            return printError(FAILED, failure.getMessage());
        }
        return InvalidSetting.messageFor(failure)
                .map(problem -> printError(UNUSABLE, problem))
                .orElseGet(() -> printError(FAILED, getMostSpecificCause(failure).toString()));
    }

    private int printError(int exitCode, @Nullable String problem) {
        streams.err()
                .println(
                        Objects.toString(problem)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.joining(" ")));
        return exitCode;
    }

    /// The root of the commands; by itself it has only options.
    @Command(
            name = "verbatim",
            description = {
                "Answers questions about the articles in content/, word for word and with"
                        + " attribution.",
                "Without a command it serves the bot: on Telegram when TELEGRAM_BOT_TOKEN is set."
            },
            footer = {
                "",
                "Every setting of config/application.yaml can be given as well, such as"
                        + " --verbatim.data-dir=DIR."
            },
            synopsisSubcommandLabel = "[COMMAND]",
            mixinStandardHelpOptions = true,
            versionProvider = RootCommand.class,
            scope = ScopeType.INHERIT)
    private static final class RootCommand implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String built = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Verbatim " + Objects.toString(built, "(not packaged)")};
        }
    }

    /// The arguments of the program, divided into settings and command.
    ///
    /// @param settings of the application, such as `--verbatim.data-dir=/var/lib/verbatim`, from
    ///   anywhere before a `--`
    /// @param command everything else; empty to serve the bot
    record CommandLineArguments(List<String> settings, List<String> command) {

        // The name of a setting has a dot, or is one of Spring Boot's two switches. No option of a
        // command has such a name.
        private static final Pattern SETTING =
                Pattern.compile(
                        "^--(?:debug|trace|[\\w-]++(?:\\.[\\w\\[\\]-]++)++(?:=.*+)?)",
                        Pattern.DOTALL);

        CommandLineArguments {
            settings = List.copyOf(settings);
            command = List.copyOf(command);
        }

        static CommandLineArguments of(String... arguments) {
            List<String> settings = new ArrayList<>();
            List<String> command = new ArrayList<>();
            for (String argument : arguments) {
                boolean isSetting = !command.contains("--") && SETTING.matcher(argument).matches();
                (isSetting ? settings : command).add(argument);
            }
            return new CommandLineArguments(settings, command);
        }
    }
}
