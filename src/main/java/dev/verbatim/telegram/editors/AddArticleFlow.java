package dev.verbatim.telegram.editors;

import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.editors.ConfirmationStore.PendingConfirmation;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// A dialogue that submits an editor's articles, and asks before one replaces another.
///
/// A submission is not part of the reply transaction. An update that is handled again after a crash
/// submits the same article again, which changes nothing.
final class AddArticleFlow {

    private static final Pattern LINE_END = Pattern.compile("\n");

    private static final String GONE = "Telegram no longer has the file. Please send it again";

    private final ArticleSubmissionService submissions;
    private final ConfirmationStore confirmations;
    private final BiFunction<SubmissionResult, Responder, ReplyMessage> reporter;

    AddArticleFlow(
            ArticleSubmissionService submissions,
            ConfirmationStore confirmations,
            BiFunction<SubmissionResult, Responder, ReplyMessage> reporter) {
        this.submissions = submissions;
        this.confirmations = confirmations;
        this.reporter = reporter;
    }

    /// Adds a file. One whose name or size is no article's is not even downloaded.
    ReplyMessage addFile(Incoming.Uploaded uploaded, Responder responder) {
        if (!Submission.accepts(uploaded.fileName())) {
            return ReplyMessage.of(
                    MessageKey.EDITOR_FILE_TYPE.in(responder.messages(), Submission.accepted()));
        }
        int maxBytes = Submission.maxBytes(uploaded.fileName());
        if (uploaded.size() > maxBytes) {
            return new EditorReport(responder.messages()).tooLarge(maxBytes);
        }
        var file = new PendingConfirmation.ReplaceWithFile(uploaded.fileId(), uploaded.fileName());
        SubmissionResult result =
                submission(file, responder)
                        .map(submissions::submit)
                        .orElse(new SubmissionResult.Failed(GONE));
        return report(result, file, responder);
    }

    /// Adds a text whose first line is the title.
    ReplyMessage addText(String text, Responder responder) {
        return hasBody(text)
                ? report(
                        submissions.submit(Submission.message(text)),
                        new PendingConfirmation.ReplaceWithText(text),
                        responder)
                : ReplyMessage.of(MessageKey.EDITOR_ADD_USAGE.in(responder.messages()));
    }

    /// Asks whether to add a forwarded text.
    ReplyMessage askToAdd(String text, Responder responder) {
        if (!hasBody(text)) {
            return ReplyMessage.of(MessageKey.EDITOR_ADD_USAGE.in(responder.messages()));
        }
        long id = save(new PendingConfirmation.AddForwarded(text), responder);
        String title = EditorReport.singleLine(titleAndBody(text)[0]);
        return ReplyMessage.of(
                MessageKey.EDITOR_FORWARDED.in(responder.messages(), title),
                EditorCommands.buttons(MessageKey.EDITOR_ADD, id, responder));
    }

    /// Does what an editor has confirmed.
    ReplyMessage execute(PendingConfirmation.AddArticle confirmed, Responder responder) {
        return switch (confirmed) {
            case PendingConfirmation.AddForwarded(var text) -> addText(text, responder);
            case PendingConfirmation.ReplaceWithText _, PendingConfirmation.ReplaceWithFile _ ->
                    report(
                            submission(confirmed, responder)
                                    .map(submissions::replace)
                                    .orElse(new SubmissionResult.Failed(GONE)),
                            confirmed,
                            responder);
        };
    }

    private static Optional<Submission> submission(
            PendingConfirmation.AddArticle article, Responder responder) {
        return switch (article) {
            case PendingConfirmation.AddForwarded(var text) ->
                    Optional.of(Submission.message(text));
            case PendingConfirmation.ReplaceWithText(var text) ->
                    Optional.of(Submission.message(text));
            case PendingConfirmation.ReplaceWithFile(var fileId, var name) ->
                    responder
                            .transaction()
                            .download(responder.context().chatId(), fileId, Submission.MAX_BYTES)
                            .map(bytes -> Submission.file(name, bytes));
        };
    }

    private ReplyMessage report(
            SubmissionResult result, PendingConfirmation.AddArticle article, Responder responder) {
        return result instanceof SubmissionResult.NameTaken taken
                ? askToReplace(taken, save(article, responder), responder)
                : reporter.apply(result, responder);
    }

    private long save(PendingConfirmation confirmation, Responder responder) {
        return confirmations.save(
                responder.context().chatId(), confirmation, responder.transaction());
    }

    private static ReplyMessage askToReplace(
            SubmissionResult.NameTaken taken, long confirmationId, Responder responder) {
        String question =
                MessageKey.EDITOR_NAME_TAKEN.in(
                        responder.messages(),
                        EditorReport.singleLine(taken.title()),
                        taken.articleId());
        return ReplyMessage.of(
                question,
                EditorCommands.buttons(MessageKey.EDITOR_REPLACE, confirmationId, responder));
    }

    private static boolean hasBody(String text) {
        return titleAndBody(text).length > 1;
    }

    private static String[] titleAndBody(String text) {
        return LINE_END.split(text.strip(), 2);
    }
}
