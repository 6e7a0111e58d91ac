package dev.verbatim.article.format;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An error that keeps a file from being served, in words for the editor who wrote it.
///
/// @param file relative to the content folder
/// @param line counted from 1; missing when the whole file is wrong
/// @param problem what is wrong, with the value
/// @param advice what to write instead
public record ValidationError(Path file, @Nullable Integer line, String problem, String advice) {

    // Line breaks would forge log lines, and direction marks would hide text.
    private static final Pattern ESCAPED = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    private static final int MAX_VALUE_LENGTH = 60;

    /// One line, such as `nato.md line 3: "published: Wednesday" is not a date. Write it as
    /// 2022-10-12.`
    @Override
    public String toString() {
        String where = line == null ? "" : " line " + line;
        return onOneLine(file + where + ": " + problem + ". " + advice + ".");
    }

    /// Shortens a value of a file for a problem, and escapes its invisible characters.
    public static String abbreviate(String value) {
        String visible = onOneLine(value);
        return visible.codePointCount(0, visible.length()) <= MAX_VALUE_LENGTH
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, MAX_VALUE_LENGTH)) + "…";
    }

    private static String onOneLine(String text) {
        return ESCAPED.matcher(text).replaceAll(match -> "\\\\u" + hex(match.group()));
    }

    private static String hex(String character) {
        return HexFormat.of().toHexDigits(character.charAt(0));
    }
}
