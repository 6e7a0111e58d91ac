package dev.verbatim.article.format;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a file is not served, in words for the editor who wrote it.
///
/// @param file relative to the content folder
/// @param line counted from 1; missing when the fault is the whole file's
/// @param problem what is wrong, with the value
/// @param advice what to write instead
public record ValidationError(Path file, @Nullable Integer line, String problem, String advice) {

    // Line breaks would forge lines of the log, and marks that turn the direction would hide text.
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    private static final int LONGEST_VALUE = 60;

    /// One line, such as `nato.md line 3: "published: Wednesday" is not a date. Write it as
    /// 2022-10-12.`
    @Override
    public String toString() {
        String where = line == null ? "" : " line " + line;
        return onOneLine(file + where + ": " + problem + ". " + advice + ".");
    }

    /// A value of a file as it may stand in a problem: short, and with nothing that can't be seen.
    public static String abbreviate(String value) {
        String visible = onOneLine(value);
        return visible.codePointCount(0, visible.length()) <= LONGEST_VALUE
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    private static String onOneLine(String text) {
        return NOT_SHOWN.matcher(text).replaceAll(match -> "\\\\u" + hex(match.group()));
    }

    private static String hex(String character) {
        return HexFormat.of().toHexDigits(character.charAt(0));
    }
}
