package dev.verbatim.telegram.office;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.RemovalResult;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import java.util.List;

/// Has articles removed, and asks before.
record Withdrawal(ArticleSubmissionService submissions, Proposals proposals) {

    /// Asks whether to remove the article that some words name.
    Reply ask(long chatId, String words, MessageCatalog messages, Turn turn) {
        if (words.isBlank()) {
            return Reply.of(Phrase.EDITOR_REMOVE_USAGE.in(messages));
        }
        List<ArticleSubmissionService.Named> meant = submissions.named(words);
        return switch (meant.size()) {
            case 0 -> Reply.of(Phrase.EDITOR_NOT_FOUND.in(messages, EditorReport.shown(words)));
            case 1 -> ask(chatId, meant.getFirst(), messages, turn);
            default -> new EditorReport(messages).which(meant);
        };
    }

    private Reply ask(
            long chatId,
            ArticleSubmissionService.Named article,
            MessageCatalog messages,
            Turn turn) {
        var leaving = new Proposal.Leaving(article.articleId(), article.title());
        long id = proposals.keep(chatId, leaving, turn);
        return Reply.of(
                Phrase.EDITOR_REMOVE.in(messages, EditorReport.shown(article.title())),
                Office.buttons(Phrase.EDITOR_REMOVE_CONFIRMED, id, messages));
    }

    /// Removes it. When it is gone already, that was what was wished: an update that is handled
    /// again after a crash finds it so.
    Reply confirmed(Proposal.Leaving leaving, MessageCatalog messages) {
        return switch (submissions.remove(leaving.articleId())) {
            case RemovalResult.Removed _, RemovalResult.NotFound _ ->
                    Reply.of(
                            Phrase.EDITOR_REMOVED.in(
                                    messages, EditorReport.shown(leaving.title())));
            case RemovalResult.Failed(var cause) -> new EditorReport(messages).failed(cause);
        };
    }
}
