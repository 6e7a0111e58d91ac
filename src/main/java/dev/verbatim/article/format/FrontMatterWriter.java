package dev.verbatim.article.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/// Front matter as it is written: the lines from `---` to `---`. Values stand in single quotes,
/// where YAML gives no character a meaning but the quote itself.
///
/// @param lines each with its end
public record FrontMatterWriter(String lines) {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // No value may be so long, which is said when it is read; more would only make it hard to read.
    private static final int ENOUGH = 1_000;

    public static FrontMatterWriter of(String title, @Nullable String url) {
        String page = url == null || Whitespace.only(url) ? "" : line("url", url);
        return new FrontMatterWriter("---\n" + line("title", title) + page + "---\n");
    }

    private static String line(String key, String value) {
        return key + ": '" + oneLine(value).replace("'", "''") + "'\n";
    }

    private static String oneLine(String value) {
        return BREAKS.matcher(value)
                .replaceAll(" ")
                .codePoints()
                .filter(StreamReader::isPrintable)
                .limit(ENOUGH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
