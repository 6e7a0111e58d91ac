package dev.verbatim.article.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.Pattern;

/// A decoder of the two encodings of MIME, quoted-printable and base64 (RFC 2045), and of the words
/// in a mail's head that are encoded in them (RFC 2047).
final class MimeText {

    private static final Pattern ENCODED_WORD =
            Pattern.compile(
                    "=\\?([\\w-]{1,40})\\?([bBqQ])\\?([^?\\s]{0,500})\\?=(?:[ \\t]++(?==\\?))?+");

    private MimeText() {}

    static String decodeWords(String text) {
        return text.contains("=?")
                ? ENCODED_WORD
                        .matcher(text)
                        .replaceAll(
                                word ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                word(word.group(1), word.group(2), word.group(3))))
                : text;
    }

    private static String word(String charset, String encoding, String encoded) {
        byte[] bytes =
                encoding.equalsIgnoreCase("b")
                        ? base64(encoded)
                        : quotedPrintable(
                                encoded.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
        return new String(bytes, charset(charset));
    }

    /// A charset by its name; UTF-8 when there is none of this name.
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /// Decodes base64; what isn't of its alphabet is skipped.
    static byte[] base64(String encoded) {
        try {
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /// Decodes quoted-printable; a wrong escape stays as it is.
    static byte[] quotedPrintable(byte[] encoded) {
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] != '=') {
                decoded.write(encoded[at]);
                continue;
            }
            int lineEnd = softBreak(encoded, at + 1);
            int high = digit(encoded, at + 1);
            int low = digit(encoded, at + 2);
            if (lineEnd > 0) {
                at = lineEnd;
            } else if (high >= 0 && low >= 0) {
                decoded.write(high * 16 + low);
                at += 2;
            } else {
                decoded.write('=');
            }
        }
        return decoded.toByteArray();
    }

    /// Where a line break ends that begins here; 0 when none does.
    private static int softBreak(byte[] bytes, int from) {
        int at = from;
        at += at < bytes.length && bytes[at] == '\r' ? 1 : 0;
        return at < bytes.length && bytes[at] == '\n' ? at : 0;
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    }
}
