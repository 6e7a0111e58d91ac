package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.ArticleSubmissionService.RemovalResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;

/// Has articles removed, and asks before.
record RemoveArticleFlow(ArticleSubmissionService submissions, ConfirmationStore confirmations) {

    /// Asks whether to remove the article that some words name.
    ReplyMessage ask(
            long chatId, String words, MessageCatalog messages, ReplyTransaction transaction) {
        if (words.isBlank()) {
            return ReplyMessage.of(MessageKey.EDITOR_REMOVE_USAGE.in(messages));
        }
        List<ArticleSubmissionService.ArticleName> meant = submissions.find(words);
        return switch (meant.size()) {
            case 0 ->
                    ReplyMessage.of(
                            MessageKey.EDITOR_NOT_FOUND.in(
                                    messages, EditorReport.singleLine(words)));
            case 1 -> ask(chatId, meant.getFirst(), messages, transaction);
            default -> new EditorReport(messages).ambiguous(meant);
        };
    }

    private ReplyMessage ask(
            long chatId,
            ArticleSubmissionService.ArticleName article,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        var leaving = new PendingConfirmation.RemoveArticle(article.articleId(), article.title());
        long id = confirmations.save(chatId, leaving, transaction);
        return ReplyMessage.of(
                MessageKey.EDITOR_REMOVE.in(messages, EditorReport.singleLine(article.title())),
                EditorCommands.buttons(MessageKey.EDITOR_REMOVE_CONFIRMED, id, messages));
    }

    /// Removes it. When it is gone already, that was what was wished: an update that is handled
    /// again after a crash finds it so.
    ReplyMessage confirmed(PendingConfirmation.RemoveArticle leaving, MessageCatalog messages) {
        return switch (submissions.remove(leaving.articleId())) {
            case RemovalResult.Removed _, RemovalResult.NotFound _ ->
                    ReplyMessage.of(
                            MessageKey.EDITOR_REMOVED.in(
                                    messages, EditorReport.singleLine(leaving.title())));
            case RemovalResult.Failed(var cause) -> new EditorReport(messages).failed(cause);
        };
    }
}
