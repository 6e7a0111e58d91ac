package dev.verbatim.telegram.office;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What only editors are told and may do, each in the private chat; a polite no for everybody else.
public final class Office {

    // Reading a changed folder takes seconds. Who has a large one is told how far it is.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Editors editors;
    private final ArticleSubmissionService submissions;
    private final Statistics statistics;
    private final Reasons reasons;
    private final Proposals proposals;
    private final Acceptance acceptance;
    private final Withdrawal withdrawal;

    public Office(
            Editors editors,
            ArticleSubmissionService submissions,
            Proposals proposals,
            Statistics statistics,
            Reasons reasons) {
        this.editors = editors;
        this.submissions = submissions;
        this.statistics = statistics;
        this.reasons = reasons;
        this.proposals = proposals;
        acceptance = new Acceptance(submissions, proposals);
        withdrawal = new Withdrawal(submissions, proposals);
    }

    public Editors editors() {
        return editors;
    }

    /// The numbers.
    public Reply statistics(Origin origin, MessageCatalog messages) {
        return admitted(origin, messages, () -> Reply.of(statistics.in(messages)));
    }

    /// Why a question was answered, or wasn't.
    public Reply why(Incoming.Commanded why, MessageCatalog messages) {
        return admitted(why.origin(), messages, () -> reasons.of(why, messages));
    }

    /// Files the text behind the command.
    public Reply add(Incoming.Commanded add, MessageCatalog messages, Turn turn) {
        Origin origin = add.origin();
        return admitted(
                origin,
                messages,
                () -> acceptance.text(origin.chatId(), add.payload(), messages, turn));
    }

    /// Files a file.
    public Reply take(Incoming.Uploaded uploaded, MessageCatalog messages, Turn turn) {
        return admitted(
                uploaded.origin(), messages, () -> acceptance.file(uploaded, messages, turn));
    }

    /// Asks whether to file a message; nothing for who is no editor, and has asked a question.
    public Optional<Reply> take(Incoming.Forwarded message, MessageCatalog messages, Turn turn) {
        return editors.include(message.origin().personId())
                ? Optional.of(acceptance.forwarded(message, messages, turn))
                : Optional.empty();
    }

    /// Asks whether to remove the article named behind the command.
    public Reply remove(Incoming.Commanded remove, MessageCatalog messages, Turn turn) {
        Origin origin = remove.origin();
        return admitted(
                origin,
                messages,
                () -> withdrawal.ask(origin.chatId(), remove.payload(), messages, turn));
    }

    /// Reads the folder again.
    public Reply reload(Origin origin, MessageCatalog messages) {
        return admitted(origin, messages, () -> new EditorReport(messages).stock(reloaded()));
    }

    private ArticleSubmissionService.Stock reloaded() {
        try {
            return submissions.reload(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return submissions.stock();
        }
    }

    /// Does what was proposed, or doesn't, and says so in the question's place.
    public void press(
            Incoming.Pressed pressed, Press.OfProposal wanted, MessageCatalog messages, Turn turn) {
        Origin origin = pressed.origin();
        Optional<Proposal> proposal = proposals.find(origin.chatId(), wanted.proposal());
        if (!editors.include(origin.personId())) {
            Requests.acknowledge(pressed, Phrase.EDITOR_ONLY.in(messages), turn);
        } else if (proposal.isEmpty()) {
            Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(messages), turn);
        } else {
            Requests.acknowledge(pressed, "", turn);
            proposals.forget(wanted.proposal(), turn);
            turn.say(
                    Requests.edit(origin, settled(proposal.get(), wanted, origin, messages, turn)));
        }
    }

    private Reply settled(
            Proposal proposal,
            Press.OfProposal wanted,
            Origin origin,
            MessageCatalog messages,
            Turn turn) {
        return switch (wanted) {
            case Press.Cancel _ -> Reply.of(Phrase.EDITOR_CANCELLED.in(messages));
            case Press.Confirm _ -> confirmed(proposal, origin, messages, turn);
        };
    }

    private Reply confirmed(Proposal proposal, Origin origin, MessageCatalog messages, Turn turn) {
        return switch (proposal) {
            case Proposal.Article article ->
                    acceptance.confirmed(article, origin.chatId(), messages, turn);
            case Proposal.Leaving leaving -> withdrawal.confirmed(leaving, messages);
            // It is for the group's admins, who have a button of their own.
            case Proposal.History _ -> Reply.of(Phrase.BUTTON_LOST.in(messages));
        };
    }

    private Reply admitted(Origin origin, MessageCatalog messages, Supplier<Reply> reply) {
        if (!editors.include(origin.personId())) {
            return Reply.of(Phrase.EDITOR_ONLY.in(messages));
        }
        return origin.kind().isGroup() ? Reply.of(Phrase.EDITOR_PRIVATE.in(messages)) : reply.get();
    }

    /// A button that says yes to a proposal, and one that doesn't.
    static Reply.Button[] buttons(Phrase yes, long proposal, MessageCatalog messages) {
        return new Reply.Button[] {
            new Reply.Button(yes.in(messages), new Press.Confirm(proposal)),
            new Reply.Button(Phrase.EDITOR_CANCEL.in(messages), new Press.Cancel(proposal))
        };
    }
}
