package dev.verbatim.article.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// A parser of PDF files: the text of the pages in the order in which people read it, without heads
/// and feet of pages. Nothing in the file is executed, opened or fetched. Pages, unpacked bytes and
/// time are limited.
///
/// PDFBox does the reading. It is loaded with the first PDF, since it takes a while.
final class PdfParser {

    private static final int MAX_PAGES = 500;
    private static final long MAX_UNPACKED = 200_000_000;
    private static final long MAX_MEMORY = 300_000_000;

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern FLATE = Pattern.compile("/Fl(?:ateDecode)?(?![A-Za-z])");
    private static final int DICTIONARY = 300;

    private PdfParser() {}

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        checkUnpackedSize(bytes);
        try (PDDocument pdf =
                Loader.loadPDF(
                        bytes,
                        "",
                        null,
                        null,
                        MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache)) {
            return parse(pdf);
        } catch (InvalidPasswordException e) {
            throw new ArticleFormatException("is encrypted", "Save it without a password");
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new ArticleFormatException(
                    "is damaged, or no PDF", "Save it anew, or add its text as .txt");
        }
    }

    private static ParsedBody parse(PDDocument pdf) throws ArticleFormatException, IOException {
        if (!pdf.getCurrentAccessPermission().canExtractContent()) {
            throw new ArticleFormatException(
                    "is protected: its text may not be copied", "Save it without protection");
        }
        int pages = pdf.getNumberOfPages();
        if (pages > MAX_PAGES) {
            throw new ArticleFormatException(
                    "has " + pages + " pages, more than " + MAX_PAGES,
                    "Make articles of its parts");
        }
        List<PdfLine> lines = PdfTextCollector.collect(pdf);
        if (lines.isEmpty()) {
            throw new ArticleFormatException(
                    "has no text, only pictures: it was scanned",
                    "Have its text recognized (OCR) and save it again, or add the text as .txt");
        }
        return new PdfBlocks(lines).body(facts(pdf));
    }

    private static ArticleMetadata facts(PDDocument pdf) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        return DocumentText.facts(
                new ArticleMetadata(
                        blankAsNull(information.getTitle()),
                        null,
                        blankAsNull(information.getAuthor()),
                        null,
                        null,
                        null,
                        null));
    }

    private static @Nullable String blankAsNull(@Nullable String words) {
        return words == null || Whitespace.only(words) ? null : Whitespace.squeezed(words);
    }

    /// Unpacks what is compressed once and throws it away, since PDFBox would keep all of it, some
    /// already while it opens the file. Pictures aren't unpacked for text.
    private static void checkUnpackedSize(byte[] bytes) throws ArticleFormatException {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher stream = STREAM.matcher(file);
        long left = MAX_UNPACKED;
        while (stream.find()) {
            int from = Math.max(0, stream.start() - DICTIONARY);
            int opened = file.lastIndexOf(" obj", stream.start());
            String dictionary = file.substring(Math.max(from, opened), stream.start());
            if (!dictionary.contains("/Image")) {
                long filters = FLATE.matcher(dictionary).results().count();
                left -= unpacked(bytes, stream.end(), left);
                if (left <= 0 || filters > 2) {
                    throw new ArticleFormatException(
                            "unpacks to far more than any text has", "Add its text as .txt");
                }
            }
        }
    }

    private static long unpacked(byte[] bytes, int start, long limit) {
        var inflater = new Inflater();
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            while (!inflater.finished() && length < limit) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    return length;
                }
                length += read;
            }
        } catch (DataFormatException e) {
            return length; // not compressed, or damaged: PDFBox stops there too
        } finally {
            inflater.end();
        }
        return length;
    }
}
