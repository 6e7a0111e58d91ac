package dev.verbatim.telegram.editors;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.ArticleSubmissionService.ArticleName;
import dev.verbatim.article.library.ArticleSubmissionService.RemovalResult;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.telegram.answering.ChangeNotifier;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.editors.ConfirmationStore.PendingConfirmation;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A handler of the commands, files and buttons by which editors add and remove articles. All other
/// users get a polite refusal. Thread-safe.
public final class EditorCommands
        implements CommandHandler, CallbackHandler<CallbackData.ConfirmationCallback> {

    // Reading a changed folder takes seconds. After that an editor is told how far it is.
    private static final Duration RELOAD_TIMEOUT = Duration.ofSeconds(10);

    private final Editors editors;
    private final ArticleSubmissionService submissions;
    private final ConfirmationStore confirmations;
    private final AccessControl access;
    private final AddArticleFlow additions;
    private final AddPageFlow pages;
    private final EditArticleFlow edits;
    private final SubmissionReporter reporter;

    /// @param web fetches what editors send the address of and knows where all articles are filed
    /// @param readers tells them what has changed
    public EditorCommands(
            WebArticleReader web,
            ChangeNotifier readers,
            ConfirmationStore confirmations,
            AccessControl access) {
        this.editors = access.editors();
        this.submissions = web.submissions();
        this.confirmations = confirmations;
        this.access = access;
        reporter = new SubmissionReporter(submissions, confirmations, readers);
        edits = new EditArticleFlow(submissions, reporter::report);
        additions = new AddArticleFlow(submissions, confirmations, reporter::report);
        pages = new AddPageFlow(web, submissions, confirmations, reporter::report);
    }

    /// Has each article told that editors add, with what is committed together with it.
    public void onNew(BiConsumer<Article, JdbcClient> newListener) {
        reporter.onNew(newListener);
    }

    public Editors editors() {
        return editors;
    }

    /// Who may use the bot.
    public AccessControl access() {
        return access;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.ADD,
                editors.only((command, in) -> add(command.payload(), in)),
                Command.EDIT,
                editors.only((command, in) -> edits.edit(command.payload(), in)),
                Command.REMOVE,
                editors.only((command, in) -> askToRemove(command.payload(), in)),
                Command.RELOAD,
                editors.only((_, in) -> new EditorReport(in.messages()).status(reload())));
    }

    /// Files a post of a channel that is a source; nobody waits for a reply.
    public void file(Incoming.Posted posted, ReplyTransaction transaction) {
        if (pages.file(posted.post(), posted.text()) instanceof SubmissionResult.Saved saved) {
            transaction.write(rows -> reporter.announce(saved, rows));
        }
    }

    private ReplyMessage add(String words, Responder responder) {
        return WebArticleReader.address(words)
                .map(address -> pages.askToAdd(address, responder))
                .orElseGet(() -> additions.addText(words, responder));
    }

    /// Shows the page at an address, when a message has nothing but one, and asks whether to add
    /// it. Users who are no editors are told that the bot opens no links. A link in reply to the
    /// bot is a remark to the others in a group.
    ///
    /// @return false for a message with more than an address
    public boolean handle(Incoming.Asked asked, Responder responder) {
        Optional<String> address =
                asked.incidental() ? Optional.empty() : WebArticleReader.address(asked.text());
        address.map(page -> pageOrRefusal(page, responder)).ifPresent(responder::reply);
        return address.isPresent();
    }

    private ReplyMessage pageOrRefusal(String address, Responder responder) {
        return editors.isEditor(responder.context().personId())
                ? editors.refusal(responder).orElseGet(() -> pages.askToAdd(address, responder))
                : responder.text(MessageKey.READER_LINK);
    }

    /// Adds the article in a file.
    public void handle(Incoming.Uploaded uploaded, Responder responder) {
        responder.reply(
                editors.refusal(responder).orElseGet(() -> additions.addFile(uploaded, responder)));
    }

    /// Asks whether to add a forwarded message as an article.
    ///
    /// @return false for a user who is no editor, and so has asked a question
    public boolean handle(Incoming.Forwarded message, Responder responder) {
        boolean isEditor = editors.isEditor(message.context().personId());
        if (isEditor) {
            responder.reply(
                    message.post() == null
                            ? additions.askToAdd(message.text(), responder)
                            : pages.askToAdd(message.post(), message.text(), responder));
        }
        return isEditor;
    }

    private ArticleSubmissionService.FolderStatus reload() {
        try {
            return submissions.reload(RELOAD_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return submissions.status();
        }
    }

    /// @param words that name the article
    private ReplyMessage askToRemove(String words, Responder responder) {
        if (words.isBlank()) {
            return ReplyMessage.of(MessageKey.EDITOR_REMOVE_USAGE.in(responder.messages()));
        }
        List<ArticleName> named = submissions.find(words);
        return switch (named.size()) {
            case 0 ->
                    ReplyMessage.of(
                            MessageKey.EDITOR_NOT_FOUND.in(
                                    responder.messages(), EditorReport.singleLine(words)));
            case 1 -> askToRemove(named.getFirst(), responder);
            default ->
                    new EditorReport(responder.messages())
                            .ambiguous(MessageKey.EDITOR_REMOVE_WHICH, named);
        };
    }

    private ReplyMessage askToRemove(ArticleName article, Responder responder) {
        var removal = new PendingConfirmation.RemoveArticle(article.articleId(), article.title());
        long id =
                confirmations.save(responder.context().chatId(), removal, responder.transaction());
        return ReplyMessage.of(
                MessageKey.EDITOR_REMOVE.in(
                        responder.messages(), EditorReport.singleLine(article.title())),
                buttons(MessageKey.EDITOR_REMOVE_CONFIRMED, id, responder));
    }

    @Override
    public Class<CallbackData.ConfirmationCallback> callbackType() {
        return CallbackData.ConfirmationCallback.class;
    }

    /// Does what was asked about, or doesn't, and replaces the question with the result.
    @Override
    public void handle(
            Incoming.Pressed pressed,
            CallbackData.ConfirmationCallback callback,
            Responder responder) {
        Optional<PendingConfirmation> confirmation =
                confirmations.find(responder.context().chatId(), callback.confirmationId());
        if (!editors.isEditor(responder.context().personId())) {
            responder.notify(pressed, MessageKey.EDITOR_ONLY);
        } else if (confirmation.isEmpty()) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
        } else {
            responder.acknowledge(pressed);
            confirmations.delete(callback.confirmationId(), responder.transaction());
            responder.edit(
                    switch (callback) {
                        case CallbackData.Cancel _ ->
                                ReplyMessage.of(
                                        MessageKey.EDITOR_CANCELLED.in(responder.messages()));
                        case CallbackData.Confirm _ -> execute(confirmation.get(), responder);
                    });
        }
    }

    private ReplyMessage execute(PendingConfirmation confirmed, Responder responder) {
        return switch (confirmed) {
            case PendingConfirmation.AddArticle article -> additions.execute(article, responder);
            case PendingConfirmation.AddPage page -> pages.execute(page, responder);
            case PendingConfirmation.TellReaders changed ->
                    reporter.tellReaders(changed, responder);
            case PendingConfirmation.RemoveArticle removal -> remove(removal, responder);
            // This one is for the group's admins, who have a button of their own.
            case PendingConfirmation.ImportHistory _ ->
                    ReplyMessage.of(MessageKey.BUTTON_LOST.in(responder.messages()));
        };
    }

    /// An article that is gone already counts as removed: an update that is handled again after a
    /// crash finds it so.
    private ReplyMessage remove(PendingConfirmation.RemoveArticle removal, Responder responder) {
        return switch (submissions.remove(removal.articleId())) {
            case RemovalResult.Removed _, RemovalResult.NotFound _ ->
                    ReplyMessage.of(
                            MessageKey.EDITOR_REMOVED.in(
                                    responder.messages(),
                                    EditorReport.singleLine(removal.title())));
            case RemovalResult.Failed(var cause) ->
                    new EditorReport(responder.messages()).failed(cause);
        };
    }

    /// A button that confirms, and one that cancels.
    static ReplyMessage.Button[] buttons(MessageKey yes, long confirmationId, Responder responder) {
        Function<MessageKey, String> label = key -> key.in(responder.messages());
        return new ReplyMessage.Button[] {
            new ReplyMessage.Button(label.apply(yes), new CallbackData.Confirm(confirmationId)),
            new ReplyMessage.Button(
                    label.apply(MessageKey.EDITOR_CANCEL), new CallbackData.Cancel(confirmationId))
        };
    }
}
