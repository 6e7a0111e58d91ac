package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A parser of plain text. Blank lines divide paragraphs. A block without blank lines is one
/// wrapped paragraph or one paragraph per line: how its lines end decides.
final class PlainTextParser {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[^\\S\\n]*+\\n)++");

    // Wrapped lines are never longer.
    private static final int MAX_WRAPPED_LINE = 160;

    private PlainTextParser() {}

    /// Without front matter the first line is the title.
    static ParsedBody parse(SourceDocument document) {
        String text = document.body().strip();
        return document.frontMatter().isPresent()
                ? new ParsedBody(ArticleMetadata.NONE, blocks(text))
                : titledByFirstLine(text);
    }

    private static ParsedBody titledByFirstLine(String text) {
        int end = text.indexOf('\n');
        String title = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1);
        return new ParsedBody(ArticleMetadata.titled(Whitespace.squeezed(title)), blocks(rest));
    }

    private static List<TextBlock> blocks(String text) {
        return BLANK_LINES
                .splitAsStream(text)
                .flatMap(PlainTextParser::paragraphs)
                .<TextBlock>map(TextBlock.Prose::new)
                .toList();
    }

    private static Stream<String> paragraphs(String block) {
        List<String> lines = block.lines().toList();
        return isParagraphPerLine(lines) ? lines.stream() : Stream.of(block);
    }

    private static boolean isParagraphPerLine(List<String> lines) {
        return lines.stream().allMatch(PlainTextParser::isComplete)
                || lines.stream().anyMatch(line -> line.length() > MAX_WRAPPED_LINE);
    }

    private static boolean isComplete(String line) {
        return BoilerplateFilter.endsSentence(line) || BoilerplateFilter.isBoilerplate(line);
    }
}
