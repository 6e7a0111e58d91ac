package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import dev.verbatim.telegram.message.Truncation;
import java.util.List;

/// A renderer of what became of an editor's request. Pure.
record EditorReport(MessageCatalog messages) {

    private static final int MEGABYTE = 1_000_000;

    // A file's name can be as long as a path.
    private static final int MAX_LINE = 600;
    private static final int MAX_NAMED = 10;
    private static final String ELLIPSIS = "…";

    // Less than a message may have, so that the head of the remarks fits too.
    private static final int MAX_STATUS = ReplyMessage.MAX_LENGTH - 100;

    ReplyMessage tooLarge(int maxBytes) {
        int megabytes = maxBytes / MEGABYTE;
        return ReplyMessage.of(MessageKey.EDITOR_FILE_TOO_LARGE.in(messages, megabytes));
    }

    ReplyMessage saved(SubmissionResult.Saved saved) {
        var report = new MessageBuilder().line(numbers(saved));
        if (!saved.warnings().isEmpty()) {
            report.blankLine().line(MessageKey.EDITOR_DOUBTS.in(messages));
            saved.warnings().forEach(warning -> report.line("• " + messages.to(warning)));
        }
        return report.blankLine().line(MessageKey.EDITOR_SOON.in(messages)).build();
    }

    private String numbers(SubmissionResult.Saved saved) {
        Article article = saved.article();
        MessageKey messageKey =
                saved.replaced() ? MessageKey.EDITOR_REPLACED : MessageKey.EDITOR_ADDED;
        return messageKey.in(
                messages,
                singleLine(article.publication().title()),
                article.id(),
                article.paragraphs().size(),
                article.quotations().size(),
                saved.attributedQuotations());
    }

    /// The outcome of a submission that replaces what is in its place.
    ReplyMessage outcome(SubmissionResult result) {
        return switch (result) {
            case SubmissionResult.Saved saved -> saved(saved);
            case SubmissionResult.Refused(var error) -> refused(error);
            case SubmissionResult.Failed(var cause) -> failed(cause);
            case SubmissionResult.NameTaken taken ->
                    throw new IllegalStateException(taken + " is not replaced");
        };
    }

    /// The same line as in the log.
    ReplyMessage refused(ValidationError error) {
        return coded(MessageKey.EDITOR_REFUSED, line(error));
    }

    /// A text with a line of the log in it.
    ReplyMessage coded(MessageKey key, String line) {
        String text = key.in(messages, line);
        int start = text.lastIndexOf(line);
        var code = new TextEntity.Code(new TextSpan(start, start + line.length()));
        return new ReplyMessage(text, List.of(code), List.of());
    }

    ReplyMessage failed(String cause) {
        return ReplyMessage.of(MessageKey.EDITOR_FAILED.in(messages, singleLine(cause)));
    }

    /// The state of the content folder, why each refused file isn't served, and what was left out.
    ReplyMessage status(ArticleSubmissionService.FolderStatus status) {
        MessageKey messageKey =
                status.complete() ? MessageKey.EDITOR_RELOADED : MessageKey.EDITOR_STILL_READING;
        int refused = status.refused().size();
        var report =
                new MessageBuilder().line(messageKey.in(messages, status.served().size(), refused));
        List<String> refusals = status.refused().stream().map(ValidationError::toString).toList();
        boolean complete = refusals.isEmpty() || add(refusals, report.blankLine());
        if (complete && !status.remarks().isEmpty()) {
            report.blankLine().line(MessageKey.EDITOR_REMARKS.in(messages));
            add(status.remarks(), report);
        }
        return report.build();
    }

    /// @return whether there was room for all lines
    private static boolean add(List<String> lines, MessageBuilder report) {
        for (String line : lines) {
            if (report.length() + MAX_LINE + 2 * ELLIPSIS.length() + 2 > MAX_STATUS) {
                report.line(ELLIPSIS);
                return false;
            }
            report.code(Truncation.ellipsize(line, MAX_LINE));
        }
        return true;
    }

    /// A few of the articles that may be meant.
    ///
    /// @param question which of them is
    ReplyMessage ambiguous(MessageKey question, List<ArticleSubmissionService.ArticleName> meant) {
        var report = new MessageBuilder().line(question.in(messages)).blankLine();
        meant.stream()
                .limit(MAX_NAMED)
                .forEach(
                        one ->
                                report.line(
                                        "• " + one.articleId() + ": " + singleLine(one.title())));
        return (meant.size() > MAX_NAMED ? report.line(ELLIPSIS) : report).build();
    }

    /// A text that others wrote, on one line.
    static String singleLine(String text) {
        return MessageCatalog.onOneLine(text);
    }

    private static String line(ValidationError error) {
        return Truncation.ellipsize(error.toString(), MAX_LINE);
    }
}
