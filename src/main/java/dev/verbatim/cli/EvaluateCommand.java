package dev.verbatim.cli;

import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.evaluation.EvaluationReport;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `evaluate`: how good the answers are on a set of questions. Whatever else is measured is a
/// subcommand.
@Command(
        name = "evaluate",
        synopsisSubcommandLabel = "| COMMAND",
        description = {
            "Asks the questions of a set, or finds its quotations, and reports the field's"
                    + " measures.",
            "The set's articles are indexed in a temporary folder; content/ has no part in it.",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {

    private final LazyApplication application;
    private final StandardStreams streams;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1", // needed, but a subcommand has its own
            description = "Holds articles.jsonl, and questions.jsonl or quotes.jsonl or both.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Write one JSON object, and nothing else.")
    private boolean json;

    @Option(
            names = "--scope",
            paramLabel = "all|article",
            description = "Search all articles (default), or only the question's own.")
    private Scope scope = Scope.ALL;

    @Option(names = "--limit", paramLabel = "N", description = "Ask only the first N questions.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--index-only",
            paramLabel = "FILE",
            description =
                    "Index only the articles named in a file of {\"article_id\": …} lines;"
                            + " questions about the others count as not answerable.")
    private @Nullable Path indexOnly;

    EvaluateCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        try (application) {
            EvaluationReport report = application.evaluation().run(plan);
            streams.out()
                    .println(
                            json ? JsonLines.line(report) : ReportTable.of(JsonLines.tree(report)));
        }
        return 0;
    }

    private Plan plan() {
        if (folder == null) {
            throw invalid("Missing required parameter: 'DIR'");
        }
        if (limit < 1) {
            throw invalid("Invalid value for option '--limit': " + limit + " is not at least 1");
        }
        return new Plan(folder, scope, limit, indexOnly);
    }

    private ParameterException invalid(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
