package dev.verbatim.telegram.editors;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.telegram.answering.ChangeNotifier;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.editors.ConfirmationStore.PendingConfirmation;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.Button;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A reporter of what became of a submission. Where chats were given a passage that it has changed,
/// it offers to tell them. Thread-safe.
final class SubmissionReporter {

    private final ArticleSubmissionService submissions;
    private final ConfirmationStore confirmations;
    private final ChangeNotifier readers;
    private volatile BiConsumer<Article, JdbcClient> listener = (_, _) -> {};

    SubmissionReporter(
            ArticleSubmissionService submissions,
            ConfirmationStore confirmations,
            ChangeNotifier readers) {
        this.submissions = submissions;
        this.confirmations = confirmations;
        this.readers = readers;
    }

    /// Has each new article told, with what is committed together with it.
    void onNew(BiConsumer<Article, JdbcClient> newListener) {
        listener = newListener;
    }

    /// Tells of an article, if it is new.
    void announce(SubmissionResult.Saved saved, JdbcClient rows) {
        if (!saved.replaced()) {
            listener.accept(saved.article(), rows);
        }
    }

    /// Reports on a submission that replaces what is in its place.
    ReplyMessage report(SubmissionResult result, Responder responder) {
        ReplyMessage report = new EditorReport(responder.messages()).outcome(result);
        if (result instanceof SubmissionResult.Saved saved) {
            responder.transaction().write(rows -> announce(saved, rows));
            int chats = saved.replaced() ? readers.count(saved.article()) : 0;
            return chats == 0 ? report : offer(report, saved.article().id(), chats, responder);
        }
        return report;
    }

    private ReplyMessage offer(
            ReplyMessage report, String articleId, int chats, Responder responder) {
        long id =
                confirmations.save(
                        responder.context().chatId(),
                        new PendingConfirmation.TellReaders(articleId),
                        responder.transaction());
        String line =
                responder
                        .text(
                                MessageKey.EDITOR_OUTDATED,
                                responder.messages().count("chats", chats))
                        .text();
        String label = MessageKey.EDITOR_TELL.in(responder.messages());
        return new ReplyMessage(
                report.text() + "\n\n" + line,
                report.entities(),
                List.of(List.of(new Button(label, new CallbackData.Confirm(id)))));
    }

    /// Tells the chats what has changed since they were given it: as the article reads now, which
    /// may have been corrected again.
    ReplyMessage tellReaders(PendingConfirmation.TellReaders changed, Responder responder) {
        Optional<Article> now = submissions.read(changed.articleId());
        int told = now.map(article -> readers.tell(article, responder.transaction())).orElse(0);
        return responder.text(MessageKey.EDITOR_TOLD, responder.messages().count("chats", told));
    }
}
