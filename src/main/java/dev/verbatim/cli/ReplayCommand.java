package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.cli.AnswerJson.PassageJson;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.replay.QuestionLog;
import dev.verbatim.replay.QuestionLog.Outcome;
import dev.verbatim.replay.Replay;
import dev.verbatim.replay.Replay.Change;
import dev.verbatim.replay.Replay.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `replay`: asks the last questions again, and tells what is answered otherwise now.
@Command(
        name = "replay",
        description = {
            "Asks the last questions of readers again, and tells what is answered otherwise now.",
            "",
            "They are kept, without who asked, where verbatim.memory.questions says so. Exits with 1"
                    + " when an answer is gone or is another passage, with 0 otherwise. With"
                    + " --json, one object a change goes to standard output, and nothing else."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int WORSE = 1;

    private final LazyApplication application;
    private final StandardStreams streams;

    @Option(
            names = {"-n", "--questions"},
            paramLabel = "N",
            description = "How many of the last questions; ${DEFAULT-VALUE} by default.")
    private int questions = 100;

    @Option(names = "--json", description = "Write JSON, one object a line.")
    private boolean json;

    ReplayCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        try (application) {
            List<QuestionLog.Entry> asked = QuestionLog.last(questions, store());
            Report report = new Replay(application.answerer()).run(asked);
            if (json) {
                report.changes().forEach(this::printJson);
            } else {
                report.changes().forEach(this::print);
                streams.out().println(summary(report));
            }
            return report.isWorse() ? WORSE : 0;
        }
    }

    /// Also while the bot serves from it.
    private JdbcClient store() {
        String url = application.setting("spring.datasource.url");
        if (url.startsWith("jdbc:sqlite:")) {
            Path file = BackupCommand.storeOf(application);
            if (!Files.exists(file)) {
                throw new UnusableInputException(
                        file + " does not exist: no question was asked here yet.");
            }
        }
        return JdbcClient.create(
                new DriverManagerDataSource(
                        url,
                        application.setting("spring.datasource.username"),
                        application.setting("spring.datasource.password")));
    }

    private void print(Change change) {
        streams.out()
                .printf(
                        Locale.ROOT,
                        "%s: %s%n  before: %s%n  now:    %s%n",
                        name(change.kind()),
                        change.asked().question(),
                        line(change.asked().outcome()),
                        line(change.outcome()));
    }

    private static String line(Outcome outcome) {
        String passage =
                outcome.articleId().isEmpty()
                        ? "nothing"
                        : outcome.articleId() + " ¶ " + outcome.paragraph();
        return String.format(
                Locale.ROOT,
                "%s%s (%.2f)",
                outcome.answered() ? "" : "no answer, nearest: ",
                passage,
                outcome.confidence());
    }

    private static String summary(Report report) {
        return String.format(
                Locale.ROOT,
                "%d questions: %d newly answered, %d lost, %d with another passage",
                report.questions(),
                report.of(Replay.Kind.NEWLY_ANSWERED).size(),
                report.of(Replay.Kind.LOST).size(),
                report.of(Replay.Kind.OTHER_PASSAGE).size());
    }

    private static String name(Replay.Kind kind) {
        return switch (kind) {
            case NEWLY_ANSWERED -> "newly answered";
            case LOST -> "lost";
            case OTHER_PASSAGE -> "other passage";
        };
    }

    private void printJson(Change change) {
        streams.out()
                .println(
                        JsonLines.line(
                                new ChangeJson(
                                        change.asked().question(),
                                        name(change.kind()).replace(' ', '-'),
                                        change.asked().askedOn().toString(),
                                        OutcomeJson.of(change.asked().outcome()),
                                        OutcomeJson.of(change.outcome()),
                                        passage(change.now()))));
    }

    private static @Nullable PassageJson passage(Answer now) {
        return now instanceof Answer.Found(var passage, var emphasis, _, _, _)
                ? PassageJson.of(passage, emphasis)
                : null;
    }

    /// A change as `--json` writes it. Programs rely on the names and their order.
    ///
    /// @param passage that answers now; `null` when none does
    private record ChangeJson(
            String question,
            String change,
            String askedOn,
            OutcomeJson before,
            OutcomeJson now,
            @Nullable PassageJson passage) {}

    private record OutcomeJson(
            boolean answered, double confidence, @Nullable String articleId, int paragraph) {

        static OutcomeJson of(Outcome outcome) {
            return new OutcomeJson(
                    outcome.answered(),
                    outcome.confidence(),
                    outcome.articleId().isEmpty() ? null : outcome.articleId(),
                    outcome.paragraph());
        }
    }
}
