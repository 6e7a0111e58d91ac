package dev.verbatim.telegram.editors;

import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.ArticleSubmissionService.ArticleName;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/// A dialogue that changes facts of an article: `/edit NAME` and, below it, a `key: value` line for
/// each. It isn't part of the reply transaction; the same change made twice changes nothing more.
final class EditArticleFlow {

    private static final String ANY = "NAME";

    private final ArticleSubmissionService submissions;
    private final BiFunction<SubmissionResult, Responder, ReplyMessage> reporter;

    EditArticleFlow(
            ArticleSubmissionService submissions,
            BiFunction<SubmissionResult, Responder, ReplyMessage> reporter) {
        this.submissions = submissions;
        this.reporter = reporter;
    }

    ReplyMessage edit(String payload, Responder responder) {
        List<String> lines = payload.strip().lines().toList();
        if (lines.isEmpty()) {
            return usage(ANY, responder);
        }
        List<ArticleName> named = submissions.find(lines.getFirst());
        return switch (named.size()) {
            case 0 ->
                    responder.text(
                            MessageKey.EDITOR_NOT_FOUND, EditorReport.singleLine(lines.getFirst()));
            case 1 -> edit(named.getFirst(), facts(lines), responder);
            default ->
                    new EditorReport(responder.messages())
                            .ambiguous(MessageKey.EDITOR_EDIT_WHICH, named);
        };
    }

    private static ReplyMessage usage(String name, Responder responder) {
        return responder.text(MessageKey.EDITOR_EDIT_USAGE, name);
    }

    private static SequencedMap<String, String> facts(List<String> lines) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        return facts;
    }

    private ReplyMessage edit(
            ArticleName article, SequencedMap<String, String> facts, Responder responder) {
        if (facts.isEmpty()) {
            return usage(article.articleId(), responder);
        }
        return reporter.apply(submissions.edit(article.articleId(), facts), responder);
    }
}
