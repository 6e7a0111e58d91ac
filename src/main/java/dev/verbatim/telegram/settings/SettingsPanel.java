package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.TextHash;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import dev.verbatim.telegram.message.Truncation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A renderer of a chat's settings as messages whose buttons change them. Pure.
///
/// @param remoteHost where a language model reads the chat's questions, if one does
record SettingsPanel(
        ChatSettings settings,
        List<ArticleInfo> listings,
        Optional<String> remoteHost,
        MessageCatalog messages) {

    private static final int PAGE_SIZE = 8;
    // About what a phone shows of a button.
    private static final int MAX_LABEL = 48;

    SettingsPanel {
        listings = List.copyOf(listings);
    }

    ReplyMessage overview() {
        return ReplyMessage.of(title())
                .withButtons(
                        List.of(
                                row(language(), new SettingsCallback.ShowLanguages()),
                                row(articles(), new SettingsCallback.ShowArticles(0)),
                                row(length(), new SettingsCallback.ShowLengths()),
                                row(
                                        MessageKey.SETTINGS_DONE.in(messages),
                                        new SettingsCallback.Done())));
    }

    /// Adds whether the posts of the group's channel become articles.
    ReplyMessage withChannel(ReplyMessage overview, boolean isSource) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>(overview.rows());
        String label =
                ReplyMessage.Button.checkMark(isSource) + MessageKey.SETTINGS_CHANNEL.in(messages);
        rows.add(rows.size() - 1, row(label, new SettingsCallback.ToggleChannel()));
        return overview.withButtons(rows);
    }

    /// Adds the list of the questions that wait for an answer.
    ReplyMessage withPending(ReplyMessage overview, int pending) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>(overview.rows());
        String label = MessageKey.PENDING_SETTING.in(messages, pending);
        var list = new ReplyMessage.Button(label, new CallbackData.ShowPending(0));
        rows.add(rows.size() - 1, List.of(list));
        return overview.withButtons(rows);
    }

    private String title() {
        String title = MessageKey.SETTINGS.in(messages);
        return remoteHost
                .map(host -> title + "\n\n" + MessageKey.SETTINGS_MODEL_HOST.in(messages, host))
                .orElse(title);
    }

    /// The settings without buttons.
    ReplyMessage summary() {
        return ReplyMessage.of(String.join("\n", title(), "", language(), articles(), length()));
    }

    ReplyMessage languages() {
        return choice(
                MessageKey.SETTINGS_LANGUAGE,
                SettingsCallback.LANGUAGES.stream()
                        .map(
                                language ->
                                        row(
                                                ReplyMessage.Button.checkMark(
                                                                language.equals(
                                                                        settings.language()))
                                                        + name(language),
                                                new SettingsCallback.SetLanguage(language)))
                        .toList());
    }

    ReplyMessage lengths() {
        return choice(
                MessageKey.SETTINGS_LENGTH,
                Arrays.stream(AnswerLength.values())
                        .map(
                                length ->
                                        row(
                                                ReplyMessage.Button.checkMark(
                                                                length == settings.length())
                                                        + name(length),
                                                new SettingsCallback.SetLength(length)))
                        .toList());
    }

    /// One page of the articles.
    ///
    /// @param page counted from 0; a page after the last one shows the last one
    ReplyMessage articles(int page) {
        int shown = Math.clamp(page, 0, Math.max(0, (listings.size() - 1) / PAGE_SIZE));
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        rows.add(
                row(
                        ReplyMessage.Button.checkMark(settings.articleIds().isEmpty())
                                + MessageKey.SETTINGS_ARTICLES_ALL.in(messages),
                        new SettingsCallback.SelectAllArticles()));
        listings.stream()
                .skip((long) shown * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .forEach(articleInfo -> rows.add(article(articleInfo, shown)));
        rows.add(turning(shown));
        return ReplyMessage.of(MessageKey.SETTINGS_ARTICLES_CHOOSE.in(messages)).withButtons(rows);
    }

    private List<ReplyMessage.Button> article(ArticleInfo articleInfo, int page) {
        return row(
                ReplyMessage.Button.checkMark(
                                settings.articleIds().contains(articleInfo.articleId()))
                        + messages.source(articleInfo.publication()),
                new SettingsCallback.ToggleArticle(TextHash.of(articleInfo.articleId()), page));
    }

    private List<ReplyMessage.Button> turning(int page) {
        SettingsCallback back =
                page == 0
                        ? new SettingsCallback.ShowOverview()
                        : new SettingsCallback.ShowArticles(page - 1);
        List<ReplyMessage.Button> buttons = new ArrayList<>();
        buttons.add(button(MessageKey.EARLIER_PAGE.in(messages), back));
        if ((page + 1) * PAGE_SIZE < listings.size()) {
            buttons.add(
                    button(
                            MessageKey.LATER_PAGE.in(messages),
                            new SettingsCallback.ShowArticles(page + 1)));
        }
        return buttons;
    }

    private ReplyMessage choice(MessageKey of, List<List<ReplyMessage.Button>> choices) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>(choices);
        rows.add(row(MessageKey.EARLIER_PAGE.in(messages), new SettingsCallback.ShowOverview()));
        return ReplyMessage.of(of.in(messages)).withButtons(rows);
    }

    private String language() {
        return line(MessageKey.SETTINGS_LANGUAGE, name(settings.language()));
    }

    private String articles() {
        MessageKey which =
                settings.articleIds().isEmpty()
                        ? MessageKey.SETTINGS_ARTICLES_ALL
                        : MessageKey.SETTINGS_ARTICLES_CHOSEN;
        return line(MessageKey.SETTINGS_ARTICLES, which.in(messages));
    }

    private String length() {
        return line(MessageKey.SETTINGS_LENGTH, name(settings.length()));
    }

    private String line(MessageKey setting, String value) {
        return MessageKey.SETTINGS_CHOICE.in(messages, setting.in(messages), value);
    }

    /// As its speakers write it, so that they find it.
    private String name(Locale language) {
        if (language.equals(Locale.ROOT)) {
            return MessageKey.SETTINGS_LANGUAGE_READER.in(messages);
        }
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private String name(AnswerLength length) {
        MessageKey messageKey =
                switch (length) {
                    case SHORT -> MessageKey.SETTINGS_LENGTH_SHORT;
                    case NORMAL -> MessageKey.SETTINGS_LENGTH_NORMAL;
                    case LONG -> MessageKey.SETTINGS_LENGTH_LONG;
                };
        return messageKey.in(messages);
    }

    private static List<ReplyMessage.Button> row(String label, SettingsCallback choice) {
        return List.of(button(label, choice));
    }

    private static ReplyMessage.Button button(String label, SettingsCallback choice) {
        return new ReplyMessage.Button(Truncation.ellipsize(label, MAX_LABEL), choice);
    }
}
