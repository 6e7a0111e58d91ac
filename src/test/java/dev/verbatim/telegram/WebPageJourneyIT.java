package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.web.LoopbackSite;
import dev.verbatim.playground.botapi.MethodCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys from a link that an editor sends to the content folder, over real HTTP on both sides.
class WebPageJourneyIT {

    private static final String PATH = "/2026/news/the-bridge-is-open.html?utm_source=mail";
    private static final String FILE = "web/127.0.0.1/the-bridge-is-open.html";
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><title>The bridge is open - The Herald</title>
            <meta property="og:title" content="The bridge is open">
            <meta property="og:site_name" content="The Herald">
            <meta property="article:published_time" content="2026-11-30T08:00:00Z"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>The bridge is open</h1>
            <p>The bridge over the river was opened by the mayor on Monday morning.</p>
            <p>“At last we can walk to school,” Jane Doe said.</p>
            <p>It had been closed for three years, and it had cost nine million.</p>
            </article></body></html>
            """;

    @TempDir Path data;

    private final LoopbackSite site = new LoopbackSite();
    private EditorChat editor;

    @BeforeEach
    void open() throws IOException {
        site.putHtml(PATH, PAGE);
        editor = new EditorChat(data);
    }

    @AfterEach
    void close() {
        editor.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/add "})
    void showsAPageAndFilesItAfterAYes(String command) {
        editor.server.write(EDITOR, command + site.address(PATH));
        MethodCall question = editor.reply(1);
        String before = String.join(" ", editor.files());

        editor.press(question, "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added: “The bridge is open”"));
        assertThat(question.text())
                .startsWith("Add this as an article?")
                .contains("The bridge is open · The Herald · November 30, 2026")
                .contains(site.address("/2026/news/the-bridge-is-open.html"))
                .contains("Paragraphs: 3\nQuotations: 1, with a speaker: 1")
                .contains("The bridge over the river", "had cost nine million.")
                .doesNotContain("utm_source");
        assertThat(before).isEmpty();
        assertThat(editor.file(FILE))
                .startsWith(
                        "---\nurl: '" + site.address("/2026/news/the-bridge-is-open.html") + "'\n")
                .contains("\nfetched: '20")
                .endsWith(PAGE);
        editor.awaitServed(1);
        assertThat(editor.bot().editableLibrary.articles().getFirst().publication().url())
                .hasPath("/2026/news/the-bridge-is-open.html");
    }

    @Test
    void filesWhatWasShownEvenWhenThePageHasChanged() {
        editor.server.write(EDITOR, site.address(PATH));
        MethodCall question = editor.reply(1);
        site.putHtml(PATH, PAGE.replace("nine million", "ten million"));

        editor.press(question, "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        assertThat(editor.file(FILE)).contains("nine million");
    }

    @Test
    void samePageAgainReplacesItsArticle() {
        editor.server.write(EDITOR, site.address(PATH));
        editor.press(editor.reply(1), "Add");
        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        site.putHtml(PATH, PAGE.replace("nine million", "ten million"));
        editor.server.write(EDITOR, site.address(PATH));
        MethodCall question = editor.reply(2);

        editor.press(question, "Replace");

        awaitUntil(() -> editor.lastText().startsWith("Replaced:"));
        assertThat(question.text()).startsWith("Replace the article with the name the-bridge-is-");
        assertThat(editor.file(FILE)).contains("ten million");
    }

    @Test
    void articleOfAnotherPlaceWithTheSameNameStays() throws IOException {
        editor.put("the-bridge-is-open.md", EditorChat.OPEN);
        editor.server.write(EDITOR, site.address(PATH));

        editor.press(editor.reply(1), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        assertThat(editor.file("the-bridge-is-open.md")).isEqualTo(EditorChat.OPEN);
        editor.awaitServed(2);
    }

    @Test
    void pageOfAnotherAddressWithTheSameNameStays() {
        site.putHtml("/2025/other/the-bridge-is-open.html", PAGE);
        editor.server.write(EDITOR, site.address(PATH));
        editor.press(editor.reply(1), "Add");
        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        editor.server.write(EDITOR, site.address("/2025/other/the-bridge-is-open.html"));

        editor.press(editor.reply(2), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        editor.awaitServed(2);
    }

    @Test
    void pdfIsKeptAsItCameWithItsAddressBesideIt() throws IOException {
        byte[] pdf = pdf();
        site.put("/report.pdf", LoopbackSite.of("application/pdf", pdf));
        editor.server.write(EDITOR, site.address("/report.pdf"));

        editor.press(editor.reply(1), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added: “The bridge”"));
        assertThat(editor.content().resolve("web/127.0.0.1/report.pdf")).hasBinaryContent(pdf);
        assertThat(editor.file("web/127.0.0.1/report.pdf.facts"))
                .startsWith("---\nurl: '" + site.address("/report.pdf") + "'\nfetched: '20");
        editor.awaitServed(1);
        assertThat(editor.bot().editableLibrary.articles().getFirst().publication().url())
                .hasPath("/report.pdf");
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setTitle("The bridge");
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("The bridge over the river was opened by the mayor on Monday.");
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void cancelledPageIsNotFiled() {
        editor.server.write(EDITOR, site.address(PATH));

        editor.press(editor.reply(1), "Cancel");

        awaitUntil(() -> editor.lastText().equals("Nothing was changed."));
        assertThat(editor.files()).isEmpty();
    }

    @Test
    void pageOfAnotherCharsetIsFiledInUtf8() {
        String russian = PAGE.replace("The bridge over", "Мост открыт. The bridge over");
        site.put(
                PATH,
                LoopbackSite.of(
                        "text/html; charset=windows-1251",
                        russian.replace("“", "\"")
                                .replace("”", "\"")
                                .getBytes(Charset.forName("windows-1251"))));
        editor.server.write(EDITOR, site.address(PATH));

        editor.press(editor.reply(1), "Add");

        awaitUntil(() -> editor.lastText().startsWith("Added:"));
        assertThat(editor.file(FILE)).contains("Мост открыт.");
    }

    @Test
    void pageOfTelegraphIsRead() {
        site.putHtml(
                "/The-bridge-11-30",
                """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>The bridge</title>
                <meta property="og:title" content="The bridge">
                <meta property="og:site_name" content="Telegraph">
                <meta property="article:published_time" content="2026-11-30T10:00:00+0000">
                <meta property="article:author" content="Ann"></head><body>
                <div class="tl_page_wrap"><div class="tl_page"><main class="tl_article">
                <header class="tl_article_header" dir="auto"><h1>The bridge</h1>
                <address><a rel="author">Ann</a><!--
                --><time datetime="2026-11-30T10:00:00+0000">November 30, 2026</time></address>
                </header><article id="_tl_editor" class="tl_article_content"><h1>The bridge<br></h1>
                <address><a rel="author">Ann</a><br></address>
                <p>The bridge was opened on Monday, and everybody was there to see it.</p>
                <p>It will stay open at night.</p></article>
                <aside class="tl_article_buttons"><div class="account account_top"></div></aside>
                </main></div></div></body></html>
                """);
        editor.server.write(EDITOR, site.address("/The-bridge-11-30"));

        MethodCall question = editor.reply(1);

        assertThat(question.text())
                .contains("The bridge · Telegraph · November 30, 2026", "Ann")
                .contains("The bridge was opened on Monday", "It will stay open at night.")
                .doesNotContain("There is no date");
    }

    @Test
    void saysWhyAPageCannotBeTaken() {
        site.put("/picture", LoopbackSite.of("image/png", "x"));
        site.putHtml("/empty", "<html><head><title>Nothing</title></head><body></body></html>");
        editor.server.write(EDITOR, site.address("/nowhere"));
        editor.reply(1);
        editor.server.write(EDITOR, site.address("/picture"));
        editor.reply(2);
        editor.server.write(EDITOR, site.address("/empty"));

        assertThat(editor.reply(1).text())
                .startsWith("I can’t take this page:")
                .endsWith("/nowhere is answered with HTTP status 404. Look at the address.");
        assertThat(editor.reply(2).text()).contains("/picture is image/png and no article.");
        assertThat(editor.reply(3).text()).contains("/empty has no text beside the title.");
        assertThat(editor.files()).isEmpty();
    }

    @Test
    void linkOfAReaderIsNotOpened() {
        editor.server.write(ANN, site.address(PATH));

        awaitUntil(() -> !editor.server.sendCalls(ANN).isEmpty());
        assertThat(editor.server.sendCalls(ANN).getFirst().text()).startsWith("I don’t open links");
        assertThat(site.requests()).isEmpty();
        assertThat(editor.bot().asked).isEmpty();
    }

    @Test
    void questionWithALinkInItIsAQuestion() {
        editor.server.write(EDITOR, "What does " + site.address(PATH) + " say?");

        awaitUntil(() -> !editor.bot().asked.isEmpty());
        assertThat(site.requests()).isEmpty();
    }
}
