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
        return store.of(context.chatId());
    }

    /// The command.
    public void open(MessageContext context, ReplyTransaction transaction) {
        ChatSettings settings = of(context);
        MessageCatalog messages = settings.wording(context);
        ReplyMessage reply =
                switch (admins.right(context, transaction)) {
                    case GIVEN -> overview(context, panel(settings, messages));
                    case NOT_GIVEN -> ReplyMessage.of(MessageKey.SETTINGS_ADMINS_ONLY.in(messages));
                    case UNKNOWN -> ReplyMessage.of(MessageKey.FAILED.in(messages));
                };
        transaction.say(CallFactory.reply(context, reply));
    }

    /// A button.
    public void press(
            Incoming.Pressed pressed, SettingsCallback choice, ReplyTransaction transaction) {
        ChatSettings settings = of(pressed.context());
        MessageCatalog messages = settings.wording(pressed.context());
        switch (admins.right(pressed.context(), transaction)) {
            case GIVEN -> choose(pressed, choice, settings, transaction);
            case NOT_GIVEN ->
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
        if (choice instanceof SettingsCallback.OfArchive ofArchive) {
            archive.press(pressed, ofArchive, before.wording(pressed.context()), transaction);
            return;
        }
        long chatId = pressed.context().chatId();
        ChatSettings after = changed(before, choice);
        MessageCatalog messages = after.wording(pressed.context());
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
            case SettingsCallback.Speak(var language) -> settings.in(language);
            case SettingsCallback.Answer(var length) -> settings.with(length);
            case SettingsCallback.AllArticles() -> settings.withAllArticles();
            case SettingsCallback.OneArticle(long article, _) -> toggled(settings, article);
            case SettingsCallback.Overview _,
                    SettingsCallback.Languages _,
                    SettingsCallback.Lengths _,
                    SettingsCallback.Articles _,
                    SettingsCallback.Done _,
                    SettingsCallback.OfArchive _ ->
                    settings;
        };
    }

    /// An article that is no more changes nothing.
    private ChatSettings toggled(ChatSettings settings, long article) {
        return library.listings().stream()
                .map(ArticleInfo::articleId)
                .filter(id -> TextHash.of(id) == article)
                .findFirst()
                .map(settings::toggling)
                .orElse(settings);
    }

    /// What is shown then: with what was set, the setting it belongs to.
    private ReplyMessage page(
            SettingsPanel panel, SettingsCallback choice, MessageContext context) {
        return switch (choice) {
            case SettingsCallback.Overview _, SettingsCallback.OfArchive _ ->
                    overview(context, panel);
            case SettingsCallback.Languages _, SettingsCallback.Speak _ -> panel.languages();
            case SettingsCallback.Lengths _, SettingsCallback.Answer _ -> panel.lengths();
            case SettingsCallback.Articles(int page) -> panel.articles(page);
            case SettingsCallback.OneArticle(_, int page) -> panel.articles(page);
            case SettingsCallback.AllArticles _ -> panel.articles(0);
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
        return new SettingsPanel(settings, library.listings(), messages);
    }
}
