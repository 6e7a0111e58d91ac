package dev.verbatim.telegram.settings;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.TextHash;
import dev.verbatim.article.library.Library;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChannelSourceStore;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.LongToIntFunction;

/// A handler that shows a chat's settings to the users who may change them, and changes them.
/// Thread-safe.
public final class SettingsHandler implements CommandHandler, CallbackHandler<SettingsCallback> {

    private final Library library;
    private final ChatAdmins admins;
    private final ArchiveConsentHandler archive;
    private final Answerer answerer;
    private final Features features;

    /// What features have in the settings.
    ///
    /// @param channels the groups whose channel is a source: what a channel posts is served to
    ///   everybody, so its group's admins alone may not change that
    /// @param editors whether a user is an editor of the bot
    /// @param pendingQuestions how many questions of a user wait for an answer
    public record Features(
            ChannelSourceStore channels,
            LongPredicate editors,
            LongToIntFunction pendingQuestions) {}

    public SettingsHandler(
            Library library,
            Answerer answerer,
            ChatAdmins admins,
            MessageArchive archive,
            Clock clock,
            Features features) {
        this.features = features;
        this.library = library;
        this.answerer = answerer;
        this.admins = admins;
        this.archive = new ArchiveConsentHandler(archive, admins, clock);
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(Command.SETTINGS, (_, responder) -> show(responder));
    }

    private void show(Responder responder) {
        switch (admins.permission(responder.context(), responder.transaction())) {
            case GRANTED -> responder.reply(overview(panel(responder), responder));
            case DENIED ->
                    responder.reply(responder.text(MessageKey.SETTINGS_ADMINS_ONLY).forUserOnly());
            case HIDDEN -> responder.reply(responder.text(MessageKey.ADMINS_HIDDEN));
            case UNKNOWN -> responder.reply(responder.text(MessageKey.FAILED));
        }
    }

    @Override
    public Class<SettingsCallback> callbackType() {
        return SettingsCallback.class;
    }

    @Override
    public void handle(Incoming.Pressed pressed, SettingsCallback callback, Responder responder) {
        switch (admins.permission(responder.context(), responder.transaction())) {
            case GRANTED -> handlePermitted(pressed, callback, responder);
            case DENIED -> responder.alert(pressed, MessageKey.SETTINGS_ADMINS_ONLY);
            case HIDDEN -> responder.alert(pressed, MessageKey.ADMINS_HIDDEN);
            case UNKNOWN -> responder.alert(pressed, MessageKey.FAILED);
        }
    }

    private void handlePermitted(
            Incoming.Pressed pressed, SettingsCallback callback, Responder responder) {
        if (callback instanceof SettingsCallback.ArchiveCallback ofArchive) {
            archive.handle(pressed, ofArchive, responder);
            return;
        }
        if (callback instanceof SettingsCallback.ToggleChannel) {
            toggleChannel(pressed, responder);
            return;
        }
        ChatSettings before = responder.settings();
        ChatSettings after = changed(before, callback);
        // The language may be what was changed.
        Responder changed = responder.withSettings(after);
        if (after.equals(before)) {
            changed.acknowledge(pressed);
        } else {
            changed.notify(pressed, MessageKey.SETTINGS_SAVED);
            long chatId = responder.context().chatId();
            responder.transaction().write(rows -> SettingsStore.save(chatId, after, rows));
        }
        changed.edit(page(callback, changed));
    }

    private void toggleChannel(Incoming.Pressed pressed, Responder responder) {
        if (!mayDecideOnChannel(responder)) {
            responder.alert(pressed, MessageKey.EDITOR_ONLY);
            return;
        }
        long chat = responder.context().chatId();
        boolean wanted = !features.channels().isSource(chat);
        responder.transaction().write(rows -> ChannelSourceStore.set(chat, wanted, rows));
        responder.notify(pressed, MessageKey.SETTINGS_SAVED);
        responder.edit(overview(panel(responder), wanted, responder));
    }

    private boolean mayDecideOnChannel(Responder responder) {
        return responder.context().kind().isGroup()
                && features.editors().test(responder.context().personId());
    }

    private ChatSettings changed(ChatSettings settings, SettingsCallback callback) {
        return switch (callback) {
            case SettingsCallback.SetLanguage(var language) -> settings.withLanguage(language);
            case SettingsCallback.SetLength(var length) -> settings.withLength(length);
            case SettingsCallback.SelectAllArticles() -> settings.withAllArticles();
            case SettingsCallback.ToggleArticle(long article, _) -> toggled(settings, article);
            case SettingsCallback.ShowOverview _,
                    SettingsCallback.ShowLanguages _,
                    SettingsCallback.ShowLengths _,
                    SettingsCallback.ShowArticles _,
                    SettingsCallback.Done _,
                    SettingsCallback.ToggleChannel _,
                    SettingsCallback.ArchiveCallback _ ->
                    settings;
        };
    }

    /// An article that is no longer served changes nothing.
    private ChatSettings toggled(ChatSettings settings, long idHash) {
        return library.articles().stream()
                .map(ArticleInfo::articleId)
                .filter(id -> TextHash.of(id) == idHash)
                .findFirst()
                .map(settings::withToggledArticle)
                .orElse(settings);
    }

    /// The page that is shown next: after a change, the one of the setting that was changed.
    private ReplyMessage page(SettingsCallback callback, Responder responder) {
        SettingsPanel panel = panel(responder);
        return switch (callback) {
            case SettingsCallback.ShowOverview _,
                    SettingsCallback.ToggleChannel _,
                    SettingsCallback.ArchiveCallback _ ->
                    overview(panel, responder);
            case SettingsCallback.ShowLanguages _, SettingsCallback.SetLanguage _ ->
                    panel.languages();
            case SettingsCallback.ShowLengths _, SettingsCallback.SetLength _ -> panel.lengths();
            case SettingsCallback.ShowArticles(int page) -> panel.articles(page);
            case SettingsCallback.ToggleArticle(_, int page) -> panel.articles(page);
            case SettingsCallback.SelectAllArticles _ -> panel.articles(0);
            case SettingsCallback.Done _ -> summary(panel, responder);
        };
    }

    private ReplyMessage overview(SettingsPanel panel, Responder responder) {
        boolean isSource =
                mayDecideOnChannel(responder)
                        && features.channels().isSource(responder.context().chatId());
        return overview(panel, isSource, responder);
    }

    /// Only groups have an archive, and a channel.
    private ReplyMessage overview(SettingsPanel panel, boolean isSource, Responder responder) {
        ReplyMessage overview =
                mayDecideOnChannel(responder)
                        ? panel.withChannel(panel.overview(), isSource)
                        : panel.overview();
        return responder.context().kind().isGroup()
                ? archivePanel(responder).addedTo(overview)
                : withPending(overview, panel, responder);
    }

    private ReplyMessage withPending(
            ReplyMessage overview, SettingsPanel panel, Responder responder) {
        int pending = features.pendingQuestions().applyAsInt(responder.context().personId());
        return pending == 0 ? overview : panel.withPending(overview, pending);
    }

    private ReplyMessage summary(SettingsPanel panel, Responder responder) {
        return responder.context().kind().isGroup()
                ? archivePanel(responder).addedToSummary(panel.summary())
                : panel.summary();
    }

    private ArchivePanel archivePanel(Responder responder) {
        return archive.panel(responder.context().chatId(), responder.messages());
    }

    private SettingsPanel panel(Responder responder) {
        List<ArticleInfo> articles = library.articles();
        return new SettingsPanel(
                responder.settings(), articles, answerer.remoteHost(), responder.messages());
    }
}
