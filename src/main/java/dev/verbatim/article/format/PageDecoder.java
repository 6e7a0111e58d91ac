package dev.verbatim.article.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private static final Charset WINDOWS = Charset.forName("windows-1252");

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

    /// Decodes what was fetched, whatever is wrong with it: there is nobody to refuse it to. What
    /// the site says counts before what the page declares.
    static String decodeFetched(byte[] bytes, @Nullable Charset stated) {
        Optional<Charset> told = Optional.ofNullable(stated);
        Charset charset =
                mark(bytes)
                        .or(() -> told.filter(PageDecoder::isWide))
                        .or(() -> isUtf8(bytes) ? Optional.of(StandardCharsets.UTF_8) : told)
                        .or(() -> charset(bytes))
                        .orElse(WINDOWS);
        String text =
                new String(bytes, charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Every second byte of it may be zero, which is UTF-8, too.
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static Optional<Charset> mark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE
                ? Optional.of(StandardCharsets.UTF_16)
                : Optional.empty();
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
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset);
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
