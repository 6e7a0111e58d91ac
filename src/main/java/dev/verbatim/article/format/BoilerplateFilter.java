package dev.verbatim.article.format;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A filter for lines of a page that are not part of the article: "Read the full article here",
/// share bars, cookie notices. Every language lists its own in the section `boilerplate` of its
/// file; they all count at once, since a line is too short to tell its language.
///
/// Only short whole paragraphs, and whole last lines after the end of a sentence, can count as
/// boilerplate, so that no sentence loses words.
public final class BoilerplateFilter {

    private static final int MAX_LENGTH = 200;

    // Brackets, arrows and dots around the words of a link or a button.
    private static final String BEFORE = "[\\[(|*_•·→>»›\\s-]*+";
    private static final String AFTER = "[\\])|*_•·→>»›<«‹:…\\s-]*+";
    private static final String DOTS = "[.!]*+";

    // The headline of another article: it doesn't end like a sentence, and has no quotation.
    private static final String REST = "[^.!?\"“”„«»]{0,120}";

    private static final Pattern LINES =
            Pattern.compile(
                    BEFORE + "(?:" + listed() + ")" + AFTER,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    // In any script: a mark, and perhaps closing quotation marks or brackets. Good enough for a
    // whole line; sentences inside a line are SentenceSplitter's.
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?…:;。！？։؟۔।][\\p{Pe}\\p{Pf}\\p{Pi}\"'\\s\\p{Z}]*+$");

    private BoilerplateFilter() {}

    private static String listed() {
        return Language.withFile().stream()
                .flatMap(language -> lines(language.file()))
                .map(BoilerplateFilter::expression)
                .collect(Collectors.joining("|"));
    }

    private static Stream<String> lines(LanguageFile file) {
        return file.keys("boilerplate.").stream().map(file::text);
    }

    private static String expression(String line) {
        String dots = line.contains("REST") ? "" : DOTS;
        return "(?:" + line.replace("REST", REST) + ")" + dots;
    }

    /// Whether a whole paragraph, or a whole sentence, is not part of an article.
    public static boolean isBoilerplate(String paragraph) {
        return paragraph.length() <= MAX_LENGTH
                && LINES.matcher(Whitespace.squeezed(paragraph)).matches();
    }

    /// Whether a line ends as a sentence ends on a page.
    static boolean endsSentence(String line) {
        return SENTENCE_END.matcher(line).find();
    }

    /// The paragraph without last lines that are boilerplate, such as a link at its end.
    static String withoutTrailingBoilerplate(String paragraph) {
        int end = paragraph.length();
        int cut = paragraph.lastIndexOf('\n');
        while (cut >= 0 && endsBefore(cut, end, paragraph)) {
            end = endOfWords(cut, paragraph);
            cut = paragraph.lastIndexOf('\n', end - 1);
        }
        return paragraph.substring(0, end);
    }

    // Looks only at the end of what precedes the line, so that many lines take linear time.
    private static boolean endsBefore(int cut, int end, String paragraph) {
        String before = paragraph.substring(Math.max(0, cut - MAX_LENGTH), cut);
        return isBoilerplate(paragraph.substring(cut + 1, end)) && endsSentence(before);
    }

    private static int endOfWords(int from, String paragraph) {
        int end = from;
        while (end > 0 && Character.isWhitespace(paragraph.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
