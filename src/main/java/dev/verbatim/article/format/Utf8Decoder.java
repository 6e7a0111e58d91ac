package dev.verbatim.article.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict decoder of a file's bytes. Anything but clean UTF-8 is refused and never repaired,
/// because a replacement character would be quoted as if the author had written it.
///
/// Drops a byte order mark at the start, and turns every line end into `\n`, so that offsets don't
/// depend on the editor that saved the file.
public final class Utf8Decoder {

    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\x0B\\f\\r\\x80-\\x9F]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final int SAMPLE = 200;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8Decoder() {}

    public static String decode(byte[] bytes) throws ArticleFormatException {
        checkNotUtf16(bytes);
        String text = decodeStrictly(bytes);
        checkNotBinary(text);
        String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return LINE_END.matcher(unmarked).replaceAll("\n");
    }

    private static void checkNotUtf16(byte[] bytes) throws ArticleFormatException {
        String start = new String(bytes, 0, Math.min(2, bytes.length), StandardCharsets.ISO_8859_1);
        boolean marked = start.equals("\u00FE\u00FF") || start.equals("\u00FF\u00FE");
        if (marked || isEverySecondByteZero(bytes)) {
            throw new ArticleFormatException("is UTF-16, not UTF-8", "Save it as UTF-8");
        }
    }

    /// UTF-16 without a byte order mark, by its letters of Latin.
    private static boolean isEverySecondByteZero(byte[] bytes) {
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, SAMPLE);
        for (int at = 0; at < length; at++) {
            zeros[at % 2] += bytes[at] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        return most > length / 4 && Math.min(zeros[0], zeros[1]) == 0;
    }

    private static String decodeStrictly(byte[] bytes) throws ArticleFormatException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            throw notUtf8(bytes, in.position());
        }
        return out.flip().toString();
    }

    private static ArticleFormatException notUtf8(byte[] bytes, int at) {
        String before = new String(bytes, 0, at, StandardCharsets.ISO_8859_1);
        String value = String.format(Locale.ROOT, "0x%02X", bytes[at]);
        return new ArticleFormatException(
                lineOf(before, at),
                "byte " + (at + 1) + ", " + value + ", is not UTF-8",
                "Save the file as UTF-8");
    }

    private static void checkNotBinary(String text) throws ArticleFormatException {
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            String name = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(control.start()));
            throw new ArticleFormatException(
                    lineOf(text, control.start()),
                    "the control character " + name + " is no text, the file is binary or damaged",
                    "Save it as plain text in UTF-8");
        }
    }

    private static int lineOf(String text, int at) {
        String before = LINE_END.matcher(text.substring(0, at)).replaceAll("\n");
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }
}
