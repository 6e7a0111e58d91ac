package dev.verbatim.telegram.archive;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.DesktopExportReader;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageArchive.ImportPreview;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.editors.ConfirmationStore;
import dev.verbatim.telegram.editors.ConfirmationStore.PendingConfirmation;
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

/// An import of older messages, from an export that an admin sends into the group.
///
/// The admin is told how much can be added, and confirms it. An export of another group is refused.
/// Thread-safe.
final class ArchiveImport {

    // What Telegram lets a bot download.
    private static final int LARGEST = 20_000_000;
    private static final String FILE = "result.json";

    // A basic group has no message numbers of its own: each member's app counts differently. Those
    // of
    // an export get numbers far below those of the archive, in their order.
    private static final long OUT_OF_THE_WAY = 1L << 40;
    private static final long LAST_BASIC_GROUP = -1_000_000_000_000L;

    private final MessageArchive archive;
    private final ConfirmationStore confirmations;
    private final ChatAdmins admins;

    ArchiveImport(MessageArchive archive, ConfirmationStore confirmations, ChatAdmins admins) {
        this.archive = archive;
        this.confirmations = confirmations;
        this.admins = admins;
    }

    /// Asks whether to add the messages of a file.
    ReplyMessage offer(Incoming.Exported exported, Responder responder) {
        MessageContext context = exported.context();
        return switch (admins.permission(context, responder.transaction())) {
            case DENIED -> ArchiveCommands.text(MessageKey.ADMINS_ONLY, responder).forUserOnly();
            case HIDDEN -> ArchiveCommands.text(MessageKey.ADMINS_HIDDEN, responder);
            case UNKNOWN -> ArchiveCommands.text(MessageKey.FAILED, responder);
            case GRANTED ->
                    archive.consent(context.chatId()).isEmpty()
                            ? ArchiveCommands.text(MessageKey.IMPORT_OFF, responder)
                            : readAndConfirm(exported, responder);
        };
    }

    private ReplyMessage readAndConfirm(Incoming.Exported exported, Responder responder) {
        var history = new PendingConfirmation.ImportHistory(exported.fileId());
        return exported.size() > LARGEST
                ? ArchiveCommands.text(MessageKey.IMPORT_UNREADABLE, responder)
                : preview(history, responder, found -> confirm(found, history, responder));
    }

    private ReplyMessage confirm(
            ImportPreview found, PendingConfirmation.ImportHistory history, Responder responder) {
        ReplyMessage question =
                ArchiveCommands.text(
                        MessageKey.IMPORT_ASK,
                        responder,
                        found.fresh().size(),
                        found.tooOld(),
                        found.optedOut(),
                        found.known());
        if (found.fresh().isEmpty()) {
            return question;
        }
        long id =
                confirmations.save(responder.context().chatId(), history, responder.transaction());
        return question.withButtons(
                List.of(
                        List.of(
                                button(
                                        responder,
                                        MessageKey.IMPORT_DO,
                                        new CallbackData.ImportCallback(id, true)),
                                button(
                                        responder,
                                        MessageKey.EDITOR_CANCEL,
                                        new CallbackData.ImportCallback(id, false)))));
    }

    /// Adds the messages or cancels, and says so in place of the question.
    void handle(Incoming.Pressed pressed, CallbackData.ImportCallback answer, Responder responder) {
        MessageCatalog messages = responder.messages();
        ReplyTransaction transaction = responder.transaction();
        switch (admins.permission(pressed.context(), transaction)) {
            case DENIED ->
                    CallFactory.alert(pressed, MessageKey.ADMINS_ONLY.in(messages), transaction);
            case HIDDEN ->
                    CallFactory.alert(pressed, MessageKey.ADMINS_HIDDEN.in(messages), transaction);
            case UNKNOWN -> CallFactory.alert(pressed, MessageKey.FAILED.in(messages), transaction);
            case GRANTED -> complete(pressed, answer, responder);
        }
    }

    private void complete(
            Incoming.Pressed pressed, CallbackData.ImportCallback answer, Responder responder) {
        Optional<PendingConfirmation> proposal =
                confirmations.find(responder.context().chatId(), answer.confirmationId());
        ReplyTransaction transaction = responder.transaction();
        if (proposal.isPresent()
                && proposal.get() instanceof PendingConfirmation.ImportHistory history) {
            CallFactory.acknowledge(pressed, "", transaction);
            confirmations.delete(answer.confirmationId(), transaction);
            ReplyMessage reply =
                    answer.confirmed()
                            ? preview(history, responder, found -> add(found, responder))
                            : ArchiveCommands.text(MessageKey.EDITOR_CANCELLED, responder);
            transaction.send(CallFactory.edit(responder.context(), reply));
        } else {
            CallFactory.acknowledge(
                    pressed, MessageKey.BUTTON_LOST.in(responder.messages()), transaction);
        }
    }

    private ReplyMessage add(ImportPreview found, Responder responder) {
        long chatId = responder.context().chatId();
        responder.transaction().write(rows -> archive.importMessages(chatId, found.fresh(), rows));
        return ArchiveCommands.text(MessageKey.IMPORTED, responder, found.fresh().size());
    }

    private ReplyMessage preview(
            PendingConfirmation.ImportHistory history,
            Responder responder,
            Function<ImportPreview, ReplyMessage> reply) {
        long chatId = responder.context().chatId();
        Optional<byte[]> file = responder.transaction().download(chatId, history.fileId(), LARGEST);
        if (file.isEmpty()) {
            return ArchiveCommands.text(MessageKey.IMPORT_UNREADABLE, responder);
        }
        try {
            DesktopExportReader.Export export = DesktopExportReader.read(file.get(), FILE);
            return export.groupId().equals(Author.id(chatId))
                    ? reply.apply(
                            archive.previewImport(chatId, numbered(chatId, export.messages())))
                    : ArchiveCommands.text(MessageKey.IMPORT_OTHER_GROUP, responder);
        } catch (DesktopExportReader.Unusable e) {
            // In English, like the faults of an article.
            return ReplyMessage.of(
                    ArchiveCommands.text(MessageKey.IMPORT_UNREADABLE, responder).text()
                            + "\n\n"
                            + e.getMessage());
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
                message.links(),
                message.approvals(),
                message.attachment());
    }

    private static ReplyMessage.Button button(
            Responder responder, MessageKey label, CallbackData callback) {
        return new ReplyMessage.Button(label.in(responder.messages()), callback);
    }
}
