package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.verbatim.evaluation.UnusableInputException;
import dev.verbatim.group.DesktopExportReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The commands.
///
/// Exit codes: 0; 2 and one line on standard error when what was written, a setting among it, or a
/// file that was given, can't be used; 1 and one line for what nobody expected.
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

    /// The commands on the process's own streams. Takes standard output for itself, so make it
    /// before anything else can print.
    ///
    /// @param starter starts the application with settings of the command line; called when a
    ///   command needs it
    public static CommandLineInterface forProcess(
            Function<List<String>, ConfigurableApplicationContext> starter) {
        return new CommandLineInterface(starter, StandardStreams.forProcess());
    }

    /// Whether a command, or at least an attempt at one, is among the arguments. If not, the bot is
    /// to be served.
    public static boolean hasCommand(String... arguments) {
        return !CommandLineArguments.of(arguments).command().isEmpty();
    }

    /// Runs a command.
    ///
    /// @return the process's exit code
    public int run(String... arguments) {
        CommandLineArguments all = CommandLineArguments.of(arguments);
        return commandLine(new LazyApplication(() -> starter.apply(all.settings())))
                .execute(all.command().toArray(String[]::new));
    }

    /// Chats with whoever is at the terminal, until the input ends. Closes the application when the
    /// person says `/quit`.
    public void chat(ConfigurableApplicationContext context) throws InterruptedException {
        LazyApplication application = new LazyApplication(() -> context);
        InteractivePrompt prompt =
                new InteractivePrompt(application.answerer(), application.answerText(), streams);
        if (prompt.chat() == InteractivePrompt.Ending.QUIT) {
            context.close();
        }
    }

    private CommandLine commandLine(LazyApplication application) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new AskCommand(application, streams))
                .addSubcommand(new CatchupCommand(application, streams))
                .addSubcommand(new SummaryCommand(application, streams))
                .addSubcommand(evaluate(application))
                .setOut(new PrintWriter(streams.out(), true, UTF_8))
                .setErr(new PrintWriter(streams.err(), true, UTF_8))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, _) -> unusable(problem))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    }

    private CommandLine evaluate(LazyApplication application) {
        return new CommandLine(new EvaluateCommand(application, streams))
                .addSubcommand(new EvaluateSummariesCommand(application, streams))
                .addSubcommand(new EvaluateChatsCommand(streams));
    }

    private int unusable(ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return printError(UNUSABLE, problem.getMessage() + ". See: " + command + " --help");
    }

    private int failed(Exception failure) {
        if (failure instanceof UnusableInputException
                || failure instanceof DesktopExportReader.Unusable) {
            return printError(UNUSABLE, failure.getMessage());
        }
        return InvalidSetting.messageFor(failure)
                .map(problem -> printError(UNUSABLE, problem))
                .orElseGet(() -> printError(FAILED, getMostSpecificCause(failure).toString()));
    }

    private int printError(int exitCode, @Nullable String problem) {
        streams.err().println(Objects.toString(problem).strip().replaceAll("\\s*\\R\\s*", " "));
        return exitCode;
    }
}
