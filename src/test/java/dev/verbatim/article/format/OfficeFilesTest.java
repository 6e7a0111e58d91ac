package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeFilesTest {

    private static final String WORD =
            "<w:document xmlns:w='urn:w'><w:body>%s</w:body></w:document>";

    @Test
    void wordFileKeepsParagraphsHeadingsListsTablesAndNotes() {
        Article article =
                read(
                        "mill.docx",
                        Map.of(
                                "word/styles.xml",
                                "<w:styles xmlns:w='urn:w'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
                                        + "<w:style w:styleId='b1'><w:name w:val='heading 1'/></w:style></w:styles>",
                                "word/numbering.xml",
                                "<w:numbering xmlns:w='urn:w'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'>"
                                        + "<w:numFmt w:val='decimal'/></w:lvl></w:abstractNum><w:num w:numId='2'>"
                                        + "<w:abstractNumId w:val='7'/></w:num></w:numbering>",
                                "word/footnotes.xml",
                                "<w:footnotes xmlns:w='urn:w'><w:footnote w:id='3'><w:p><w:r><w:t>Since May.</w:t></w:r></w:p>"
                                        + "</w:footnote></w:footnotes>",
                                "docProps/core.xml",
                                "<c xmlns:dc='urn:d'><dc:title>Document1</dc:title><dc:creator>Una Ek</dc:creator></c>",
                                "word/document.xml",
                                WORD.formatted(
                                        styled("Titel", "The mill")
                                                + paragraph("It <w:r><w:t>turns</w:t></w:r>.")
                                                        .replace(
                                                                "It ",
                                                                "<w:r><w:t xml:space='preserve'>It </w:t></w:r>")
                                                        .replace(
                                                                ".</w:p>",
                                                                "<w:r><w:t>.</w:t><w:footnoteReference w:id='3'/></w:r></w:p>")
                                                + paragraph(
                                                        "<w:del><w:r><w:delText>no</w:delText></w:r></w:del>"
                                                                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>"
                                                                + "<w:r><w:instrText>no</w:instrText><w:t>It is old.</w:t></w:r>")
                                                + styled("b1", "Steps")
                                                + item("Open the door.")
                                                + item("Climb.")
                                                + "<w:tbl>"
                                                + row("Mill", "Built")
                                                + row("North", "1871")
                                                + "</w:tbl>")));

        assertThat(article.publication().title()).isEqualTo("The mill");
        assertThat(article.publication().author()).isEqualTo("Una Ek");
        assertThat(article.text())
                .isEqualTo(
                        """
                        It turns.

                        Since May.

                        It is old.

                        Steps

                        1. Open the door.
                        2. Climb.

                        Mill: North
                        Built: 1871\
                        """);
    }

    private static String paragraph(String runs) {
        return "<w:p>" + runs + "</w:p>";
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val='"
                + style
                + "'/></w:pPr><w:r><w:t>"
                + words
                + "</w:t></w:r></w:p>";
    }

    private static String item(String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>"
                + words
                + "</w:t></w:r></w:p>";
    }

    private static String row(String one, String other) {
        return "<w:tr><w:tc>"
                + paragraph("<w:r><w:t>" + one + "</w:t></w:r>")
                + "</w:tc><w:tc>"
                + paragraph("<w:r><w:t>" + other + "</w:t></w:r>")
                + "</w:tc></w:tr>";
    }

    @Test
    void openDocumentKeepsParagraphsHeadingsListsTablesAndNotes() {
        Article article =
                read(
                        "mill.odt",
                        Map.of(
                                "content.xml",
                                openDocument(
                                        "<style:style style:name='P1' style:parent-style-name='Title'/>"
                                                + "<text:list-style style:name='L1'><text:list-level-style-number text:level='1'/></text:list-style>"
                                                + "<text:tracked-changes><text:p>no</text:p></text:tracked-changes>"
                                                + "<text:p text:style-name='P1'>The mill</text:p>"
                                                + "<text:p>It<text:s/>turns.<text:note><text:note-citation>1</text:note-citation>"
                                                + "<text:note-body><text:p>Since May.</text:p></text:note-body></text:note></text:p>"
                                                + "<text:h text:outline-level='1'>Steps</text:h>"
                                                + "<text:list text:style-name='L1'><text:list-item><text:p>Open the door.</text:p></text:list-item>"
                                                + "<text:list-item><text:p>Climb.</text:p></text:list-item></text:list>"
                                                + "<table:table><table:table-row><table:table-cell><text:p>Mill</text:p></table:table-cell>"
                                                + "<table:table-cell><text:p>Built</text:p></table:table-cell></table:table-row>"
                                                + "<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>"
                                                + "<table:table-cell><text:p>1871</text:p></table:table-cell></table:table-row></table:table>")));

        assertThat(article.publication().title()).isEqualTo("The mill");
        assertThat(article.text())
                .isEqualTo(
                        """
                        It turns.

                        Since May.

                        Steps

                        1. Open the door.
                        2. Climb.

                        Mill: North
                        Built: 1871\
                        """);
    }

    @Test
    void eBookIsReadInTheOrderOfItsChapters() {
        Article article =
                read(
                        "mill.epub",
                        Map.of(
                                "META-INF/container.xml",
                                "<container><rootfiles><rootfile full-path='b/book.opf'/></rootfiles></container>",
                                "b/book.opf",
                                "<package xmlns:dc='urn:d'><metadata><dc:title>The mill</dc:title><dc:creator>Una Ek</dc:creator>"
                                        + "<dc:language>en-GB</dc:language><dc:date>2024-03-09</dc:date></metadata><manifest>"
                                        + "<item id='two' href='2.xhtml' media-type='application/xhtml+xml'/>"
                                        + "<item id='one' href='1.xhtml' media-type='application/xhtml+xml'/>"
                                        + "<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>"
                                        + "</manifest><spine><itemref idref='nav'/><itemref idref='one'/><itemref idref='two'/></spine></package>",
                                "b/1.xhtml",
                                "<html><body><p>It turns.</p></body></html>",
                                "b/2.xhtml",
                                "<html><body><h1>Costs</h1><p>They were high.</p></body></html>",
                                "b/nav.xhtml",
                                "<html><body><p>no</p></body></html>"));

        assertThat(article.publication().title()).isEqualTo("The mill");
        assertThat(article.publication().published()).isEqualTo("2024-03-09");
        assertThat(article.text()).isEqualTo("It turns.\n\nCosts\n\nThey were high.");
    }

    @Test
    void savedPageIsReadAsThePageThatItIs() {
        Article article =
                ReadArticle.of(
                        "mill.mhtml",
                        """
                        From: <Saved by a browser>
                        Snapshot-Content-Location: https://example.org/mill
                        Subject: =?utf-8?Q?The_m=C3=BChle?=
                        MIME-Version: 1.0
                        Content-Type: multipart/related; type="text/html";
                        \tboundary="--Part--1"

                        ----Part--1
                        Content-Type: text/css
                        Content-Transfer-Encoding: quoted-printable

                        p { color: red }
                        ----Part--1
                        Content-Type: text/html; charset=utf-8
                        Content-Transfer-Encoding: quoted-printable

                        <html><body><p>The m=C3=BChle of Lund turns=
                         again, and the whole town has come to see it.</p></body></html>
                        ----Part--1--
                        """
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(article.publication().title()).isEqualTo("The mühle");
        assertThat(article.publication().url()).hasToString("https://example.org/mill");
        assertThat(article.text())
                .isEqualTo("The mühle of Lund turns again, and the whole town has come to see it.");
    }

    @Test
    void richTextIsReadWithoutItsMarkup() {
        Article article =
                ReadArticle.of(
                        "mill.rtf",
                        ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\*\\generator no;}{\\info{\\title no}}"
                                        + "\\f0 The mill\\par The m\\'fchle {\\b turns}, \\ldblquote yes\\rdblquote , \\u1084?\\u1110?\\u1089?\\u1090?"
                                        + " {\\v no}says Una.\\line And Per.\\par\n{\\header no}{\\pict 89504e47}It is \\{old\\}.\\par}")
                                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(article.publication().title()).isEqualTo("The mill");
        assertThat(article.text())
                .isEqualTo("The mühle turns, “yes”, міст says Una.\nAnd Per.\n\nIt is {old}.");
    }

    @Test
    void entitiesAreNeitherExpandedNorFetched() {
        String bomb =
                "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + WORD.formatted(paragraph("<w:r><w:t>The mill &b; &x;</w:t></w:r>"));

        assertThat(
                        new ArticleReader()
                                .read(Path.of("mill.docx"), zip(Map.of("word/document.xml", bomb))))
                .asString()
                .doesNotContain("root:")
                .doesNotContain("aaaaaaaaaa");
    }

    @Test
    void zipBombIsRefused() {
        String blanks = " ".repeat(70_000_000);

        assertThat(ReadArticle.refusal("mill.docx", zip(Map.of("word/document.xml", blanks))))
                .contains("unpacks to far more than any text has");
    }

    @Test
    void encryptedFilesAreRefused() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThat(ReadArticle.refusal("mill.docx", ole))
                .contains("is encrypted, or an old .doc file");
        assertThat(
                        ReadArticle.refusal(
                                "mill.odt",
                                zip(
                                        Map.of(
                                                "content.xml",
                                                "x",
                                                "META-INF/manifest.xml",
                                                "<m><file-entry><encryption-data/></file-entry></m>"))))
                .contains("is encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mill.docx", "mill.odt", "mill.epub", "mill.mhtml", "mill.rtf"})
    void otherBytesAreRefused(String name) {
        assertThat(ReadArticle.refusal(name, "The mill turns.".getBytes(StandardCharsets.UTF_8)))
                .startsWith(name);
        assertThat(ReadArticle.refusal(name, zip(Map.of("a.xml", "<a/>")))).startsWith(name);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Article read(String name, Map<String, String> parts) {
        return ReadArticle.of(name, zip(parts));
    }

    private static String openDocument(String content) {
        return "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t' xmlns:table='urn:a'"
                + " xmlns:style='urn:s'>"
                + content
                + "</office:document-content>";
    }
}
