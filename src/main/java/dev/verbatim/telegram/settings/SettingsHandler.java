package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Library;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.message.TextHash;
import dev.verbatim.telegram.update.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;

/// Shows a chat's settings to whoever may change them, and changes them. Thread-safe.
public record SettingsHandler(
        SettingsStore store, Library library, ChatAdmins admins, ArchiveConsentHandler archive) {

    /// What is set in the chat of whoever it is.
    public ChatSettings of(MessageContext context) {
        return store.load(context.chatId());
    }

    /// The command.
    public void open(MessageContext context, ReplyTransaction transaction) {
        ChatSettings settings = of(context);
        MessageCatalog messages = settings.catalogFor(context);
        ReplyMessage reply =
                switch (admins.permission(context, transaction)) {
                    case GRANTED -> overview(context, panel(settings, messages));
                    case DENIED -> ReplyMessage.of(MessageKey.SETTINGS_ADMINS_ONLY.in(messages));
                    case UNKNOWN -> ReplyMessage.of(MessageKey.FAILED.in(messages));
                };
        transaction.say(CallFactory.reply(context, reply));
    }

    /// A button.
    public void press(
            Incoming.Pressed pressed, SettingsCallback choice, ReplyTransaction transaction) {
        ChatSettings settings = of(pressed.context());
        MessageCatalog messages = settings.catalogFor(pressed.context());
        switch (admins.permission(pressed.context(), transaction)) {
            case GRANTED -> choose(pressed, choice, settings, transaction);
            case DENIED ->
                    CallFactory.alert(
                            pressed, MessageKey.SETTINGS_ADMINS_ONLY.in(messages), transaction);
            case UNKNOWN -> CallFactory.alert(pressed, MessageKey.FAILED.in(messages), transaction);
        }
    }

    private void choose(
            Incoming.Pressed pressed,
            SettingsCallback choice,
            ChatSettings before,
            ReplyTransaction transaction) {
        if (choice instanceof SettingsCallback.ArchiveCallback ofArchive) {
            archive.press(pressed, ofArchive, before.catalogFor(pressed.context()), transaction);
            return;
        }
        long chatId = pressed.context().chatId();
        ChatSettings after = changed(before, choice);
        MessageCatalog messages = after.catalogFor(pressed.context());
        boolean same = after.equals(before);
        String notice = same ? "" : MessageKey.SETTINGS_SAVED.in(messages);
        CallFactory.acknowledge(pressed, notice, transaction);
        if (!same) {
            transaction.write(rows -> SettingsStore.save(chatId, after, rows));
        }
        transaction.say(
                CallFactory.edit(
                        pressed.context(),
                        page(panel(after, messages), choice, pressed.context())));
    }

    private ChatSettings changed(ChatSettings settings, SettingsCallback choice) {
        return switch (choice) {
            case SettingsCallback.SetLanguage(var language) -> settings.withLanguage(language);
            case SettingsCallback.SetLength(var length) -> settings.withLength(length);
            case SettingsCallback.SelectAllArticles() -> settings.withAllArticles();
            case SettingsCallback.ToggleArticle(long article, _) -> toggled(settings, article);
            case SettingsCallback.ShowOverview _,
                    SettingsCallback.ShowLanguages _,
                    SettingsCallback.ShowLengths _,
                    SettingsCallback.ShowArticles _,
                    SettingsCallback.Done _,
                    SettingsCallback.ArchiveCallback _ ->
                    settings;
        };
    }

    /// An article that is no more changes nothing.
    private ChatSettings toggled(ChatSettings settings, long article) {
        return library.articles().stream()
                .map(ArticleInfo::articleId)
                .filter(id -> TextHash.of(id) == article)
                .findFirst()
                .map(settings::withToggledArticle)
                .orElse(settings);
    }

    /// What is shown then: with what was set, the setting it belongs to.
    private ReplyMessage page(
            SettingsPanel panel, SettingsCallback choice, MessageContext context) {
        return switch (choice) {
            case SettingsCallback.ShowOverview _, SettingsCallback.ArchiveCallback _ ->
                    overview(context, panel);
            case SettingsCallback.ShowLanguages _, SettingsCallback.SetLanguage _ ->
                    panel.languages();
            case SettingsCallback.ShowLengths _, SettingsCallback.SetLength _ -> panel.lengths();
            case SettingsCallback.ShowArticles(int page) -> panel.articles(page);
            case SettingsCallback.ToggleArticle(_, int page) -> panel.articles(page);
            case SettingsCallback.SelectAllArticles _ -> panel.articles(0);
            case SettingsCallback.Done _ -> summary(context, panel);
        };
    }

    /// Only of groups anything is kept.
    private ReplyMessage overview(MessageContext context, SettingsPanel panel) {
        return context.kind().isGroup()
                ? archive.panel(context.chatId(), panel.messages()).addedTo(panel.overview())
                : panel.overview();
    }

    private ReplyMessage summary(MessageContext context, SettingsPanel panel) {
        return context.kind().isGroup()
                ? archive.panel(context.chatId(), panel.messages()).addedToSummary(panel.summary())
                : panel.summary();
    }

    private SettingsPanel panel(ChatSettings settings, MessageCatalog messages) {
        return new SettingsPanel(settings, library.articles(), messages);
    }
}
