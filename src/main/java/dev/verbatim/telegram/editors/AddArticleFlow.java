package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.SubmissionResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;

/// Brings articles from editors to the desk, and asks before one takes the place of another.
///
/// The desk is no part of the turn. What is handled again after a crash is submitted again, which
/// the desk takes for the same.
final class AddArticleFlow {

    private static final String GONE = "Telegram no longer has the file. Please send it again";

    private final ArticleSubmissionService submissions;
    private final ConfirmationStore confirmations;

    AddArticleFlow(ArticleSubmissionService submissions, ConfirmationStore confirmations) {
        this.submissions = submissions;
        this.confirmations = confirmations;
    }

    /// Files a file. What can't be an article by its name or size is not even fetched.
    ReplyMessage file(
            Incoming.Uploaded uploaded, MessageCatalog messages, ReplyTransaction transaction) {
        if (!Submission.accepts(uploaded.fileName())) {
            return ReplyMessage.of(MessageKey.EDITOR_FILE_TYPE.in(messages));
        }
        if (uploaded.size() > Submission.MAX_BYTES) {
            return new EditorReport(messages).tooLarge();
        }
        var file = new PendingConfirmation.ReplaceWithFile(uploaded.fileId(), uploaded.fileName());
        long chatId = uploaded.context().chatId();
        SubmissionResult submissionResult =
                submission(file, chatId, transaction)
                        .map(submissions::submit)
                        .orElse(new SubmissionResult.Failed(GONE));
        return report(submissionResult, file, chatId, messages, transaction);
    }

    /// Files a text with a title above it.
    ReplyMessage text(
            long chatId, String words, MessageCatalog messages, ReplyTransaction transaction) {
        return hasText(words)
                ? report(
                        submissions.submit(Submission.message(words)),
                        new PendingConfirmation.ReplaceWithText(words),
                        chatId,
                        messages,
                        transaction)
                : ReplyMessage.of(MessageKey.EDITOR_ADD_USAGE.in(messages));
    }

    /// Asks whether to file a message that was forwarded.
    ReplyMessage forwarded(
            Incoming.Forwarded message, MessageCatalog messages, ReplyTransaction transaction) {
        if (!hasText(message.text())) {
            return ReplyMessage.of(MessageKey.EDITOR_ADD_USAGE.in(messages));
        }
        long id =
                confirmations.save(
                        message.context().chatId(),
                        new PendingConfirmation.AddForwarded(message.text()),
                        transaction);
        String question =
                MessageKey.EDITOR_FORWARDED.in(
                        messages, EditorReport.singleLine(lines(message.text())[0]));
        return ReplyMessage.of(
                question, EditorCommands.buttons(MessageKey.EDITOR_ADD, id, messages));
    }

    /// Does what an editor said yes to.
    ReplyMessage confirmed(
            PendingConfirmation.AddArticle proposal,
            long chatId,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        return switch (proposal) {
            case PendingConfirmation.AddForwarded(var words) ->
                    text(chatId, words, messages, transaction);
            case PendingConfirmation.ReplaceWithText _, PendingConfirmation.ReplaceWithFile _ ->
                    report(
                            submission(proposal, chatId, transaction)
                                    .map(submissions::replace)
                                    .orElse(new SubmissionResult.Failed(GONE)),
                            proposal,
                            chatId,
                            messages,
                            transaction);
        };
    }

    private static Optional<Submission> submission(
            PendingConfirmation.AddArticle proposal, long chatId, ReplyTransaction transaction) {
        return switch (proposal) {
            case PendingConfirmation.AddForwarded(var words) ->
                    Optional.of(Submission.message(words));
            case PendingConfirmation.ReplaceWithText(var words) ->
                    Optional.of(Submission.message(words));
            case PendingConfirmation.ReplaceWithFile(var fileId, var name) ->
                    transaction
                            .download(chatId, fileId, Submission.MAX_BYTES)
                            .map(bytes -> Submission.file(name, bytes));
        };
    }

    private ReplyMessage report(
            SubmissionResult submissionResult,
            PendingConfirmation.AddArticle proposal,
            long chatId,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        var report = new EditorReport(messages);
        return switch (submissionResult) {
            case SubmissionResult.Saved saved -> report.filed(saved);
            case SubmissionResult.Refused(var error) -> report.refused(error);
            case SubmissionResult.Failed(var cause) -> report.failed(cause);
            case SubmissionResult.NameTaken taken ->
                    taken(taken, confirmations.save(chatId, proposal, transaction), messages);
        };
    }

    private static ReplyMessage taken(
            SubmissionResult.NameTaken taken, long id, MessageCatalog messages) {
        String question =
                MessageKey.EDITOR_NAME_TAKEN.in(
                        messages, EditorReport.singleLine(taken.title()), taken.articleId());
        return ReplyMessage.of(
                question, EditorCommands.buttons(MessageKey.EDITOR_REPLACE, id, messages));
    }

    private static boolean hasText(String words) {
        return lines(words).length > 1;
    }

    private static String[] lines(String words) {
        return words.strip().split("\n", 2);
    }
}
