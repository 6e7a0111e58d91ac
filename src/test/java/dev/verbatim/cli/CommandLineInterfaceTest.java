package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.verbatim.answer.ConfidenceThreshold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CommandLineInterfaceTest {

    private final Shell shell = new Shell(Map.of(), News.NOT_FOUND);

    @TempDir private Path folder;

    @Test
    void helpDoesNotStartTheApplication() {
        var outcome = shell.run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("ask", "evaluate", "--help", "TELEGRAM_BOT_TOKEN");
        assertThat(shell.starts).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(shell.run("ask", "--help").out()).contains("--json", "--questions=FILE");
        assertThat(shell.run("evaluate", "--help").out())
                .contains("DIR", "--json", "--scope=all|article", "--limit=N", "--index-only=FILE");
        assertThat(shell.starts).isEmpty();
    }

    @Test
    void theVersionDoesNotStartTheApplication() {
        var outcome = shell.run("--version");

        assertThat(outcome.out()).startsWith("Verbatim ");
        assertThat(shell.starts).isEmpty();
    }

    @Test
    void settingsReachTheApplication() {
        shell.run("ask", "--verbatim.data-dir=d", "Who?");

        assertThat(shell.starts).containsExactly(List.of("--verbatim.data-dir=d"));
    }

    @Test
    void theApplicationIsClosedWithTheCommand() {
        shell.run("ask", "Who?");

        assertThat(shell.context.isActive()).isFalse();
    }

    @Test
    void anUnknownOptionIsUnusable() {
        assertUnusable(
                "Unknown option: '--frobnicate'. See: verbatim ask --help",
                "ask",
                "--frobnicate",
                "Who?");
    }

    @Test
    void anUnknownCommandIsUnusable() {
        assertUnusable("Unmatched argument at index 0: 'aks'. See: verbatim --help", "aks");
    }

    @Test
    void aQuestionAndAFileOfQuestionsAreTooMuch() {
        assertUnusable(
                "Give a question or --questions, not both. See: verbatim ask --help",
                "ask",
                "--questions",
                "-",
                "Who?");
    }

    @Test
    void aMissingFileOfQuestionsIsUnusable() {
        var file = folder.resolve("none.txt").toString();

        assertUnusable(file + " does not exist.", "ask", "--json", "--questions", file);
    }

    @Test
    void aFolderIsNoFileOfQuestions() {
        assertUnusable(
                folder + " can't be read: Is a directory.",
                "ask",
                "--json",
                "--questions",
                folder.toString());
    }

    @Test
    void anEvaluationNeedsAFolder() {
        assertUnusable(
                "Missing required parameter: 'DIR'. See: verbatim evaluate --help", "evaluate");
    }

    @Test
    void anEvaluationOfAFolderWithoutASetIsUnusable() {
        assertUnusable(
                folder + " has neither questions.jsonl nor quotes.jsonl.",
                "evaluate",
                folder.toString());
    }

    @Test
    void aLimitIsAtLeastOne() {
        assertUnusable(
                "Invalid value for option '--limit': 0 is not at least 1."
                        + " See: verbatim evaluate --help",
                "evaluate",
                "--limit",
                "0",
                folder.toString());
    }

    @Test
    void aScopeIsAllOrArticle() {
        var outcome = shell.run("evaluate", "--scope", "some", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'--scope'", "'some'")
                .endsWith("See: verbatim evaluate --help\n")
                .hasLineCount(1);
    }

    @Test
    void aSettingOfSeveralWordsSaysWhichThereAre() throws InterruptedException {
        shell.failWith(unbindable("verbatim.caution", "bold", ConfidenceThreshold.class));

        assertUnusable(
                "verbatim.caution: \"bold\" can't be used. Write one of cautious, balanced, eager.",
                "ask",
                "Who?");
    }

    @Test
    void aSwitchIsTrueOrFalse() throws InterruptedException {
        shell.failWith(unbindable("verbatim.reader.enabled", "perhaps", Boolean.class));

        assertUnusable(
                "verbatim.reader.enabled: \"perhaps\" can't be used. Write true or false.",
                "ask",
                "Who?");
    }

    @Test
    void whoUsesASettingMaySayWhatIsWrongWithIt() throws InterruptedException {
        shell.failWith(new IllegalArgumentException("verbatim.reader.model: m can't be read."));

        assertUnusable("verbatim.reader.model: m can't be read.", "ask", "Who?");
    }

    private static Exception unbindable(String name, String value, Class<?> type) {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
        return catchThrowableOfType(BindException.class, () -> binder.bind(name, type));
    }

    @Test
    void whatNobodyExpectedIsOneLineToo() throws InterruptedException {
        shell.failWith(new UncheckedIOException("index", new IOException("disk\n  full")));

        var outcome = shell.run("ask", "Who?");

        assertThat(outcome).isEqualTo(new Shell.Outcome(1, "", "java.io.IOException: disk full\n"));
    }

    private void assertUnusable(String line, String... arguments) {
        assertThat(shell.run(arguments)).isEqualTo(new Shell.Outcome(2, "", line + "\n"));
    }
}
