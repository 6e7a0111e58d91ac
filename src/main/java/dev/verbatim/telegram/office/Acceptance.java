package dev.verbatim.telegram.office;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.SubmissionResult;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;

/// Brings articles from editors to the desk, and asks before one takes the place of another.
///
/// The desk is no part of the turn. What is handled again after a crash is submitted again, which
/// the desk takes for the same.
final class Acceptance {

    private static final String GONE = "Telegram no longer has the file. Please send it again";

    private final ArticleSubmissionService submissions;
    private final Proposals proposals;

    Acceptance(ArticleSubmissionService submissions, Proposals proposals) {
        this.submissions = submissions;
        this.proposals = proposals;
    }

    /// Files a file. What can't be an article by its name or size is not even fetched.
    Reply file(Incoming.Uploaded uploaded, MessageCatalog messages, Turn turn) {
        if (!Submission.takes(uploaded.fileName())) {
            return Reply.of(Phrase.EDITOR_FILE_TYPE.in(messages));
        }
        if (uploaded.size() > Submission.MOST_BYTES) {
            return new EditorReport(messages).tooLarge();
        }
        var file = new Proposal.FileInstead(uploaded.fileId(), uploaded.fileName());
        long chatId = uploaded.origin().chatId();
        SubmissionResult submissionResult =
                submission(file, chatId, turn)
                        .map(submissions::submit)
                        .orElse(new SubmissionResult.Failed(GONE));
        return report(submissionResult, file, chatId, messages, turn);
    }

    /// Files a text with a title above it.
    Reply text(long chatId, String words, MessageCatalog messages, Turn turn) {
        return hasText(words)
                ? report(
                        submissions.submit(Submission.message(words)),
                        new Proposal.TextInstead(words),
                        chatId,
                        messages,
                        turn)
                : Reply.of(Phrase.EDITOR_ADD_USAGE.in(messages));
    }

    /// Asks whether to file a message that was forwarded.
    Reply forwarded(Incoming.Forwarded message, MessageCatalog messages, Turn turn) {
        if (!hasText(message.text())) {
            return Reply.of(Phrase.EDITOR_ADD_USAGE.in(messages));
        }
        long id =
                proposals.keep(
                        message.origin().chatId(), new Proposal.Forwarded(message.text()), turn);
        String question =
                Phrase.EDITOR_FORWARDED.in(messages, EditorReport.shown(lines(message.text())[0]));
        return Reply.of(question, Office.buttons(Phrase.EDITOR_ADD, id, messages));
    }

    /// Does what an editor said yes to.
    Reply confirmed(Proposal.Article proposal, long chatId, MessageCatalog messages, Turn turn) {
        return switch (proposal) {
            case Proposal.Forwarded(var words) -> text(chatId, words, messages, turn);
            case Proposal.TextInstead _, Proposal.FileInstead _ ->
                    report(
                            submission(proposal, chatId, turn)
                                    .map(submissions::replace)
                                    .orElse(new SubmissionResult.Failed(GONE)),
                            proposal,
                            chatId,
                            messages,
                            turn);
        };
    }

    private static Optional<Submission> submission(
            Proposal.Article proposal, long chatId, Turn turn) {
        return switch (proposal) {
            case Proposal.Forwarded(var words) -> Optional.of(Submission.message(words));
            case Proposal.TextInstead(var words) -> Optional.of(Submission.message(words));
            case Proposal.FileInstead(var fileId, var name) ->
                    turn.download(chatId, fileId, Submission.MOST_BYTES)
                            .map(bytes -> Submission.file(name, bytes));
        };
    }

    private Reply report(
            SubmissionResult submissionResult,
            Proposal.Article proposal,
            long chatId,
            MessageCatalog messages,
            Turn turn) {
        var report = new EditorReport(messages);
        return switch (submissionResult) {
            case SubmissionResult.Filed filed -> report.filed(filed);
            case SubmissionResult.Refused(var error) -> report.refused(error);
            case SubmissionResult.Failed(var cause) -> report.failed(cause);
            case SubmissionResult.NameTaken taken ->
                    taken(taken, proposals.keep(chatId, proposal, turn), messages);
        };
    }

    private static Reply taken(SubmissionResult.NameTaken taken, long id, MessageCatalog messages) {
        String question =
                Phrase.EDITOR_NAME_TAKEN.in(
                        messages, EditorReport.shown(taken.title()), taken.articleId());
        return Reply.of(question, Office.buttons(Phrase.EDITOR_REPLACE, id, messages));
    }

    private static boolean hasText(String words) {
        return lines(words).length > 1;
    }

    private static String[] lines(String words) {
        return words.strip().split("\n", 2);
    }
}
