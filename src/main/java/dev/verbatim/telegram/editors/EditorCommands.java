package dev.verbatim.telegram.editors;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What only editors are told and may do, each in the private chat; a polite no for everybody else.
public final class EditorCommands {

    // Reading a changed folder takes seconds. Who has a large one is told how far it is.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Editors editors;
    private final ArticleSubmissionService submissions;
    private final StatisticsReport statisticsReport;
    private final WhyCommand whyCommand;
    private final ConfirmationStore confirmations;
    private final AddArticleFlow addArticleFlow;
    private final RemoveArticleFlow removeArticleFlow;

    public EditorCommands(
            Editors editors,
            ArticleSubmissionService submissions,
            ConfirmationStore confirmations,
            StatisticsReport statisticsReport,
            WhyCommand whyCommand) {
        this.editors = editors;
        this.submissions = submissions;
        this.statisticsReport = statisticsReport;
        this.whyCommand = whyCommand;
        this.confirmations = confirmations;
        addArticleFlow = new AddArticleFlow(submissions, confirmations);
        removeArticleFlow = new RemoveArticleFlow(submissions, confirmations);
    }

    public Editors editors() {
        return editors;
    }

    /// The numbers.
    public ReplyMessage statistics(MessageContext context, MessageCatalog messages) {
        return admitted(context, messages, () -> ReplyMessage.of(statisticsReport.in(messages)));
    }

    /// Why a question was answered, or wasn't.
    public ReplyMessage why(Incoming.Commanded why, MessageCatalog messages) {
        return admitted(why.context(), messages, () -> whyCommand.of(why, messages));
    }

    /// Files the text behind the command.
    public ReplyMessage add(
            Incoming.Commanded add, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = add.context();
        return admitted(
                context,
                messages,
                () -> addArticleFlow.text(context.chatId(), add.payload(), messages, transaction));
    }

    /// Files a file.
    public ReplyMessage take(
            Incoming.Uploaded uploaded, MessageCatalog messages, ReplyTransaction transaction) {
        return admitted(
                uploaded.context(),
                messages,
                () -> addArticleFlow.file(uploaded, messages, transaction));
    }

    /// Asks whether to file a message; nothing for who is no editor, and has asked a question.
    public Optional<ReplyMessage> take(
            Incoming.Forwarded message, MessageCatalog messages, ReplyTransaction transaction) {
        return editors.isEditor(message.context().personId())
                ? Optional.of(addArticleFlow.forwarded(message, messages, transaction))
                : Optional.empty();
    }

    /// Asks whether to remove the article named behind the command.
    public ReplyMessage remove(
            Incoming.Commanded remove, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = remove.context();
        return admitted(
                context,
                messages,
                () ->
                        removeArticleFlow.ask(
                                context.chatId(), remove.payload(), messages, transaction));
    }

    /// Reads the folder again.
    public ReplyMessage reload(MessageContext context, MessageCatalog messages) {
        return admitted(context, messages, () -> new EditorReport(messages).stock(reloaded()));
    }

    private ArticleSubmissionService.FolderStatus reloaded() {
        try {
            return submissions.reload(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return submissions.status();
        }
    }

    /// Does what was proposed, or doesn't, and says so in the question's place.
    public void press(
            Incoming.Pressed pressed,
            CallbackData.ConfirmationCallback wanted,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Optional<PendingConfirmation> proposal =
                confirmations.find(context.chatId(), wanted.confirmationId());
        if (!editors.isEditor(context.personId())) {
            CallFactory.acknowledge(pressed, MessageKey.EDITOR_ONLY.in(messages), transaction);
        } else if (proposal.isEmpty()) {
            CallFactory.acknowledge(pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
        } else {
            CallFactory.acknowledge(pressed, "", transaction);
            confirmations.delete(wanted.confirmationId(), transaction);
            transaction.say(
                    CallFactory.edit(
                            context,
                            settled(proposal.get(), wanted, context, messages, transaction)));
        }
    }

    private ReplyMessage settled(
            PendingConfirmation confirmation,
            CallbackData.ConfirmationCallback wanted,
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        return switch (wanted) {
            case CallbackData.Cancel _ -> ReplyMessage.of(MessageKey.EDITOR_CANCELLED.in(messages));
            case CallbackData.Confirm _ -> confirmed(confirmation, context, messages, transaction);
        };
    }

    private ReplyMessage confirmed(
            PendingConfirmation confirmation,
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        return switch (confirmation) {
            case PendingConfirmation.AddArticle article ->
                    addArticleFlow.confirmed(article, context.chatId(), messages, transaction);
            case PendingConfirmation.RemoveArticle leaving ->
                    removeArticleFlow.confirmed(leaving, messages);
            // It is for the group's admins, who have a button of their own.
            case PendingConfirmation.ImportHistory _ ->
                    ReplyMessage.of(MessageKey.BUTTON_LOST.in(messages));
        };
    }

    private ReplyMessage admitted(
            MessageContext context, MessageCatalog messages, Supplier<ReplyMessage> reply) {
        if (!editors.isEditor(context.personId())) {
            return ReplyMessage.of(MessageKey.EDITOR_ONLY.in(messages));
        }
        return context.kind().isGroup()
                ? ReplyMessage.of(MessageKey.EDITOR_PRIVATE.in(messages))
                : reply.get();
    }

    /// A button that says yes to a proposal, and one that doesn't.
    static ReplyMessage.Button[] buttons(MessageKey yes, long proposal, MessageCatalog messages) {
        return new ReplyMessage.Button[] {
            new ReplyMessage.Button(yes.in(messages), new CallbackData.Confirm(proposal)),
            new ReplyMessage.Button(
                    MessageKey.EDITOR_CANCEL.in(messages), new CallbackData.Cancel(proposal))
        };
    }
}
