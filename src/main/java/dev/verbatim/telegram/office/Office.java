package dev.verbatim.telegram.office;

import dev.verbatim.answer.Wording;
import dev.verbatim.article.library.Desk;
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
    private final Desk desk;
    private final Statistics statistics;
    private final Reasons reasons;
    private final Proposals proposals;
    private final Acceptance acceptance;
    private final Withdrawal withdrawal;

    public Office(
            Editors editors,
            Desk desk,
            Proposals proposals,
            Statistics statistics,
            Reasons reasons) {
        this.editors = editors;
        this.desk = desk;
        this.statistics = statistics;
        this.reasons = reasons;
        this.proposals = proposals;
        acceptance = new Acceptance(desk, proposals);
        withdrawal = new Withdrawal(desk, proposals);
    }

    public Editors editors() {
        return editors;
    }

    /// The numbers.
    public Reply statistics(Origin origin, Wording wording) {
        return admitted(origin, wording, () -> Reply.of(statistics.in(wording)));
    }

    /// Why a question was answered, or wasn't.
    public Reply why(Incoming.Commanded why, Wording wording) {
        return admitted(why.origin(), wording, () -> reasons.of(why, wording));
    }

    /// Files the text behind the command.
    public Reply add(Incoming.Commanded add, Wording wording, Turn turn) {
        Origin origin = add.origin();
        return admitted(
                origin,
                wording,
                () -> acceptance.text(origin.chatId(), add.payload(), wording, turn));
    }

    /// Files a file.
    public Reply take(Incoming.Uploaded uploaded, Wording wording, Turn turn) {
        return admitted(uploaded.origin(), wording, () -> acceptance.file(uploaded, wording, turn));
    }

    /// Asks whether to file a message; nothing for who is no editor, and has asked a question.
    public Optional<Reply> take(Incoming.Forwarded message, Wording wording, Turn turn) {
        return editors.include(message.origin().personId())
                ? Optional.of(acceptance.forwarded(message, wording, turn))
                : Optional.empty();
    }

    /// Asks whether to remove the article named behind the command.
    public Reply remove(Incoming.Commanded remove, Wording wording, Turn turn) {
        Origin origin = remove.origin();
        return admitted(
                origin,
                wording,
                () -> withdrawal.ask(origin.chatId(), remove.payload(), wording, turn));
    }

    /// Reads the folder again.
    public Reply reload(Origin origin, Wording wording) {
        return admitted(origin, wording, () -> new EditorReport(wording).stock(reloaded()));
    }

    private Desk.Stock reloaded() {
        try {
            return desk.reload(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return desk.stock();
        }
    }

    /// Does what was proposed, or doesn't, and says so in the question's place.
    public void press(
            Incoming.Pressed pressed, Press.OfProposal wanted, Wording wording, Turn turn) {
        Origin origin = pressed.origin();
        Optional<Proposal> proposal = proposals.find(origin.chatId(), wanted.proposal());
        if (!editors.include(origin.personId())) {
            Requests.acknowledge(pressed, Phrase.EDITOR_ONLY.in(wording), turn);
        } else if (proposal.isEmpty()) {
            Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(wording), turn);
        } else {
            Requests.acknowledge(pressed, "", turn);
            proposals.forget(wanted.proposal(), turn);
            turn.say(Requests.edit(origin, settled(proposal.get(), wanted, origin, wording, turn)));
        }
    }

    private Reply settled(
            Proposal proposal, Press.OfProposal wanted, Origin origin, Wording wording, Turn turn) {
        return switch (wanted) {
            case Press.Cancel _ -> Reply.of(Phrase.EDITOR_CANCELLED.in(wording));
            case Press.Confirm _ -> confirmed(proposal, origin, wording, turn);
        };
    }

    private Reply confirmed(Proposal proposal, Origin origin, Wording wording, Turn turn) {
        return switch (proposal) {
            case Proposal.Article article ->
                    acceptance.confirmed(article, origin.chatId(), wording, turn);
            case Proposal.Leaving leaving -> withdrawal.confirmed(leaving, wording);
            // It is for the group's admins, who have a button of their own.
            case Proposal.History _ -> Reply.of(Phrase.BUTTON_LOST.in(wording));
        };
    }

    private Reply admitted(Origin origin, Wording wording, Supplier<Reply> reply) {
        if (!editors.include(origin.personId())) {
            return Reply.of(Phrase.EDITOR_ONLY.in(wording));
        }
        return origin.kind().isGroup() ? Reply.of(Phrase.EDITOR_PRIVATE.in(wording)) : reply.get();
    }

    /// A button that says yes to a proposal, and one that doesn't.
    static Reply.Button[] buttons(Phrase yes, long proposal, Wording wording) {
        return new Reply.Button[] {
            new Reply.Button(yes.in(wording), new Press.Confirm(proposal)),
            new Reply.Button(Phrase.EDITOR_CANCEL.in(wording), new Press.Cancel(proposal))
        };
    }
}
