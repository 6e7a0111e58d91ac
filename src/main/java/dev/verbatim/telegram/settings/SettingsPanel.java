package dev.verbatim.telegram.settings;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.message.Fingerprint;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SettingsChoice;
import dev.verbatim.telegram.message.Shortened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A chat's settings as a message whose buttons change them. Pure.
record SettingsPanel(ChatSettings settings, List<ArticleInfo> listings, MessageCatalog messages) {

    private static final int PAGE = 8;
    // What a telephone shows of a button, more or less.
    private static final int LABEL = 48;

    SettingsPanel {
        listings = List.copyOf(listings);
    }

    Reply overview() {
        return Reply.of(Phrase.SETTINGS.in(messages))
                .with(
                        List.of(
                                row(language(), new SettingsChoice.Languages()),
                                row(articles(), new SettingsChoice.Articles(0)),
                                row(length(), new SettingsChoice.Lengths()),
                                row(Phrase.SETTINGS_DONE.in(messages), new SettingsChoice.Done())));
    }

    /// What is set, with nothing to change it by.
    Reply summary() {
        return Reply.of(
                String.join(
                        "\n", Phrase.SETTINGS.in(messages), "", language(), articles(), length()));
    }

    Reply languages() {
        return choice(
                Phrase.SETTINGS_LANGUAGE,
                SettingsChoice.LANGUAGES.stream()
                        .map(
                                language ->
                                        row(
                                                Reply.Button.mark(
                                                                language.equals(
                                                                        settings.language()))
                                                        + name(language),
                                                new SettingsChoice.Speak(language)))
                        .toList());
    }

    Reply lengths() {
        return choice(
                Phrase.SETTINGS_LENGTH,
                Arrays.stream(AnswerLength.values())
                        .map(
                                length ->
                                        row(
                                                Reply.Button.mark(length == settings.length())
                                                        + name(length),
                                                new SettingsChoice.Answer(length)))
                        .toList());
    }

    /// One page of the articles.
    ///
    /// @param page counted from 0; a page that is no more shows the last one
    Reply articles(int page) {
        int shown = Math.clamp(page, 0, Math.max(0, (listings.size() - 1) / PAGE));
        List<List<Reply.Button>> rows = new ArrayList<>();
        rows.add(
                row(
                        Reply.Button.mark(settings.articleIds().isEmpty())
                                + Phrase.SETTINGS_ARTICLES_ALL.in(messages),
                        new SettingsChoice.AllArticles()));
        listings.stream()
                .skip((long) shown * PAGE)
                .limit(PAGE)
                .forEach(articleInfo -> rows.add(article(articleInfo, shown)));
        rows.add(turning(shown));
        return Reply.of(Phrase.SETTINGS_ARTICLES_CHOOSE.in(messages)).with(rows);
    }

    private List<Reply.Button> article(ArticleInfo articleInfo, int page) {
        return row(
                Reply.Button.mark(settings.articleIds().contains(articleInfo.articleId()))
                        + messages.source(articleInfo.publication()),
                new SettingsChoice.OneArticle(Fingerprint.of(articleInfo.articleId()), page));
    }

    private List<Reply.Button> turning(int page) {
        SettingsChoice back =
                page == 0 ? new SettingsChoice.Overview() : new SettingsChoice.Articles(page - 1);
        List<Reply.Button> buttons = new ArrayList<>();
        buttons.add(button(Phrase.EARLIER_PAGE.in(messages), back));
        if ((page + 1) * PAGE < listings.size()) {
            buttons.add(
                    button(Phrase.LATER_PAGE.in(messages), new SettingsChoice.Articles(page + 1)));
        }
        return buttons;
    }

    private Reply choice(Phrase of, List<List<Reply.Button>> choices) {
        List<List<Reply.Button>> rows = new ArrayList<>(choices);
        rows.add(row(Phrase.EARLIER_PAGE.in(messages), new SettingsChoice.Overview()));
        return Reply.of(of.in(messages)).with(rows);
    }

    private String language() {
        return line(Phrase.SETTINGS_LANGUAGE, name(settings.language()));
    }

    private String articles() {
        Phrase which =
                settings.articleIds().isEmpty()
                        ? Phrase.SETTINGS_ARTICLES_ALL
                        : Phrase.SETTINGS_ARTICLES_CHOSEN;
        return line(Phrase.SETTINGS_ARTICLES, which.in(messages));
    }

    private String length() {
        return line(Phrase.SETTINGS_LENGTH, name(settings.length()));
    }

    private String line(Phrase setting, String value) {
        return Phrase.SETTINGS_CHOICE.in(messages, setting.in(messages), value);
    }

    /// As its speakers write it: who looks for a language reads that one.
    private String name(Locale language) {
        if (language.equals(Locale.ROOT)) {
            return Phrase.SETTINGS_LANGUAGE_READER.in(messages);
        }
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private String name(AnswerLength length) {
        Phrase phrase =
                switch (length) {
                    case SHORT -> Phrase.SETTINGS_LENGTH_SHORT;
                    case NORMAL -> Phrase.SETTINGS_LENGTH_NORMAL;
                    case LONG -> Phrase.SETTINGS_LENGTH_LONG;
                };
        return phrase.in(messages);
    }

    private static List<Reply.Button> row(String label, SettingsChoice choice) {
        return List.of(button(label, choice));
    }

    private static Reply.Button button(String label, SettingsChoice choice) {
        return new Reply.Button(Shortened.of(label, LABEL), new Press.Settings(choice));
    }
}
