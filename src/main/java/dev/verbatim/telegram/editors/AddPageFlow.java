package dev.verbatim.telegram.editors;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission;
import dev.verbatim.article.library.Submission.CheckResult;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.article.library.ValidationWarning;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebArticleReader.PageResult;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.editors.ConfirmationStore.PendingConfirmation;
import dev.verbatim.telegram.message.Excerpt;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Incoming.ChannelPost;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// A dialogue that fetches the page at an address, shows an editor what was read of it, and files
/// it after a yes: exactly what was fetched, whatever the page says by then.
final class AddPageFlow {

    private static final int MAX_EXCERPT = 300;
    private static final int MAX_LINE = 600;

    // Between the content and the facts beside it, where a confirmation has both.
    private static final String FACTS = " ";

    private final WebArticleReader pages;
    private final ArticleSubmissionService submissions;
    private final ConfirmationStore confirmations;
    private final BiFunction<SubmissionResult, Responder, ReplyMessage> reporter;

    AddPageFlow(
            WebArticleReader pages,
            ArticleSubmissionService submissions,
            ConfirmationStore confirmations,
            BiFunction<SubmissionResult, Responder, ReplyMessage> reporter) {
        this.pages = pages;
        this.submissions = submissions;
        this.confirmations = confirmations;
        this.reporter = reporter;
    }

    /// Shows the page and asks.
    ReplyMessage askToAdd(String address, Responder responder) {
        if (!pages.isEnabled()) {
            return responder.text(MessageKey.EDITOR_FETCH_OFF);
        }
        CallFactory.typing(responder.context(), responder.transaction());
        return switch (pages.read(address)) {
            case PageResult.Prepared(var submission, var check) ->
                    question(check, save(submission, responder), responder);
            case PageResult.Unreadable(var line) ->
                    new EditorReport(responder.messages())
                            .coded(
                                    MessageKey.EDITOR_PAGE_FAILED,
                                    Truncation.ellipsize(line, MAX_LINE));
        };
    }

    /// Shows a post of a channel and asks.
    ReplyMessage askToAdd(ChannelPost post, String text, Responder responder) {
        var article = new ChannelPostArticle(post, text);
        Submission submission = article.submission(article.title());
        CheckResult check = submissions.check(submission);
        if (check instanceof CheckResult.Acceptable readable && readable.nameTaken()) {
            submission = article.submission(article.title() + "-" + post.number());
            check = submissions.check(submission);
        }
        return switch (check) {
            case CheckResult.Acceptable readable ->
                    question(readable, save(submission, responder), responder);
            case CheckResult.Unreadable(var error) ->
                    new EditorReport(responder.messages()).refused(error);
        };
    }

    /// Files a post of a channel that is a source.
    SubmissionResult file(ChannelPost post, String text) {
        var article = new ChannelPostArticle(post, text);
        return submissions.replace(article.submission(article.uniqueName()));
    }

    private long save(Submission submission, Responder responder) {
        var confirmation =
                new PendingConfirmation.AddPage(
                        submission.path().toString(),
                        base64(submission.content()) + FACTS + base64(submission.facts()));
        return confirmations.save(
                responder.context().chatId(), confirmation, responder.transaction());
    }

    private static ReplyMessage question(
            CheckResult.Acceptable check, long confirmationId, Responder responder) {
        Article article = check.article();
        var message =
                new MessageBuilder()
                        .line(
                                check.replaces()
                                        ? MessageKey.EDITOR_PAGE_AGAIN.in(
                                                responder.messages(), article.id())
                                        : MessageKey.EDITOR_PAGE.in(responder.messages()))
                        .blankLine();
        facts(article.publication(), responder).forEach(message::line);
        message.blankLine().line(numbers(article, responder));
        excerpts(article).forEach(excerpt -> message.blankLine().quote(excerpt));
        warnings(check.warnings(), message, responder);
        return message.build(
                EditorCommands.buttons(
                        check.replaces() ? MessageKey.EDITOR_REPLACE : MessageKey.EDITOR_ADD,
                        confirmationId,
                        responder));
    }

    private static Stream<String> facts(Publication publication, Responder responder) {
        String author = Objects.requireNonNullElse(publication.author(), "");
        String address = Objects.toString(publication.url(), "");
        return Stream.of(
                        responder.messages().source(publication),
                        EditorReport.singleLine(author),
                        Truncation.ellipsize(address, MAX_EXCERPT))
                .filter(line -> !line.isEmpty());
    }

    private static String numbers(Article article, Responder responder) {
        long attributed =
                article.quotations().stream()
                        .filter(quotation -> quotation.speaker() != null)
                        .count();
        return MessageKey.EDITOR_PAGE_NUMBERS.in(
                responder.messages(),
                article.paragraphs().size(),
                article.quotations().size(),
                attributed);
    }

    /// Where the article begins and ends: there it shows whether all of it was taken, and no more.
    private static List<Excerpt> excerpts(Article article) {
        Passage first = article.passages().getFirst();
        Passage last = article.passages().getLast();
        Excerpt beginning = Excerpt.of(first, first.sentences().getFirst(), MAX_EXCERPT);
        Excerpt end = Excerpt.of(last, last.sentences().getLast(), MAX_EXCERPT);
        return first.equals(last) ? List.of(beginning) : List.of(beginning, end);
    }

    private static void warnings(
            List<ValidationWarning> warnings, MessageBuilder message, Responder responder) {
        if (!warnings.isEmpty()) {
            message.blankLine().line(MessageKey.EDITOR_DOUBTS.in(responder.messages()));
            warnings.forEach(warning -> message.line("• " + responder.messages().to(warning)));
        }
    }

    /// The submission that an editor has confirmed.
    static Submission confirmed(PendingConfirmation.AddPage page) {
        int end = page.content().indexOf(FACTS);
        String content = end < 0 ? page.content() : page.content().substring(0, end);
        String facts = end < 0 ? "" : page.content().substring(end + FACTS.length());
        return Submission.at(Path.of(page.path()), Base64.getDecoder().decode(content))
                .withFacts(Base64.getDecoder().decode(facts));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    ReplyMessage execute(PendingConfirmation.AddPage page, Responder responder) {
        return reporter.apply(submissions.replace(confirmed(page)), responder);
    }
}
