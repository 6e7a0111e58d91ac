package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.doThrow;

import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandLineInterfaceTest {

    private final CommandLineFixture commandLine =
            new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;

    @Test
    void helpDoesNotStartApplication() {
        var outcome = commandLine.run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("ask", "evaluate", "--help", "TELEGRAM_BOT_TOKEN");
        assertThat(commandLine.startSettings).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(commandLine.run("ask", "--help").out()).contains("--json", "--questions=FILE");
        assertThat(commandLine.run("evaluate", "--help").out())
                .contains("DIR", "--json", "--scope=all|article", "--limit=N", "--index-only=FILE");
        assertThat(commandLine.startSettings).isEmpty();
    }

    @Test
    void helpIsWholeSentences() {
        assertThat(helpTexts(commandLine.commandLine()).toList())
                .hasSizeGreaterThan(30)
                .allMatch(text -> text.endsWith("."));
    }

    /// The last line of each description of a command, its options and those of its subcommands.
    private static Stream<String> helpTexts(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Stream<String[]> own =
                Stream.of(
                                Stream.of(
                                        spec.usageMessage().description(),
                                        spec.usageMessage().footer()),
                                spec.options().stream().map(OptionSpec::description),
                                spec.positionalParameters().stream()
                                        .map(PositionalParamSpec::description))
                        .flatMap(descriptions -> descriptions);
        return Stream.concat(
                own.map(CommandLineInterfaceTest::lastLine),
                command.getSubcommands().values().stream()
                        .flatMap(CommandLineInterfaceTest::helpTexts));
    }

    private static String lastLine(String... lines) {
        return Stream.of(lines)
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void versionDoesNotStartApplication() {
        var outcome = commandLine.run("--version");

        assertThat(outcome.out()).startsWith("Verbatim ");
        assertThat(commandLine.startSettings).isEmpty();
    }

    @Test
    void passesSettingsToApplication() {
        commandLine.run("ask", "--verbatim.data-dir=d", "Who?");

        assertThat(commandLine.startSettings).containsExactly(List.of("--verbatim.data-dir=d"));
    }

    @Test
    void closesApplicationAfterCommand() {
        commandLine.run("ask", "Who?");

        assertThat(commandLine.context.isActive()).isFalse();
    }

    @Test
    void rejectsUnknownOption() {
        assertUnusable(
                "Unknown option: '--frobnicate'. See: verbatim ask --help",
                "ask",
                "--frobnicate",
                "Who?");
    }

    @Test
    void rejectsUnknownCommand() {
        assertUnusable("Unmatched argument at index 0: 'aks'. See: verbatim --help", "aks");
    }

    @Test
    void rejectsQuestionTogetherWithFile() {
        assertUnusable(
                "Give a question or --questions, not both. See: verbatim ask --help",
                "ask",
                "--questions",
                "-",
                "Who?");
    }

    @Test
    void rejectsMissingFileOfQuestions() {
        var file = folder.resolve("none.txt").toString();

        assertUnusable(file + " does not exist.", "ask", "--json", "--questions", file);
    }

    @Test
    void rejectsFolderAsFileOfQuestions() {
        assertUnusable(
                folder + " can't be read: Is a directory.",
                "ask",
                "--json",
                "--questions",
                folder.toString());
    }

    @Test
    void evaluateRequiresFolder() {
        assertUnusable(
                "Missing required parameter: 'DIR'. See: verbatim evaluate --help", "evaluate");
    }

    @Test
    void evaluateRejectsFolderWithoutSet() {
        assertUnusable(
                folder + " has neither questions.jsonl nor quotes.jsonl.",
                "evaluate",
                folder.toString());
    }

    @Test
    void rejectsLimitBelowOne() {
        assertUnusable(
                "Invalid value for option '--limit': 0 is not at least 1."
                        + " See: verbatim evaluate --help",
                "evaluate",
                "--limit",
                "0",
                folder.toString());
    }

    @Test
    void rejectsUnknownScope() {
        var outcome = commandLine.run("evaluate", "--scope", "some", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'--scope'", "'some'")
                .endsWith("See: verbatim evaluate --help\n")
                .hasLineCount(1);
    }

    @Test
    void invalidEnumSettingNamesValidValues() throws InterruptedException {
        commandLine.failWith(unbindable("verbatim.caution", "bold", ConfidenceThreshold.class));

        assertUnusable(
                "verbatim.caution: \"bold\" can't be used. Write one of cautious, balanced, eager.",
                "ask",
                "Who?");
    }

    @Test
    void invalidBooleanSettingNamesTrueAndFalse() throws InterruptedException {
        commandLine.failWith(unbindable("verbatim.reader.enabled", "perhaps", Boolean.class));

        assertUnusable(
                "verbatim.reader.enabled: \"perhaps\" can't be used. Write true or false.",
                "ask",
                "Who?");
    }

    @Test
    void settingRejectedByItsUserKeepsTheMessage() throws InterruptedException {
        commandLine.failWith(
                new IllegalArgumentException("verbatim.reader.model: m can't be read."));

        assertUnusable("verbatim.reader.model: m can't be read.", "ask", "Who?");
    }

    private static Exception unbindable(String name, String value, Class<?> type) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
        return catchThrowableOfType(BindException.class, () -> binder.bind(name, type));
    }

    @Test
    void unexpectedFailureIsReportedInOneLine() throws InterruptedException {
        commandLine.failWith(new UncheckedIOException("index", new IOException("disk\n  full")));

        var outcome = commandLine.run("ask", "Who?");

        assertThat(outcome)
                .isEqualTo(
                        new CommandLineFixture.Outcome(1, "", "java.io.IOException: disk full\n"));
    }

    @Test
    void anOutageOfTheSearchIsReportedInOneLine() throws InterruptedException {
        doThrow(new UnavailableException("no node answers. Start the cluster."))
                .when(commandLine.library)
                .awaitSettled();

        var outcome = commandLine.run("ask", "Who?");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "the search is not available: no node answers. Start the cluster.");
    }

    private void assertUnusable(String line, String... arguments) {
        assertThat(commandLine.run(arguments))
                .isEqualTo(new CommandLineFixture.Outcome(2, "", line + "\n"));
    }
}
