package dev.verbatim.article.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Plain text. Blank lines divide paragraphs; a block of lines without a blank one is a paragraph
/// that was wrapped, or a paragraph a line, which is told by how its lines end.
final class PlainTextParser {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[^\\S\\n]*+\\n)++");

    // Nobody wraps lines so far out.
    private static final int WIDEST_WRAPPED_LINE = 160;

    private PlainTextParser() {}

    /// Without front matter the first line is the title.
    static ParsedBody read(SourceDocument document) {
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
        return isParagraphEachLine(lines) ? lines.stream() : Stream.of(block);
    }

    private static boolean isParagraphEachLine(List<String> lines) {
        return lines.stream()
                        .allMatch(
                                line ->
                                        ClosingPunctuation.ends(line)
                                                || BoilerplateFilter.isBoilerplate(line))
                || lines.stream().anyMatch(line -> line.length() > WIDEST_WRAPPED_LINE);
    }
}
