package dev.verbatim.telegram.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.message.AnswerLength;
import dev.verbatim.telegram.message.CallbackData;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.SettingsCallback;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPanelTest {

    private static final List<ArticleInfo> TWENTY =
            IntStream.range(0, 20)
                    .mapToObj(i -> new ArticleInfo("article-" + i, titled("Title " + i), 3))
                    .toList();

    @Test
    void overviewShowsTheSettings() {
        var settings = new ChatSettings(Locale.GERMAN, AnswerLength.LONG, Set.of("article-3"));

        assertThat(labels(panel(settings).overview()))
                .anyMatch(label -> label.endsWith("Deutsch"))
                .anyMatch(label -> label.endsWith("Chosen ones"))
                .anyMatch(label -> label.endsWith("Long"));
        assertThat(panel(settings).summary().text()).contains("Deutsch", "Chosen ones", "Long");
        assertThat(panel(settings).summary().rows()).isEmpty();
    }

    @Test
    void everyLanguageIsOfferedUnderItsOwnName() {
        ReplyMessage languages = panel(ChatSettings.DEFAULT).languages();

        assertThat(labels(languages))
                .contains(
                        "✓ The reader’s own",
                        "English",
                        "Deutsch",
                        "Français",
                        "Español",
                        "Italiano",
                        "Українська",
                        "Русский");
    }

    @Test
    void pagesThroughTheArticlesAndMarksTheSelected() {
        var settings = ChatSettings.DEFAULT.withToggledArticle("article-9");

        ReplyMessage second = panel(settings).articles(1);

        assertThat(labels(second))
                .startsWith("All", "Title 8", "✓ Title 9")
                .endsWith("« Back", "More »")
                .hasSize(1 + 8 + 2);
        assertThat(labels(panel(settings).articles(99))).contains("Title 19").endsWith("« Back");
    }

    @Test
    void overviewSaysWhereALanguageModelReads() {
        var panel =
                new SettingsPanel(
                        ChatSettings.DEFAULT, TWENTY, Optional.of("llm.example"), english());

        assertThat(panel.overview().text()).contains("sent to llm.example");
        assertThat(panel.summary().text()).contains("sent to llm.example");
        assertThat(panel(ChatSettings.DEFAULT).overview().text())
                .isEqualTo("Settings of this chat");
    }

    @Test
    void longTitleIsTruncatedBetweenCharacters() {
        var articleInfo = new ArticleInfo("a", titled("x" + "😀".repeat(100)), 1);
        var panel =
                new SettingsPanel(
                        ChatSettings.DEFAULT, List.of(articleInfo), Optional.empty(), english());

        String label = labels(panel.articles(0)).get(1);

        assertThat(label).hasSizeLessThanOrEqualTo(48).endsWith("😀…");
    }

    @Test
    void deselectingTheLastArticleSelectsAll() {
        ChatSettings one = ChatSettings.DEFAULT.withToggledArticle("a");

        assertThat(one.articleIds()).containsExactly("a");
        assertThat(one.withToggledArticle("a")).isEqualTo(ChatSettings.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void encodedCallbackIsParsedBack(SettingsCallback choice) {
        String data = choice.encode();

        assertThat(CallbackData.parse(data)).isEqualTo(choice);
        assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    }

    static List<SettingsCallback> choices() {
        return List.of(
                new SettingsCallback.ShowOverview(),
                new SettingsCallback.ShowLanguages(),
                new SettingsCallback.ShowLengths(),
                new SettingsCallback.ShowArticles(999_999_999),
                new SettingsCallback.SetLanguage(Locale.ROOT),
                new SettingsCallback.SetLanguage(Locale.of("uk")),
                new SettingsCallback.SetLength(AnswerLength.SHORT),
                new SettingsCallback.SelectAllArticles(),
                new SettingsCallback.ToggleArticle(-1, 7),
                new SettingsCallback.ToggleArticle(Long.MIN_VALUE, 999_999_999),
                new SettingsCallback.Done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set-",
                "set-articles",
                "set-articles x",
                "set-articles 1234567890",
                "set-length enormous",
                "set-article zz 1",
                "set-article ff",
                "set-nothing"
            })
    void otherDataIsUnknown(String data) {
        assertThat(CallbackData.parse(data)).isEqualTo(new CallbackData.Unknown());
    }

    private static SettingsPanel panel(ChatSettings settings) {
        return new SettingsPanel(settings, TWENTY, Optional.empty(), english());
    }

    private static MessageCatalog english() {
        return MessageCatalog.in(Locale.ENGLISH);
    }

    private static Publication titled(String title) {
        return new Publication(title, null, null, null, null, Locale.ENGLISH, null);
    }

    private static List<String> labels(ReplyMessage reply) {
        return reply.buttons().stream().map(ReplyMessage.Button::label).toList();
    }
}
