package dev.verbatim.cli;

import dev.verbatim.evaluation.Evaluation;
import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.QuestionFile;
import dev.verbatim.evaluation.Evaluation.Report;
import dev.verbatim.evaluation.Evaluation.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `evaluate`: measures answers on a set of questions; its subcommands measure
/// conversations, summaries, and what is taken of web pages.
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

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Ask these questions about the set's articles instead of its own, perhaps in"
                            + " other languages; one with the \"qid\" of one of its own has the same"
                            + " answers.")
    private @Nullable Path questions;

    @Option(
            names = "--language",
            paramLabel = "L",
            description = "Of these, ask only those whose \"language\" is L, such as uk.")
    private @Nullable String language;

    @Option(
            names = "--explain-errors",
            paramLabel = "FILE",
            description =
                    "Write the questions that aren't answered as they should be to a file, as JSON"
                            + " lines: what was expected, what came, and with what confidence.")
    private @Nullable Path errors;

    EvaluateCommand(LazyApplication application, StandardStreams streams) {
        this.application = application;
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        try (application) {
            print(run(plan), json);
        }
        return 0;
    }

    private Report run(Plan plan) throws IOException {
        if (errors == null) {
            return application.evaluation().run(plan);
        }
        List<String> lines = new ArrayList<>();
        Report report =
                application.evaluation().run(plan, error -> lines.add(JsonLines.line(error)));
        Files.write(errors, lines);
        return report;
    }

    @Command(
            name = "chats",
            description = {
                "Untangles the chats of a set and reports how much of what people marked in them is"
                        + " found.",
                ""
            })
    int chats(
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "JSON lines, one chat each: {\"id\", \"messages\": [{\"id\","
                                            + " \"author\", \"time\", \"text\","
                                            + " \"reply_to\"?}…], \"links\": [[later,"
                                            + " earlier]…]?}.")
                    Path file,
            @Option(names = "--json", description = "Write one JSON object, and nothing else.")
                    boolean asJson)
            throws IOException {
        print(Evaluation.ofChats(file), asJson);
        return 0;
    }

    @Command(
            name = "summaries",
            description = {
                "Sums up articles that people have summed up, and reports ROUGE beside that of each"
                        + " article's first three sentences.",
                ""
            })
    int summaries(
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "JSON lines: {\"id\", \"title\", \"text\" or \"sentences\","
                                            + " \"reference_summary\"}.")
                    Path file,
            @Option(names = "--json", description = "Write one JSON object, and nothing else.")
                    boolean asJson)
            throws IOException {
        try (application) {
            print(Evaluation.ofSummaries(file, application.summarizer()), asJson);
        }
        return 0;
    }

    @Command(
            name = "pages",
            description = {
                "Reads web pages whose articles people marked, and reports how much of them, and of"
                        + " what surrounds them, is taken.",
                ""
            })
    int pages(
            @Parameters(
                            paramLabel = "DIR",
                            description =
                                    "Holds html/ID.html.gz and ground-truth.json, {\"ID\":"
                                            + " {\"articleBody\"}…}.")
                    Path pageFolder,
            @Option(names = "--json", description = "Write one JSON object, and nothing else.")
                    boolean asJson)
            throws IOException {
        print(Evaluation.ofPages(pageFolder), asJson);
        return 0;
    }

    private void print(Report report, boolean asJson) {
        streams.out()
                .println(asJson ? JsonLines.line(report) : ReportTable.of(JsonLines.tree(report)));
    }

    private Plan plan() {
        if (folder == null) {
            throw invalid("Missing required parameter: 'DIR'");
        }
        if (limit < 1) {
            throw invalid("Invalid value for option '--limit': " + limit + " is not at least 1");
        }
        if (questions == null && language != null) {
            throw invalid("'--language' needs '--questions'");
        }
        QuestionFile asked = questions == null ? null : new QuestionFile(questions, language);
        return new Plan(folder, scope, limit, indexOnly, asked);
    }

    private ParameterException invalid(String problem) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
