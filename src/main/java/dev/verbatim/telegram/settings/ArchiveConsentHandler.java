package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.update.Incoming;
import java.time.Clock;
import java.util.Optional;

/// A handler of the buttons by which a group's admins turn the archive of its messages on and off.
/// The group is told about every change. Thread-safe.
final class ArchiveConsentHandler {

    private final MessageArchive archive;
    private final ChatAdmins admins;
    private final Clock clock;

    ArchiveConsentHandler(MessageArchive archive, ChatAdmins admins, Clock clock) {
        this.archive = archive;
        this.admins = admins;
        this.clock = clock;
    }

    ArchivePanel panel(long chatId, MessageCatalog messages) {
        return new ArchivePanel(archive.consent(chatId), messages);
    }

    /// @param pressed by a user who may decide for the chat
    void handle(
            Incoming.Pressed pressed,
            SettingsCallback.ArchiveCallback callback,
            Responder responder) {
        if (!responder.context().kind().isGroup()) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
            return;
        }
        ArchivePanel panel = panel(responder.context().chatId(), responder.messages());
        switch (callback) {
            case SettingsCallback.ShowArchive() -> responder.replace(pressed, panel.page());
            case SettingsCallback.EnableArchive() -> enable(pressed, panel, responder);
            case SettingsCallback.SetRetention(int days) ->
                    setRetention(pressed, days, panel, responder);
            case SettingsCallback.AskDisableArchive() ->
                    responder.replace(pressed, panel.confirmDisabling());
            case SettingsCallback.DisableArchive() -> disable(pressed, responder);
            case SettingsCallback.AskDeleteArchive() ->
                    responder.replace(pressed, panel.confirmDeletion());
            case SettingsCallback.DeleteArchive() -> deleteAll(pressed, responder);
        }
    }

    /// The button is also in the group's greeting, which stays as it is.
    private void enable(Incoming.Pressed pressed, ArchivePanel panel, Responder responder) {
        if (panel.consent().isPresent()) {
            responder.alert(pressed, MessageKey.ARCHIVE_IS_ON);
            return;
        }
        responder.acknowledge(pressed);
        agree(Consent.DEFAULT_DAYS, panel, responder);
    }

    private void setRetention(
            Incoming.Pressed pressed, int days, ArchivePanel panel, Responder responder) {
        boolean same = panel.consent().filter(given -> given.days() == days).isPresent();
        responder.acknowledge(pressed);
        Optional<Consent> now = same ? panel.consent() : agree(days, panel, responder);
        responder.edit(new ArchivePanel(now, panel.messages()).page());
    }

    /// Promises nothing that the bot can't keep: the archive stays off where the bot doesn't see
    /// all messages.
    private Optional<Consent> agree(int days, ArchivePanel panel, Responder responder) {
        long chatId = responder.context().chatId();
        boolean isNew = panel.consent().isEmpty();
        if (isNew && !admins.botSeesAllMessages(chatId, responder.transaction())) {
            String name = admins.botName();
            announce(MessageKey.ARCHIVE_DEAF.in(panel.messages(), name), responder);
            return Optional.empty();
        }
        String author = Author.id(responder.context().personId());
        var consent = new Consent(author, clock.instant(), days);
        responder.transaction().write(rows -> archive.grantConsent(chatId, consent, rows));
        MessageKey text = isNew ? MessageKey.ARCHIVE_STARTED : MessageKey.ARCHIVE_DAYS_CHANGED;
        announce(text.in(panel.messages(), days), responder);
        return Optional.of(consent);
    }

    private void disable(Incoming.Pressed pressed, Responder responder) {
        long chatId = responder.context().chatId();
        responder.transaction().write(rows -> archive.revokeConsent(chatId, rows));
        replace(pressed, MessageKey.ARCHIVE_ENDED, responder);
    }

    private void deleteAll(Incoming.Pressed pressed, Responder responder) {
        long chatId = responder.context().chatId();
        responder.transaction().write(rows -> archive.deleteAll(chatId, rows));
        replace(pressed, MessageKey.FORGOTTEN_ALL, responder);
    }

    private static void replace(Incoming.Pressed pressed, MessageKey text, Responder responder) {
        responder.replace(pressed, ReplyMessage.of(text.in(responder.messages())));
    }

    private static void announce(String text, Responder responder) {
        responder.sendStandalone(ReplyMessage.of(text));
    }
}
