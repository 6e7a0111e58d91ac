package dev.verbatim.evaluation;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.evaluation.ChatReport.Content;
import dev.verbatim.evaluation.ChatReport.Disentanglement;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads chats in which people marked something, and reports how much of it is found.
public final class ChatEvaluation {

    private final Disentangler disentangler;
    private final CatchupGenerator catchupGenerator =
            new CatchupGenerator(
                    new Disentangler(Disentangler.HIGH_PRECISION),
                    new Answerer(
                            new EmptyRetriever(),
                            new Reranker(PassageReader.off()),
                            ConfidenceThreshold.BALANCED),
                    new EmptyRetriever());

    public ChatEvaluation() {
        this(new Disentangler(Disentangler.BEST_GUESS));
    }

    ChatEvaluation(Disentangler disentangler) {
        this.disentangler = disentangler;
    }

    /// Runs one file, from reading it to the measures.
    ///
    /// @throws UnusableInputException when the file can't be used
    /// @throws IOException when it can't be read
    public ChatReport run(Path file) throws IOException {
        List<ChatLog> logs = JsonLinesRecord.readAll(file, ChatLog::from);
        List<DisentangledChat> untangled = untangle(logs);
        boolean judged = isJudged(logs);
        return new ChatReport(
                logs.size(),
                untangled.stream().mapToInt(DisentangledChat::messages).sum(),
                judged ? Disentanglement.of(untangled) : null,
                judged ? withHalfOfTheReplies(logs) : null,
                Content.of(
                        logs.stream()
                                .map(log -> CatchupMetrics.of(log, catchupGenerator))
                                .toList()));
    }

    private static boolean isJudged(List<ChatLog> logs) {
        return logs.stream().anyMatch(log -> !log.links().isEmpty());
    }

    private Disentanglement withHalfOfTheReplies(List<ChatLog> logs) {
        return Disentanglement.of(
                untangle(logs.stream().map(ChatLog::withHalfOfTheReplies).toList()));
    }

    private List<DisentangledChat> untangle(List<ChatLog> logs) {
        return logs.stream().map(log -> DisentangledChat.of(log, disentangler)).toList();
    }
}
