package dev.verbatim.evaluation;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.evaluation.ChatReport.Content;
import dev.verbatim.evaluation.ChatReport.Disentanglement;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageRetriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An evaluation of disentanglement and catch-ups on chats that people annotated.
final class ChatEvaluation {

    private static final Disentangler SHOWN = new Disentangler(Disentangler.BALANCED);

    private final Disentangler disentangler;
    private final CatchupGenerator catchupGenerator =
            new CatchupGenerator(
                    SHOWN,
                    new Answerer(
                            PassageRetriever.EMPTY,
                            new Reranker(PassageReader.off()),
                            ConfidenceThreshold.BALANCED),
                    PassageRetriever.EMPTY);

    ChatEvaluation() {
        this(new Disentangler(Disentangler.BEST_GUESS));
    }

    ChatEvaluation(Disentangler disentangler) {
        this.disentangler = disentangler;
    }

    /// Evaluates the chats of a file of JSON lines, see [ChatLog].
    ///
    /// @throws UnusableInputException when the file can't be used
    /// @throws IOException when it can't be read
    ChatReport run(Path file) throws IOException {
        List<ChatLog> logs = JsonLinesRecord.readAll(file, ChatLog::from);
        List<DisentangledChat> disentangled = disentangle(logs);
        boolean marked = hasMarkedLinks(logs);
        return new ChatReport(
                logs.size(),
                disentangled.stream().mapToInt(DisentangledChat::messages).sum(),
                marked ? Disentanglement.of(disentangled) : null,
                marked ? withEverySecondReply(logs) : null,
                marked ? asShown(logs) : null,
                Content.of(
                        logs.stream()
                                .map(log -> CatchupMetrics.of(log, catchupGenerator))
                                .toList()));
    }

    private static boolean hasMarkedLinks(List<ChatLog> logs) {
        return logs.stream().anyMatch(log -> !log.links().isEmpty());
    }

    private Disentanglement withEverySecondReply(List<ChatLog> logs) {
        return Disentanglement.of(
                disentangle(logs.stream().map(ChatLog::withEverySecondReply).toList()));
    }

    private static Disentanglement asShown(List<ChatLog> logs) {
        return Disentanglement.of(disentangle(logs, SHOWN));
    }

    private List<DisentangledChat> disentangle(List<ChatLog> logs) {
        return disentangle(logs, disentangler);
    }

    private static List<DisentangledChat> disentangle(
            List<ChatLog> logs, Disentangler disentangler) {
        return logs.stream().map(log -> DisentangledChat.of(log, disentangler)).toList();
    }
}
