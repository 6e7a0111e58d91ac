package dev.verbatim.cli;

import dev.verbatim.evaluation.ChatEvaluation;
import dev.verbatim.evaluation.ChatReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate chats`: how much of what people marked in chats is found.
@Command(
        name = "chats",
        description = {
            "Untangles the chats of a set and reports how much of what people marked in them is"
                    + " found.",
            ""
        })
final class EvaluateChatsCommand implements Callable<Integer> {

    private final StandardStreams streams;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "JSON lines, one chat each: {\"id\", \"messages\": [{\"id\", \"author\","
                            + " \"time\", \"text\", \"reply_to\"?}…], \"links\": [[later,"
                            + " earlier]…]?}")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Write one JSON object, and nothing else.")
    private boolean json;

    EvaluateChatsCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        ChatReport report = new ChatEvaluation().run(file);
        streams.out()
                .println(json ? JsonLines.line(report) : ReportTable.of(JsonLines.tree(report)));
        return 0;
    }
}
