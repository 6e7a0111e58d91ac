package dev.verbatim.article.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines of a page that are no part of the article: "Read the full article here", share bars, notes
/// on cookies. The list is `boilerplate.txt` beside this class.
///
/// Only short whole paragraphs, and whole last lines behind the end of a sentence, can be taken for
/// boilerplate, so that no sentence loses words.
public final class BoilerplateFilter {

    private static final int LONGEST = 200;

    // Brackets, arrows and dots around the words of a link or a button.
    private static final String BEFORE = "[\\[(|*_•·→>»›\\s-]*+";
    private static final String BEHIND = "[\\])|*_•·→>»›<«‹:…\\s-]*+";
    private static final String DOTS = "[.!]*+";

    // The headline of another article: it does not end like a sentence, and quotes nobody.
    private static final String REST = "[^.!?\"“”„«»]{0,120}";

    private static final Pattern LINES =
            Pattern.compile(
                    BEFORE + "(?:" + listed() + ")" + BEHIND,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private BoilerplateFilter() {}

    private static String listed() {
        try (InputStream list = BoilerplateFilter.class.getResourceAsStream("boilerplate.txt");
                BufferedReader lines = reader(Objects.requireNonNull(list))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(BoilerplateFilter::expression)
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(InputStream list) {
        return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
    }

    private static String expression(String line) {
        String dots = line.contains("REST") ? "" : DOTS;
        return "(?:" + line.replace("REST", REST) + ")" + dots;
    }

    /// Whether a whole paragraph, or a whole sentence, is no part of an article.
    public static boolean isBoilerplate(String paragraph) {
        return paragraph.length() <= LONGEST
                && LINES.matcher(Whitespace.squeezed(paragraph)).matches();
    }

    /// The same words but the last lines that are boilerplate, such as a link glued to the end.
    static String withoutTrailingBoilerplate(String paragraph) {
        int end = paragraph.length();
        int cut = paragraph.lastIndexOf('\n');
        while (cut >= 0 && endsBefore(cut, end, paragraph)) {
            end = behindWords(cut, paragraph);
            cut = paragraph.lastIndexOf('\n', end - 1);
        }
        return paragraph.substring(0, end);
    }

    // Of what stands before the line only the end is looked at, once a line.
    private static boolean endsBefore(int cut, int end, String paragraph) {
        String before = paragraph.substring(Math.max(0, cut - LONGEST), cut);
        return isBoilerplate(paragraph.substring(cut + 1, end)) && ClosingPunctuation.ends(before);
    }

    private static int behindWords(int from, String paragraph) {
        int end = from;
        while (end > 0 && Character.isWhitespace(paragraph.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
