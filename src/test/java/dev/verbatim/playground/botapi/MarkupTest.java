package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// Markup as the real server reads it: right and wrong.
class MarkupTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            value = {
                "a <b>b</b> c ¦ a b c ¦ bold 2 1",
                "<strong>😀</strong> ¦ 😀 ¦ bold 0 2",
                "<b>a<i>b</i></b> ¦ ab ¦ bold 0 2, italic 1 1",
                "1 &lt; 2 &amp;&amp; 3 &#62; &quot;2&quot; ¦ 1 < 2 && 3 > \"2\" ¦ ''",
                "<a href=\"https://example.org/?a=1&amp;b=2\">x</a> ¦ x ¦ text_link 0 1"
                        + " https://example.org/?a=1&b=2",
                "<blockquote>a</blockquote> ¦ a ¦ blockquote 0 1",
                "<blockquote expandable>a</blockquote> ¦ a ¦ expandable_blockquote 0 1",
                "<pre><code class=\"language-java\">a</code></pre> ¦ a ¦ pre 0 1 java",
                "<span class=\"tg-spoiler\">a</span><tg-spoiler>b</tg-spoiler> ¦ ab ¦ spoiler 0 1,"
                        + " spoiler 1 1",
                "<CODE>a</CODE> AT&T ¦ a AT&T ¦ code 0 1",
            })
    void html(String markup, String text, String entities) {
        FormattedText read = HtmlMarkup.read(markup);

        assertThat(read.text()).isEqualTo(text);
        assertThat(told(read)).isEqualTo(entities);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            value = {
                "a <x>b</x> ¦ Unsupported start tag \"x\" at byte offset 2",
                "😀 <x>b</x> ¦ Unsupported start tag \"x\" at byte offset 5",
                "<b>a</i> ¦ Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "a</b> ¦ Unexpected end tag at byte offset 1",
                "<b>a ¦ Can't find end tag corresponding to start tag \"b\"",
                "a < b ¦ Unsupported start tag \"\" at byte offset 2",
                "<b ¦ Unclosed start tag at byte offset 0",
                "<span>a</span> ¦ Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<a href>a</a> ¦ Expected equal sign in declaration of an attribute of the tag"
                        + " \"a\" at byte offset 0",
            })
    void wrongHtml(String markup, String reason) {
        assertThatThrownBy(() -> HtmlMarkup.read(markup))
                .hasMessage("Bad Request: can't parse entities: " + reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            value = {
                "a *b* _c_ ¦ a b c ¦ bold 2 1, italic 4 1",
                "__u__ ~s~ ||p|| ¦ u s p ¦ underline 0 1, strikethrough 2 1, spoiler 4 1",
                "`a_b` ¦ a_b ¦ code 0 3",
                "[x](https://example.org/a\\)b) ¦ x ¦ text_link 0 1 https://example.org/a)b",
                "\\*a\\. ¦ *a. ¦ ''",
                ">a ¦ a ¦ blockquote 0 1",
                ">a|| ¦ a ¦ expandable_blockquote 0 1",
                "*a _b_* ¦ a b ¦ bold 0 3, italic 2 1",
            })
    void markdown(String markup, String text, String entities) {
        FormattedText read = MarkdownMarkup.read(markup);

        assertThat(read.text()).isEqualTo(text);
        assertThat(told(read)).isEqualTo(entities);
    }

    @Test
    void aQuotationGoesOnOverLinesAndEndsWhereTheyDoNotBeginWithIt() {
        FormattedText read = MarkdownMarkup.read(">a\n>b\nc\n```java\nx\\*y\n```");

        assertThat(read.text()).isEqualTo("a\nb\nc\nx*y\n");
        assertThat(told(read)).isEqualTo("blockquote 0 3, pre 6 4 java");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            value = {
                "a. ¦ Character '.' is reserved and must be escaped with the preceding '\\'",
                "a-b ¦ Character '-' is reserved and must be escaped with the preceding '\\'",
                "a > b ¦ Character '>' is reserved and must be escaped with the preceding '\\'",
                "*a ¦ Can't find end of Bold entity at byte offset 0",
                "🏟 🏟_a ¦ Can't find end of Italic entity at byte offset 9",
                "`a ¦ Can't find end of Code entity at byte offset 0",
                "[a](b ¦ Can't find end of a URL at byte offset 3",
            })
    void wrongMarkdown(String markup, String reason) {
        assertThatThrownBy(() -> MarkdownMarkup.read(markup))
                .hasMessage("Bad Request: can't parse entities: " + reason);
    }

    @Test
    void theOldMarkdownIsReadToo() {
        FormattedText read = OldMarkdownMarkup.read("*a* _b_ `c` [d](https://example.org) e.");

        assertThat(read.text()).isEqualTo("a b c d e.");
        assertThat(told(read))
                .isEqualTo("bold 0 1, italic 2 1, code 4 1, text_link 6 1 https://example.org/");
        assertThatThrownBy(() -> OldMarkdownMarkup.read("a *b"))
                .hasMessageEndingWith("Can't find end of the entity starting at byte offset 2");
    }

    @Test
    void blanksAtTheEndsAreCutAndEntitiesMove() {
        ObjectNode bold = JsonTrees.object().put("type", "bold").put("offset", 3).put("length", 4);

        FormattedText checked =
                new FormattedText(" \n ab  \n", java.util.List.of(bold)).checked(9, "too long");

        assertThat(checked.text()).isEqualTo("ab");
        assertThat(told(checked)).isEqualTo("bold 0 2");
    }

    @Test
    void commandsMentionsAndLinksAreFoundByTheServer() {
        ObjectNode message =
                EntityFinder.marked(
                        JsonTrees.object()
                                .put(
                                        "text",
                                        "/ask@a_bot see https://x.org/a. @ann #tag a/b me@x.org"));

        assertThat(
                        message.path("entities").values().stream()
                                .map(
                                        entity ->
                                                entity.path("type").asString()
                                                        + " "
                                                        + message.path("text")
                                                                .asString()
                                                                .substring(
                                                                        FormattedText.start(entity),
                                                                        FormattedText.end(entity))))
                .containsExactly(
                        "bot_command /ask@a_bot",
                        "url https://x.org/a",
                        "mention @ann",
                        "hashtag #tag",
                        "email me@x.org");
    }

    private static String told(FormattedText read) {
        return read.entities().stream()
                .map(
                        entity ->
                                entity.path("type").asString()
                                        + " "
                                        + entity.path("offset").asInt()
                                        + " "
                                        + entity.path("length").asInt()
                                        + (" "
                                                        + entity.path("url")
                                                                .asString(
                                                                        entity.path("language")
                                                                                .asString("")))
                                                .stripTrailing())
                .collect(Collectors.joining(", "));
    }
}
