package dev.verbatim.article.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A decoder of web pages, which may be in the charset that they declare. What is UTF-8 counts as
/// such whatever a page declares, and what can't be decoded as declared is left to [Utf8Decoder],
/// which refuses it: no character is ever repaired.
final class PageDecoder {

    // Declarations stand at the top of a page; browsers look at 1,024 bytes.
    private static final int HEAD = 4_096;

    private static final Pattern DECLARATION =
            Pattern.compile(
                    "(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w:.-]{1,40})",
                    Pattern.CASE_INSENSITIVE);

    // Browsers take Latin-1 for its superset, with the quotation marks of Windows (WHATWG
    // Encoding).
    private static final String LATIN_1 = "iso-8859-1";
    private static final String SUPERSET_OF_LATIN_1 = "windows-1252";

    private static final byte ESCAPE = 0x1b;

    private PageDecoder() {}

    static String decode(byte[] bytes) throws ArticleFormatException {
        Optional<String> declared =
                isUtf8(bytes)
                        ? Optional.empty()
                        : charset(bytes).flatMap(one -> decode(bytes, one));
        return Utf8Decoder.decode(
                declared.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(bytes));
    }

    // Japanese mails and pages in ISO-2022-JP have only bytes that UTF-8 has, too.
    private static boolean isUtf8(byte[] bytes) {
        for (byte one : bytes) {
            if (one == ESCAPE) {
                return false;
            }
        }
        return decode(bytes, StandardCharsets.UTF_8).isPresent();
    }

    private static Optional<Charset> charset(byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head);
        return declaration.find() ? named(declaration.group(1)) : Optional.empty();
    }

    private static Optional<Charset> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            return Optional.of(
                    Charset.forName(lower.equals(LATIN_1) ? SUPERSET_OF_LATIN_1 : lower));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
