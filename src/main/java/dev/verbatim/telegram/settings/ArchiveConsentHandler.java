package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Clock;
import java.util.Optional;

/// Lets those who may decide for a group turn on and off that its messages are kept, and tells the
/// group. Thread-safe.
public record ArchiveConsentHandler(MessageArchive archive, PrivacyMode privacy, Clock clock) {

    /// How it is set.
    ArchivePanel panel(long chatId, MessageCatalog messages) {
        return new ArchivePanel(archive.consent(chatId), messages);
    }

    /// A button, of somebody who may.
    void press(
            Incoming.Pressed pressed,
            SettingsCallback.ArchiveCallback choice,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        ArchivePanel panel = panel(pressed.context().chatId(), messages);
        if (!pressed.context().kind().isGroup()) {
            CallFactory.acknowledge(pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
            return;
        }
        switch (choice) {
            case SettingsCallback.ShowArchive() -> show(pressed, panel.page(), transaction);
            case SettingsCallback.EnableArchive() -> agree(pressed, panel, transaction);
            case SettingsCallback.SetRetention(int days) -> keep(pressed, days, panel, transaction);
            case SettingsCallback.AskDisableArchive() ->
                    show(pressed, panel.stopping(), transaction);
            case SettingsCallback.DisableArchive() -> stop(pressed, messages, transaction);
            case SettingsCallback.AskDeleteArchive() ->
                    show(pressed, panel.forgetting(), transaction);
            case SettingsCallback.DeleteArchive() -> forgetAll(pressed, messages, transaction);
        }
    }

    private static void show(
            Incoming.Pressed pressed, ReplyMessage reply, ReplyTransaction transaction) {
        CallFactory.acknowledge(pressed, "", transaction);
        transaction.say(CallFactory.edit(pressed.context(), reply));
    }

    /// From the message that the group was greeted with, which stays as it is.
    private void agree(Incoming.Pressed pressed, ArchivePanel panel, ReplyTransaction transaction) {
        if (panel.consent().isPresent()) {
            CallFactory.alert(pressed, MessageKey.ARCHIVE_IS_ON.in(panel.messages()), transaction);
            return;
        }
        CallFactory.acknowledge(pressed, "", transaction);
        set(pressed.context(), Consent.DEFAULT_DAYS, panel, transaction);
    }

    private void keep(
            Incoming.Pressed pressed, int days, ArchivePanel panel, ReplyTransaction transaction) {
        boolean same = panel.consent().filter(given -> given.days() == days).isPresent();
        CallFactory.acknowledge(pressed, "", transaction);
        Optional<Consent> now =
                same ? panel.consent() : set(pressed.context(), days, panel, transaction);
        transaction.say(
                CallFactory.edit(
                        pressed.context(), new ArchivePanel(now, panel.messages()).page()));
    }

    /// Nothing is promised that can't be kept: where not everything reaches us it stays off.
    private Optional<Consent> set(
            MessageContext context, int days, ArchivePanel panel, ReplyTransaction transaction) {
        MessageCatalog messages = panel.messages();
        if (panel.consent().isEmpty()
                && !privacy.botSeesAllMessages(context.chatId(), transaction)) {
            String name = privacy.currentBot().get().userName();
            tell(context, MessageKey.ARCHIVE_DEAF.in(messages, name), transaction);
            return Optional.empty();
        }
        var consent = new Consent(Author.id(context.personId()), clock.instant(), days);
        transaction.write(rows -> archive.agree(context.chatId(), consent, rows));
        MessageKey told =
                panel.consent().isEmpty()
                        ? MessageKey.ARCHIVE_STARTED
                        : MessageKey.ARCHIVE_DAYS_CHANGED;
        tell(context, told.in(messages, days), transaction);
        return Optional.of(consent);
    }

    private void stop(
            Incoming.Pressed pressed, MessageCatalog messages, ReplyTransaction transaction) {
        transaction.write(rows -> archive.withdraw(pressed.context().chatId(), rows));
        show(pressed, ReplyMessage.of(MessageKey.ARCHIVE_ENDED.in(messages)), transaction);
    }

    private void forgetAll(
            Incoming.Pressed pressed, MessageCatalog messages, ReplyTransaction transaction) {
        transaction.write(rows -> archive.forgetAll(pressed.context().chatId(), rows));
        show(pressed, ReplyMessage.of(MessageKey.FORGOTTEN_ALL.in(messages)), transaction);
    }

    private static void tell(MessageContext context, String text, ReplyTransaction transaction) {
        transaction.say(CallFactory.send(context, ReplyMessage.of(text)));
    }
}
