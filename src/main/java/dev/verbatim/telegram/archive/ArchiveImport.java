package dev.verbatim.telegram.archive;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.Consent;
import dev.verbatim.group.DesktopExportReader;
import dev.verbatim.group.ExportedGroup;
import dev.verbatim.group.ImportPreview;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.office.Proposal;
import dev.verbatim.telegram.office.Proposals;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageDecoder;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Adds what was said before we came, from an export that an admin sends into the group: after
/// having said how much that is. The export is of this group or nothing of it is taken.
/// Thread-safe.
public record ArchiveImport(MessageArchive archive, Proposals proposals, ChatAdmins admins) {

    // What Telegram lets a bot download.
    private static final int LARGEST = 20_000_000;
    private static final String FILE = "result.json";

    // A basic group has no numbers of its own: each member's app counts its messages otherwise.
    // Those of an export are numbered out of the way of ours, in their order.
    private static final long OUT_OF_THE_WAY = 1L << 40;
    private static final long LAST_BASIC_GROUP = -1_000_000_000_000L;

    /// Where something is asked, and how the reply is said.
    private record Occasion(Origin origin, MessageCatalog messages, Turn turn) {

        Reply say(Phrase phrase, Object... arguments) {
            return Reply.of(phrase.in(messages, arguments));
        }

        Reply.Button button(Phrase label, Press press) {
            return new Reply.Button(label.in(messages), press);
        }
    }

    /// Asks whether to add what is in a file.
    Reply offer(Incoming.Exported exported, MessageCatalog messageCatalog, Turn turn) {
        Origin origin = exported.origin();
        var occasion = new Occasion(origin, messageCatalog, turn);
        return switch (admins.right(origin, turn)) {
            case NOT_GIVEN -> occasion.say(Phrase.ADMINS_ONLY);
            case UNKNOWN -> occasion.say(Phrase.FAILED);
            case GIVEN ->
                    archive.consent(origin.chatId()).isEmpty()
                            ? occasion.say(Phrase.IMPORT_OFF)
                            : offer(exported, occasion);
        };
    }

    private Reply offer(Incoming.Exported exported, Occasion occasion) {
        var history = new Proposal.History(exported.fileId());
        return exported.size() > LARGEST
                ? occasion.say(Phrase.IMPORT_UNREADABLE)
                : sifted(history, occasion, found -> ask(found, history, occasion));
    }

    private Reply ask(ImportPreview found, Proposal.History history, Occasion occasion) {
        Reply question =
                occasion.say(
                        Phrase.IMPORT_ASK,
                        found.fresh().size(),
                        found.tooOld(),
                        found.optedOut(),
                        found.known());
        if (found.fresh().isEmpty()) {
            return question;
        }
        long id = proposals.keep(occasion.origin().chatId(), history, occasion.turn());
        return question.with(
                List.of(
                        List.of(
                                occasion.button(Phrase.IMPORT_DO, new Press.Bring(id, true)),
                                occasion.button(
                                        Phrase.EDITOR_CANCEL, new Press.Bring(id, false)))));
    }

    /// Adds it, or doesn't, and says so in the question's place.
    void press(
            Incoming.Pressed pressed,
            Press.Bring wanted,
            MessageCatalog messageCatalog,
            Turn turn) {
        switch (admins.right(pressed.origin(), turn)) {
            case NOT_GIVEN -> Requests.alert(pressed, Phrase.ADMINS_ONLY.in(messageCatalog), turn);
            case UNKNOWN -> Requests.alert(pressed, Phrase.FAILED.in(messageCatalog), turn);
            case GIVEN ->
                    settle(pressed, wanted, new Occasion(pressed.origin(), messageCatalog, turn));
        }
    }

    private void settle(Incoming.Pressed pressed, Press.Bring wanted, Occasion occasion) {
        Optional<Proposal> proposal = proposals.find(occasion.origin().chatId(), wanted.proposal());
        Turn turn = occasion.turn();
        if (proposal.isPresent() && proposal.get() instanceof Proposal.History history) {
            Requests.acknowledge(pressed, "", turn);
            proposals.forget(wanted.proposal(), turn);
            Reply reply =
                    wanted.yes()
                            ? sifted(history, occasion, found -> add(found, occasion))
                            : occasion.say(Phrase.EDITOR_CANCELLED);
            turn.say(Requests.edit(occasion.origin(), reply));
        } else {
            Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(occasion.messages()), turn);
        }
    }

    private Reply add(ImportPreview found, Occasion occasion) {
        long chatId = occasion.origin().chatId();
        occasion.turn().write(rows -> archive.add(chatId, found.fresh(), rows));
        return occasion.say(Phrase.IMPORTED, found.fresh().size());
    }

    private Reply sifted(
            Proposal.History history, Occasion occasion, Function<ImportPreview, Reply> reply) {
        long chatId = occasion.origin().chatId();
        Optional<byte[]> file = occasion.turn().download(chatId, history.fileId(), LARGEST);
        if (file.isEmpty()) {
            return occasion.say(Phrase.IMPORT_UNREADABLE);
        }
        try {
            ExportedGroup group = ExportedGroup.read(file.get(), FILE);
            return group.id().equals(Author.id(chatId))
                    ? reply.apply(archive.sift(chatId, numbered(chatId, group.messages())))
                    : occasion.say(Phrase.IMPORT_OTHER_GROUP);
        } catch (DesktopExportReader.Unusable e) {
            // In English, as an editor reads it of an article.
            return Reply.of(
                    occasion.say(Phrase.IMPORT_UNREADABLE).text() + "\n\n" + e.getMessage());
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
