package dev.verbatim.telegram.office;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.SubmissionResult;
import dev.verbatim.telegram.message.Composition;
import dev.verbatim.telegram.message.Entity;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Shortened;
import java.util.List;

/// Says to an editor what became of something. Pure.
record EditorReport(MessageCatalog messages) {

    private static final int BYTES_OF_A_MEGABYTE = 1_000_000;

    // A file's name can be as long as a path may be.
    private static final int LONGEST_LINE = 600;
    private static final int MOST_NAMED = 10;
    private static final String MORE = "…";

    Reply tooLarge() {
        int megabytes = Submission.MOST_BYTES / BYTES_OF_A_MEGABYTE;
        return Reply.of(Phrase.EDITOR_FILE_TOO_LARGE.in(messages, megabytes));
    }

    Reply filed(SubmissionResult.Filed filed) {
        var report = new Composition().line(numbers(filed));
        if (!filed.doubts().isEmpty()) {
            report.blankLine().line(Phrase.EDITOR_DOUBTS.in(messages));
            filed.doubts().forEach(warning -> report.line("• " + messages.to(warning)));
        }
        return report.blankLine().line(Phrase.EDITOR_SOON.in(messages)).reply();
    }

    private String numbers(SubmissionResult.Filed filed) {
        Article article = filed.article();
        Phrase phrase = filed.replaced() ? Phrase.EDITOR_REPLACED : Phrase.EDITOR_ADDED;
        return phrase.in(
                messages,
                shown(article.publication().title()),
                article.id(),
                article.paragraphs().size(),
                article.quotations().size(),
                filed.attributed());
    }

    /// The same line as in the log.
    Reply refused(ValidationError error) {
        String line = line(error);
        String text = Phrase.EDITOR_REFUSED.in(messages, line);
        int start = text.lastIndexOf(line);
        var code = new Entity.Code(new TextSpan(start, start + line.length()));
        return new Reply(text, List.of(code), List.of());
    }

    Reply failed(String cause) {
        return Reply.of(Phrase.EDITOR_FAILED.in(messages, shown(cause)));
    }

    /// What there is now, and why what isn't served is not.
    Reply stock(ArticleSubmissionService.Stock stock) {
        Phrase phrase = stock.complete() ? Phrase.EDITOR_RELOADED : Phrase.EDITOR_STILL_READING;
        var report =
                new Composition()
                        .line(phrase.in(messages, stock.served().size(), stock.refused().size()));
        if (!stock.refused().isEmpty()) {
            report.blankLine();
        }
        for (ValidationError error : stock.refused()) {
            if (report.length() + LONGEST_LINE + MORE.length() + 2 > Reply.LONGEST) {
                return report.line(MORE).reply();
            }
            report.code(line(error));
        }
        return report.reply();
    }

    /// A few of those that may be meant.
    Reply which(List<ArticleSubmissionService.Named> meant) {
        var report = new Composition().line(Phrase.EDITOR_REMOVE_WHICH.in(messages)).blankLine();
        meant.stream()
                .limit(MOST_NAMED)
                .forEach(one -> report.line("• " + one.articleId() + ": " + shown(one.title())));
        return (meant.size() > MOST_NAMED ? report.line(MORE) : report).reply();
    }

    /// What others wrote, on one line.
    static String shown(String theirs) {
        return MessageCatalog.onOneLine(theirs);
    }

    private static String line(ValidationError error) {
        return Shortened.of(error.toString(), LONGEST_LINE);
    }
}
