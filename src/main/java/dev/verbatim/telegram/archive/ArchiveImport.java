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
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.editors.ConfirmationStore;
import dev.verbatim.telegram.editors.PendingConfirmation;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Adds what was said before we came, from an export that an admin sends into the group: after
/// having said how much that is. The export is of this group or nothing of it is taken.
/// Thread-safe.
public record ArchiveImport(
        MessageArchive archive, ConfirmationStore confirmations, ChatAdmins admins) {

    // What Telegram lets a bot download.
    private static final int LARGEST = 20_000_000;
    private static final String FILE = "result.json";

    // A basic group has no numbers of its own: each member's app counts its messages otherwise.
    // Those of an export are numbered out of the way of ours, in their order.
    private static final long OUT_OF_THE_WAY = 1L << 40;
    private static final long LAST_BASIC_GROUP = -1_000_000_000_000L;

    /// Where something is asked, and how the reply is said.
    private record Occasion(
            MessageContext context, MessageCatalog messages, ReplyTransaction transaction) {

        ReplyMessage say(MessageKey messageKey, Object... arguments) {
            return ReplyMessage.of(messageKey.in(messages, arguments));
        }

        ReplyMessage.Button button(MessageKey label, CallbackData callback) {
            return new ReplyMessage.Button(label.in(messages), callback);
        }
    }

    /// Asks whether to add what is in a file.
    ReplyMessage offer(
            Incoming.Exported exported,
            MessageCatalog messageCatalog,
            ReplyTransaction transaction) {
        MessageContext context = exported.context();
        var occasion = new Occasion(context, messageCatalog, transaction);
        return switch (admins.permission(context, transaction)) {
            case DENIED -> occasion.say(MessageKey.ADMINS_ONLY);
            case UNKNOWN -> occasion.say(MessageKey.FAILED);
            case GRANTED ->
                    archive.consent(context.chatId()).isEmpty()
                            ? occasion.say(MessageKey.IMPORT_OFF)
                            : offer(exported, occasion);
        };
    }

    private ReplyMessage offer(Incoming.Exported exported, Occasion occasion) {
        var history = new PendingConfirmation.ImportHistory(exported.fileId());
        return exported.size() > LARGEST
                ? occasion.say(MessageKey.IMPORT_UNREADABLE)
                : sifted(history, occasion, found -> ask(found, history, occasion));
    }

    private ReplyMessage ask(
            ImportPreview found, PendingConfirmation.ImportHistory history, Occasion occasion) {
        ReplyMessage question =
                occasion.say(
                        MessageKey.IMPORT_ASK,
                        found.fresh().size(),
                        found.tooOld(),
                        found.optedOut(),
                        found.known());
        if (found.fresh().isEmpty()) {
            return question;
        }
        long id = confirmations.save(occasion.context().chatId(), history, occasion.transaction());
        return question.withButtons(
                List.of(
                        List.of(
                                occasion.button(
                                        MessageKey.IMPORT_DO,
                                        new CallbackData.ImportCallback(id, true)),
                                occasion.button(
                                        MessageKey.EDITOR_CANCEL,
                                        new CallbackData.ImportCallback(id, false)))));
    }

    /// Adds it, or doesn't, and says so in the question's place.
    void press(
            Incoming.Pressed pressed,
            CallbackData.ImportCallback wanted,
            MessageCatalog messageCatalog,
            ReplyTransaction transaction) {
        switch (admins.permission(pressed.context(), transaction)) {
            case DENIED ->
                    CallFactory.alert(
                            pressed, MessageKey.ADMINS_ONLY.in(messageCatalog), transaction);
            case UNKNOWN ->
                    CallFactory.alert(pressed, MessageKey.FAILED.in(messageCatalog), transaction);
            case GRANTED ->
                    settle(
                            pressed,
                            wanted,
                            new Occasion(pressed.context(), messageCatalog, transaction));
        }
    }

    private void settle(
            Incoming.Pressed pressed, CallbackData.ImportCallback wanted, Occasion occasion) {
        Optional<PendingConfirmation> proposal =
                confirmations.find(occasion.context().chatId(), wanted.confirmationId());
        ReplyTransaction transaction = occasion.transaction();
        if (proposal.isPresent()
                && proposal.get() instanceof PendingConfirmation.ImportHistory history) {
            CallFactory.acknowledge(pressed, "", transaction);
            confirmations.delete(wanted.confirmationId(), transaction);
            ReplyMessage reply =
                    wanted.confirmed()
                            ? sifted(history, occasion, found -> add(found, occasion))
                            : occasion.say(MessageKey.EDITOR_CANCELLED);
            transaction.send(CallFactory.edit(occasion.context(), reply));
        } else {
            CallFactory.acknowledge(
                    pressed, MessageKey.BUTTON_LOST.in(occasion.messages()), transaction);
        }
    }

    private ReplyMessage add(ImportPreview found, Occasion occasion) {
        long chatId = occasion.context().chatId();
        occasion.transaction().write(rows -> archive.add(chatId, found.fresh(), rows));
        return occasion.say(MessageKey.IMPORTED, found.fresh().size());
    }

    private ReplyMessage sifted(
            PendingConfirmation.ImportHistory history,
            Occasion occasion,
            Function<ImportPreview, ReplyMessage> reply) {
        long chatId = occasion.context().chatId();
        Optional<byte[]> file = occasion.transaction().download(chatId, history.fileId(), LARGEST);
        if (file.isEmpty()) {
            return occasion.say(MessageKey.IMPORT_UNREADABLE);
        }
        try {
            ExportedGroup group = ExportedGroup.read(file.get(), FILE);
            return group.id().equals(Author.id(chatId))
                    ? reply.apply(archive.sift(chatId, numbered(chatId, group.messages())))
                    : occasion.say(MessageKey.IMPORT_OTHER_GROUP);
        } catch (DesktopExportReader.Unusable e) {
            // In English, as an editor reads it of an article.
            return ReplyMessage.of(
                    occasion.say(MessageKey.IMPORT_UNREADABLE).text() + "\n\n" + e.getMessage());
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
