package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Consent;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.update.BotIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A renderer of the archive setting: whether and how long a group's messages are kept. The buttons
/// under its messages change it. Pure.
///
/// @param consent empty when nothing is kept
public record ArchivePanel(Optional<Consent> consent, MessageCatalog messages) {

    private static final List<Integer> DAYS =
            List.of(Consent.SHORTEST_DAYS, 3, Consent.DEFAULT_DAYS, 14, Consent.LONGEST_DAYS);

    /// The greeting of a group that the bot has joined: what it can do, which messages it sees, and
    /// the offer to turn the archive on.
    ///
    /// @param asAdmin an admin sees all messages, whatever the privacy mode
    public static ReplyMessage greeting(BotIdentity bot, boolean asAdmin, MessageCatalog messages) {
        MessageKey greeting =
                bot.readsAll() || asAdmin
                        ? MessageKey.GROUP_GREETING_ALL
                        : MessageKey.GROUP_GREETING_ADDRESSED;
        String text =
                greeting.in(messages, bot.userName())
                        + "\n\n"
                        + MessageKey.ARCHIVE_OFFER.in(messages);
        return ReplyMessage.of(
                text,
                button(
                        MessageKey.ARCHIVE_TURN_ON.in(messages),
                        new SettingsCallback.EnableArchive()));
    }

    /// The message that nothing was kept, so there is no catch-up.
    public static ReplyMessage archiveIsOff(MessageCatalog messages) {
        return ReplyMessage.of(
                MessageKey.CATCHUP_OFF.in(messages),
                button(
                        MessageKey.ARCHIVE_TURN_ON.in(messages),
                        new SettingsCallback.EnableArchive()));
    }

    /// Adds this setting to the overview of a group's settings, before the button that closes it.
    ReplyMessage addedTo(ReplyMessage overview) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>(overview.rows());
        rows.add(rows.size() - 1, List.of(button(setting(), new SettingsCallback.ShowArchive())));
        return overview.withButtons(rows);
    }

    /// Adds this setting to the summary of all settings.
    ReplyMessage addedToSummary(ReplyMessage summary) {
        return ReplyMessage.of(summary.text() + "\n" + setting());
    }

    private String setting() {
        String value =
                consent.map(given -> MessageKey.ARCHIVE_SETTING_ON.in(messages, given.days()))
                        .orElse(MessageKey.ARCHIVE_SETTING_OFF.in(messages));
        return MessageKey.SETTINGS_CHOICE.in(
                messages, MessageKey.ARCHIVE_SETTING.in(messages), value);
    }

    /// The page of this setting.
    ReplyMessage page() {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        rows.add(DAYS.stream().map(this::choice).toList());
        if (consent.isPresent()) {
            rows.add(row(MessageKey.ARCHIVE_TURN_OFF, new SettingsCallback.AskDisableArchive()));
        }
        rows.add(row(MessageKey.EARLIER_PAGE, new SettingsCallback.ShowOverview()));
        return ReplyMessage.of(
                        consent.map(given -> MessageKey.ARCHIVE_PAGE_ON.in(messages, given.days()))
                                .orElse(MessageKey.ARCHIVE_PAGE_OFF.in(messages)))
                .withButtons(rows);
    }

    private ReplyMessage.Button choice(int days) {
        boolean chosen = consent.filter(given -> given.days() == days).isPresent();
        return button(
                ReplyMessage.Button.checkMark(chosen) + MessageKey.ARCHIVE_DAYS.in(messages, days),
                new SettingsCallback.SetRetention(days));
    }

    /// Asks for confirmation before it is turned off.
    ReplyMessage confirmDisabling() {
        return confirmation(
                MessageKey.ARCHIVE_TURN_OFF_SURE, new SettingsCallback.DisableArchive());
    }

    /// Asks for confirmation before everything is deleted.
    public ReplyMessage confirmDeletion() {
        return confirmation(MessageKey.FORGET_ALL_SURE, new SettingsCallback.DeleteArchive());
    }

    private ReplyMessage confirmation(MessageKey question, SettingsCallback yes) {
        return ReplyMessage.of(question.in(messages))
                .withButtons(
                        List.of(
                                row(MessageKey.ARCHIVE_DELETE_ALL, yes),
                                row(MessageKey.EDITOR_CANCEL, new SettingsCallback.ShowArchive())));
    }

    private List<ReplyMessage.Button> row(MessageKey label, SettingsCallback choice) {
        return List.of(button(label.in(messages), choice));
    }

    private static ReplyMessage.Button button(String label, SettingsCallback choice) {
        return new ReplyMessage.Button(label, choice);
    }
}
