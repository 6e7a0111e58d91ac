package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SettingsChoice;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.time.Clock;
import java.util.Optional;

/// Lets those who may decide for a group turn on and off that its messages are kept, and tells the
/// group. Thread-safe.
public record ArchiveDialogue(MessageArchive archive, PrivacyMode privacy, Clock clock) {

    /// How it is set.
    ArchivePanel panel(long chatId, MessageCatalog messages) {
        return new ArchivePanel(archive.consent(chatId), messages);
    }

    /// A button, of somebody who may.
    void press(
            Incoming.Pressed pressed,
            SettingsChoice.OfArchive choice,
            MessageCatalog messages,
            Turn turn) {
        ArchivePanel panel = panel(pressed.origin().chatId(), messages);
        if (!pressed.origin().kind().isGroup()) {
            Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(messages), turn);
            return;
        }
        switch (choice) {
            case SettingsChoice.Keeping() -> show(pressed, panel.page(), turn);
            case SettingsChoice.Agree() -> agree(pressed, panel, turn);
            case SettingsChoice.Keep(int days) -> keep(pressed, days, panel, turn);
            case SettingsChoice.Stop() -> show(pressed, panel.stopping(), turn);
            case SettingsChoice.Stopped() -> stop(pressed, messages, turn);
            case SettingsChoice.ForgetAll() -> show(pressed, panel.forgetting(), turn);
            case SettingsChoice.ForgottenAll() -> forgetAll(pressed, messages, turn);
        }
    }

    private static void show(Incoming.Pressed pressed, Reply reply, Turn turn) {
        Requests.acknowledge(pressed, "", turn);
        turn.say(Requests.edit(pressed.origin(), reply));
    }

    /// From the message that the group was greeted with, which stays as it is.
    private void agree(Incoming.Pressed pressed, ArchivePanel panel, Turn turn) {
        if (panel.consent().isPresent()) {
            Requests.alert(pressed, Phrase.ARCHIVE_IS_ON.in(panel.messages()), turn);
            return;
        }
        Requests.acknowledge(pressed, "", turn);
        set(pressed.origin(), Consent.DEFAULT_DAYS, panel, turn);
    }

    private void keep(Incoming.Pressed pressed, int days, ArchivePanel panel, Turn turn) {
        boolean same = panel.consent().filter(given -> given.days() == days).isPresent();
        Requests.acknowledge(pressed, "", turn);
        Optional<Consent> now = same ? panel.consent() : set(pressed.origin(), days, panel, turn);
        turn.say(Requests.edit(pressed.origin(), new ArchivePanel(now, panel.messages()).page()));
    }

    /// Nothing is promised that can't be kept: where not everything reaches us it stays off.
    private Optional<Consent> set(Origin origin, int days, ArchivePanel panel, Turn turn) {
        MessageCatalog messages = panel.messages();
        if (panel.consent().isEmpty() && !privacy.reaches(origin.chatId(), turn)) {
            String name = privacy.self().get().userName();
            tell(origin, Phrase.ARCHIVE_DEAF.in(messages, name), turn);
            return Optional.empty();
        }
        var consent = new Consent(Author.id(origin.personId()), clock.instant(), days);
        turn.write(rows -> archive.agree(origin.chatId(), consent, rows));
        Phrase told =
                panel.consent().isEmpty() ? Phrase.ARCHIVE_STARTED : Phrase.ARCHIVE_DAYS_CHANGED;
        tell(origin, told.in(messages, days), turn);
        return Optional.of(consent);
    }

    private void stop(Incoming.Pressed pressed, MessageCatalog messages, Turn turn) {
        turn.write(rows -> archive.withdraw(pressed.origin().chatId(), rows));
        show(pressed, Reply.of(Phrase.ARCHIVE_ENDED.in(messages)), turn);
    }

    private void forgetAll(Incoming.Pressed pressed, MessageCatalog messages, Turn turn) {
        turn.write(rows -> archive.forgetAll(pressed.origin().chatId(), rows));
        show(pressed, Reply.of(Phrase.FORGOTTEN_ALL.in(messages)), turn);
    }

    private static void tell(Origin origin, String text, Turn turn) {
        turn.say(Requests.send(origin, Reply.of(text)));
    }
}
