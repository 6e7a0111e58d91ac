package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;
import dev.verbatim.group.Archive;
import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.Consent;
import dev.verbatim.group.DesktopExport;
import dev.verbatim.group.ExportedGroup;
import dev.verbatim.group.Sifted;
import dev.verbatim.telegram.delivery.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Adds what was said before we came, from an export that an admin sends into the group: after
/// having said how much that is. The export is of this group or nothing of it is taken.
/// Thread-safe.
record ArchiveImport(Archive archive, Proposals proposals, Admins admins) {

    // What Telegram lets a bot download.
    private static final int LARGEST = 20_000_000;
    private static final String FILE = "result.json";

    // A basic group has no numbers of its own: each member's app counts its messages otherwise.
    // Those of an export are numbered out of the way of ours, in their order.
    private static final long OUT_OF_THE_WAY = 1L << 40;
    private static final long LAST_BASIC_GROUP = -1_000_000_000_000L;

    /// Asks whether to add what is in a file.
    Reply offer(Incoming.Exported exported, Wording wording, Turn turn) {
        Origin origin = exported.origin();
        Optional<Consent> consent = archive.consent(origin.chatId());
        Phrase refusal =
                switch (admins.right(origin, turn)) {
                    case GIVEN -> consent.isPresent() ? null : Phrase.IMPORT_OFF;
                    case NOT_GIVEN -> Phrase.ADMINS_ONLY;
                    case UNKNOWN -> Phrase.FAILED;
                };
        if (refusal != null) {
            return Reply.of(refusal.in(wording));
        }
        var history = new Proposal.History(exported.fileId());
        return exported.size() > LARGEST
                ? Reply.of(Phrase.IMPORT_UNREADABLE.in(wording))
                : sifted(
                        history,
                        origin.chatId(),
                        wording,
                        turn,
                        found -> ask(found, history, origin, wording, turn));
    }

    private Reply ask(
            Sifted found, Proposal.History history, Origin origin, Wording wording, Turn turn) {
        String text =
                Phrase.IMPORT_ASK.in(
                        wording,
                        found.fresh().size(),
                        found.tooOld(),
                        found.optedOut(),
                        found.known());
        if (found.fresh().isEmpty()) {
            return Reply.of(text);
        }
        long id = proposals.keep(origin.chatId(), history, turn);
        return Reply.of(
                text,
                new Reply.Button(Phrase.IMPORT_DO.in(wording), new Press.Bring(id, true)),
                new Reply.Button(Phrase.EDITOR_CANCEL.in(wording), new Press.Bring(id, false)));
    }

    /// Adds it, or doesn't, and says so in the question's place.
    void press(Incoming.Pressed pressed, Press.Bring wanted, Wording wording, Turn turn) {
        Origin origin = pressed.origin();
        switch (admins.right(origin, turn)) {
            case NOT_GIVEN -> Requests.alert(pressed, Phrase.ADMINS_ONLY.in(wording), turn);
            case UNKNOWN -> Requests.alert(pressed, Phrase.FAILED.in(wording), turn);
            case GIVEN ->
                    proposals
                            .find(origin.chatId(), wanted.proposal())
                            .filter(Proposal.History.class::isInstance)
                            .map(Proposal.History.class::cast)
                            .ifPresentOrElse(
                                    history -> settle(pressed, history, wanted, wording, turn),
                                    () ->
                                            Requests.acknowledge(
                                                    pressed, Phrase.BUTTON_LOST.in(wording), turn));
        }
    }

    private void settle(
            Incoming.Pressed pressed,
            Proposal.History history,
            Press.Bring wanted,
            Wording wording,
            Turn turn) {
        Origin origin = pressed.origin();
        Requests.acknowledge(pressed, "", turn);
        proposals.forget(wanted.proposal(), turn);
        turn.say(
                Requests.edit(
                        origin,
                        wanted.yes()
                                ? sifted(
                                        history,
                                        origin.chatId(),
                                        wording,
                                        turn,
                                        found -> add(found, origin.chatId(), wording, turn))
                                : Reply.of(Phrase.EDITOR_CANCELLED.in(wording))));
    }

    private Reply add(Sifted found, long chatId, Wording wording, Turn turn) {
        turn.write(rows -> archive.add(chatId, found.fresh(), rows));
        return Reply.of(Phrase.IMPORTED.in(wording, found.fresh().size()));
    }

    private Reply sifted(
            Proposal.History history,
            long chatId,
            Wording wording,
            Turn turn,
            Function<Sifted, Reply> reply) {
        Optional<byte[]> file = turn.download(chatId, history.fileId(), LARGEST);
        if (file.isEmpty()) {
            return Reply.of(Phrase.IMPORT_UNREADABLE.in(wording));
        }
        try {
            ExportedGroup group = ExportedGroup.read(file.get(), FILE);
            return group.id().equals(Author.id(chatId))
                    ? reply.apply(archive.sift(chatId, numbered(chatId, group.messages())))
                    : Reply.of(Phrase.IMPORT_OTHER_GROUP.in(wording));
        } catch (DesktopExport.Unusable e) {
            return Reply.of(Phrase.IMPORT_UNREADABLE.in(wording) + "\n\n" + e.getMessage());
        }
    }

    private List<ChatMessage> numbered(long chatId, List<ChatMessage> messages) {
        List<ChatMessage> words =
                messages.stream()
                        .filter(message -> !MessageDecoder.isCommand(message.text()))
                        .toList();
        if (chatId < LAST_BASIC_GROUP) {
            return words;
        }
        Instant ours = archive.consent(chatId).map(Consent::at).orElse(Instant.EPOCH);
        return words.stream()
                .filter(message -> message.time().isBefore(ours))
                .map(ArchiveImport::outOfTheWay)
                .toList();
    }

    private static ChatMessage outOfTheWay(ChatMessage message) {
        Long replyTo = message.replyTo();
        return new ChatMessage(
                message.id() - OUT_OF_THE_WAY,
                message.topic(),
                message.author(),
                message.time(),
                replyTo == null ? null : Long.valueOf(replyTo - OUT_OF_THE_WAY),
                message.text(),
                message.mentions(),
                message.links());
    }
}
