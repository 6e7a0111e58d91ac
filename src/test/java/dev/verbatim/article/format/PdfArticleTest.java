package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PdfArticleTest {

    private static final PDFont FONT = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
    private static final float LEADING = 13;

    private final PDDocument pdf = new PDDocument();

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @Test
    void columnsAreReadOneAfterTheOtherWithoutTheHeadsOfThePages() throws IOException {
        for (int number = 1; number <= 3; number++) {
            try (var page = page()) {
                write(page, FONT, 9, 60, 40, "The Lund Gazette, issue 12");
                write(page, FONT, 9, 290, 800, String.valueOf(number));
                if (number == 1) {
                    write(page, BOLD, 24, 60, 80, "The mill turns again");
                    write(page, FONT, 10, 60, 100, "9 March 2024");
                }
                int first = number * 10;
                // Row by row over both columns, as some programs draw them.
                for (int row = 0; row < 6; row++) {
                    write(
                            page,
                            FONT,
                            10,
                            60,
                            140 + number * 7 + row * LEADING,
                            sentence(first, row));
                    write(
                            page,
                            FONT,
                            10,
                            320,
                            140 + number * 7 + row * LEADING,
                            sentence(first + 1, row));
                }
            }
        }

        Article article = ReadArticle.of("mill.pdf", bytes());

        assertThat(article.publication().title()).isEqualTo("The mill turns again");
        assertThat(article.publication().published()).isEqualTo(LocalDate.of(2024, 3, 9));
        assertThat(article.text()).doesNotContain("Gazette");
        assertThat(ReadArticle.paragraphs(article))
                .filteredOn(paragraph -> paragraph.startsWith("Sails"))
                .hasSize(6)
                .allSatisfy(paragraph -> assertThat(paragraph).endsWith("until the evening."));
        assertThat(
                        ReadArticle.paragraphs(article).stream()
                                .filter(words -> words.startsWith("Sails")))
                .extracting(words -> words.substring(6, 8))
                .containsExactly("10", "11", "20", "21", "30", "31");
    }

    private static String sentence(int number, int row) {
        return List.of(
                        "Sails %d turned the great stones of the mill,",
                        "while the wind of the north came over the",
                        "fields of %d farms, and the miller and her muni-",
                        "cipality watched them from the old bridge, as",
                        "they had done for years in the summer and in",
                        "the winter of %d, until the evening.")
                .get(row)
                .formatted(number);
    }

    @Test
    void dividedWordsAndLinesAreJoinedIntoParagraphs() throws IOException {
        try (var page = page()) {
            write(page, BOLD, 20, 60, 80, "The mill");
            List<String> lines =
                    List.of(
                            "The windmill of Lund turns once more, because the muni-",
                            "cipality has paid for its sails, as the mayor said there.");
            for (int row = 0; row < 2; row++) {
                write(page, FONT, 11, 60, 120 + row * LEADING, lines.get(row));
            }
            write(
                    page,
                    FONT,
                    11,
                    75,
                    120 + 2 * LEADING,
                    "It was built in 1871 and has six wings, of which");
            write(page, FONT, 11, 60, 120 + 3 * LEADING, "two are new.");
            write(page, BOLD, 14, 60, 200, "Costs");
            write(page, FONT, 11, 60, 220, "They were high.");
        }

        Article article = ReadArticle.of("mill.pdf", bytes());

        assertThat(article.text())
                .isEqualTo(
                        """
                        The windmill of Lund turns once more, because the municipality has paid for its \
                        sails, as the mayor said there.

                        It was built in 1871 and has six wings, of which two are new.

                        Costs

                        They were high.\
                        """);
    }

    @Test
    void itemsOfAListAreParagraphsWithTheirHangingLines() throws IOException {
        try (var page = page()) {
            write(page, FONT, 11, 60, 80, "The mill");
            write(page, FONT, 11, 60, 120, "You need these things before you go up to it:");
            write(page, FONT, 11, 70, 133, "1. a sack of the strong kind that the miller");
            write(page, FONT, 11, 84, 146, "sells at the door");
            write(page, FONT, 11, 70, 159, "2. a rope");
            write(page, FONT, 11, 60, 200, "The sails . . . . . . . . . . . . . . . . . . 12");
        }

        assertThat(ReadArticle.paragraphs(ReadArticle.of("mill.pdf", bytes())))
                .containsExactly(
                        "You need these things before you go up to it:",
                        "1. a sack of the strong kind that the miller sells at the door",
                        "2. a rope");
    }

    @Test
    void scanWithoutTextIsRefusedWithWhatToDo() throws IOException {
        pdf.addPage(new PDPage());

        assertThat(ReadArticle.refusal("mill.pdf", bytes()))
                .contains("it was scanned")
                .contains("OCR");
    }

    @Test
    void encryptedFileIsRefused() throws IOException {
        try (var page = page()) {
            write(page, FONT, 11, 60, 80, "It turns.");
        }
        pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));

        assertThat(ReadArticle.refusal("mill.pdf", bytes()))
                .isEqualTo("mill.pdf: is encrypted. Save it without a password.");
    }

    @Test
    void fileThatIsNoPdfIsRefused() {
        assertThat(
                        ReadArticle.refusal(
                                "mill.pdf", "The mill turns.".getBytes(StandardCharsets.UTF_8)))
                .contains("no PDF");
    }

    @Test
    void fileThatUnpacksToVeryMuchIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.ISO_8859_1);
            for (int million = 0; million < 250; million++) {
                out.write(blanks);
            }
        }
        PDPage page = new PDPage();
        pdf.addPage(page);
        var stream = new PDStream(pdf);
        try (var raw = stream.getCOSObject().createRawOutputStream()) {
            raw.write(packed.toByteArray());
        }
        stream.getCOSObject()
                .setItem(
                        org.apache.pdfbox.cos.COSName.FILTER,
                        org.apache.pdfbox.cos.COSName.FLATE_DECODE);
        page.setContents(stream);

        assertThat(ReadArticle.refusal("mill.pdf", bytes()))
                .contains("unpacks to far more than any text has");
    }

    @Test
    void garbageInsideIsReadOrRefused() throws IOException {
        try (var page = page()) {
            write(page, FONT, 11, 60, 80, "The mill turns.");
        }
        byte[] whole = bytes();
        for (int at = 10; at < whole.length; at += 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;

            assertThat(new ArticleReader().read(Path.of("mill.pdf"), damaged)).isNotNull();
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }

    private static void write(
            PDPageContentStream page, PDFont font, float size, float x, float top, String words)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, 842 - top);
        page.showText(words.strip());
        page.endText();
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
