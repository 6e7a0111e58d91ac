package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Fingerprint;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SettingsChoice;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;

/// Shows a chat's settings to whoever may change them, and changes them. Thread-safe.
public record SettingsDialogue(
        SettingsStore store, Library library, ChatAdmins admins, ArchiveDialogue archive) {

    /// What is set in the chat of whoever it is.
    public ChatSettings of(Origin origin) {
        return store.of(origin.chatId());
    }

    /// The command.
    public void open(Origin origin, Turn turn) {
        ChatSettings settings = of(origin);
        MessageCatalog messages = settings.wording(origin);
        Reply reply =
                switch (admins.right(origin, turn)) {
                    case GIVEN -> overview(origin, panel(settings, messages));
                    case NOT_GIVEN -> Reply.of(Phrase.SETTINGS_ADMINS_ONLY.in(messages));
                    case UNKNOWN -> Reply.of(Phrase.FAILED.in(messages));
                };
        turn.say(Requests.reply(origin, reply));
    }

    /// A button.
    public void press(Incoming.Pressed pressed, SettingsChoice choice, Turn turn) {
        ChatSettings settings = of(pressed.origin());
        MessageCatalog messages = settings.wording(pressed.origin());
        switch (admins.right(pressed.origin(), turn)) {
            case GIVEN -> choose(pressed, choice, settings, turn);
            case NOT_GIVEN ->
                    Requests.alert(pressed, Phrase.SETTINGS_ADMINS_ONLY.in(messages), turn);
            case UNKNOWN -> Requests.alert(pressed, Phrase.FAILED.in(messages), turn);
        }
    }

    private void choose(
            Incoming.Pressed pressed, SettingsChoice choice, ChatSettings before, Turn turn) {
        if (choice instanceof SettingsChoice.OfArchive ofArchive) {
            archive.press(pressed, ofArchive, before.wording(pressed.origin()), turn);
            return;
        }
        long chatId = pressed.origin().chatId();
        ChatSettings after = changed(before, choice);
        MessageCatalog messages = after.wording(pressed.origin());
        boolean same = after.equals(before);
        String notice = same ? "" : Phrase.SETTINGS_SAVED.in(messages);
        Requests.acknowledge(pressed, notice, turn);
        if (!same) {
            turn.write(rows -> SettingsStore.save(chatId, after, rows));
        }
        turn.say(
                Requests.edit(
                        pressed.origin(), page(panel(after, messages), choice, pressed.origin())));
    }

    private ChatSettings changed(ChatSettings settings, SettingsChoice choice) {
        return switch (choice) {
            case SettingsChoice.Speak(var language) -> settings.in(language);
            case SettingsChoice.Answer(var length) -> settings.with(length);
            case SettingsChoice.AllArticles() -> settings.withAllArticles();
            case SettingsChoice.OneArticle(long article, _) -> toggled(settings, article);
            case SettingsChoice.Overview _,
                    SettingsChoice.Languages _,
                    SettingsChoice.Lengths _,
                    SettingsChoice.Articles _,
                    SettingsChoice.Done _,
                    SettingsChoice.OfArchive _ ->
                    settings;
        };
    }

    /// An article that is no more changes nothing.
    private ChatSettings toggled(ChatSettings settings, long article) {
        return library.listings().stream()
                .map(ArticleInfo::articleId)
                .filter(id -> Fingerprint.of(id) == article)
                .findFirst()
                .map(settings::toggling)
                .orElse(settings);
    }

    /// What is shown then: with what was set, the setting it belongs to.
    private Reply page(SettingsPanel panel, SettingsChoice choice, Origin origin) {
        return switch (choice) {
            case SettingsChoice.Overview _, SettingsChoice.OfArchive _ -> overview(origin, panel);
            case SettingsChoice.Languages _, SettingsChoice.Speak _ -> panel.languages();
            case SettingsChoice.Lengths _, SettingsChoice.Answer _ -> panel.lengths();
            case SettingsChoice.Articles(int page) -> panel.articles(page);
            case SettingsChoice.OneArticle(_, int page) -> panel.articles(page);
            case SettingsChoice.AllArticles _ -> panel.articles(0);
            case SettingsChoice.Done _ -> summary(origin, panel);
        };
    }

    /// Only of groups anything is kept.
    private Reply overview(Origin origin, SettingsPanel panel) {
        return origin.kind().isGroup()
                ? archive.panel(origin.chatId(), panel.messages()).addedTo(panel.overview())
                : panel.overview();
    }

    private Reply summary(Origin origin, SettingsPanel panel) {
        return origin.kind().isGroup()
                ? archive.panel(origin.chatId(), panel.messages()).addedToSummary(panel.summary())
                : panel.summary();
    }

    private SettingsPanel panel(ChatSettings settings, MessageCatalog messages) {
        return new SettingsPanel(settings, library.listings(), messages);
    }
}
