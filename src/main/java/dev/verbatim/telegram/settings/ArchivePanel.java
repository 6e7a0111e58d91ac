package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Consent;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SettingsChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether and how long a group's messages are kept, as messages whose buttons change it. Pure.
///
/// @param consent empty when nothing is kept
public record ArchivePanel(Optional<Consent> consent, MessageCatalog messages) {

    private static final List<Integer> DAYS =
            List.of(Consent.SHORTEST_DAYS, 3, Consent.DEFAULT_DAYS, 14, Consent.LONGEST_DAYS);

    /// What a group is offered when we come in.
    public static Reply offering(Reply greeting, MessageCatalog messages) {
        String text = greeting.text() + "\n\n" + Phrase.ARCHIVE_OFFER.in(messages);
        return Reply.of(
                text, button(Phrase.ARCHIVE_TURN_ON.in(messages), new SettingsChoice.Agree()));
    }

    /// That nothing was kept, and so nothing can be told.
    public static Reply off(MessageCatalog messages) {
        return Reply.of(
                Phrase.CATCHUP_OFF.in(messages),
                button(Phrase.ARCHIVE_TURN_ON.in(messages), new SettingsChoice.Agree()));
    }

    /// The overview of a group's settings with this one, before the button that ends it.
    Reply addedTo(Reply overview) {
        List<List<Reply.Button>> rows = new ArrayList<>(overview.rows());
        rows.add(rows.size() - 1, List.of(button(setting(), new SettingsChoice.Keeping())));
        return overview.with(rows);
    }

    /// The settings in one message with this one.
    Reply addedToSummary(Reply summary) {
        return Reply.of(summary.text() + "\n" + setting());
    }

    private String setting() {
        String value =
                consent.map(given -> Phrase.ARCHIVE_SETTING_ON.in(messages, given.days()))
                        .orElse(Phrase.ARCHIVE_SETTING_OFF.in(messages));
        return Phrase.SETTINGS_CHOICE.in(messages, Phrase.ARCHIVE_SETTING.in(messages), value);
    }

    /// This setting.
    Reply page() {
        List<List<Reply.Button>> rows = new ArrayList<>();
        rows.add(DAYS.stream().map(this::choice).toList());
        if (consent.isPresent()) {
            rows.add(row(Phrase.ARCHIVE_TURN_OFF, new SettingsChoice.Stop()));
        }
        rows.add(row(Phrase.EARLIER_PAGE, new SettingsChoice.Overview()));
        return Reply.of(
                        consent.map(given -> Phrase.ARCHIVE_PAGE_ON.in(messages, given.days()))
                                .orElse(Phrase.ARCHIVE_PAGE_OFF.in(messages)))
                .with(rows);
    }

    private Reply.Button choice(int days) {
        boolean chosen = consent.filter(given -> given.days() == days).isPresent();
        return button(
                Reply.Button.mark(chosen) + Phrase.ARCHIVE_DAYS.in(messages, days),
                new SettingsChoice.Keep(days));
    }

    /// Asks before it is turned off.
    Reply stopping() {
        return sure(Phrase.ARCHIVE_TURN_OFF_SURE, new SettingsChoice.Stopped());
    }

    /// Asks before all is deleted.
    public Reply forgetting() {
        return sure(Phrase.FORGET_ALL_SURE, new SettingsChoice.ForgottenAll());
    }

    private Reply sure(Phrase question, SettingsChoice yes) {
        return Reply.of(question.in(messages))
                .with(
                        List.of(
                                row(Phrase.ARCHIVE_DELETE_ALL, yes),
                                row(Phrase.EDITOR_CANCEL, new SettingsChoice.Keeping())));
    }

    private List<Reply.Button> row(Phrase label, SettingsChoice choice) {
        return List.of(button(label.in(messages), choice));
    }

    private static Reply.Button button(String label, SettingsChoice choice) {
        return new Reply.Button(label, new Press.Settings(choice));
    }
}
