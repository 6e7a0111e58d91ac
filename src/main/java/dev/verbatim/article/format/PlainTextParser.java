package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A parser of plain text. Blank lines divide paragraphs. A block without blank lines is one
/// wrapped paragraph or one paragraph per line: how its lines end decides. Words divided at the end
/// of a line are joined, and so are the lines of a mail, which its program has wrapped.
final class PlainTextParser {

    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[^\\S\\n]*+\\n)++");

    // A rule between parts, or the line below a heading.
    private static final Pattern RULE = Pattern.compile("^[ \\t]*+(?:[*=_~#-][ \\t]*+){3,}+$");

    // Wrapped lines are never longer.
    private static final int MAX_WRAPPED_LINE = 160;

    private static final int MAX_HEADLINE = 250;
    private static final int MAX_HEADLINE_LINES = 3;

    private final boolean isMail;
    private final boolean isVerbatim;

    /// @param isVerbatim whether an editor wrote front matter above, and so meant the rest as it is
    private PlainTextParser(boolean isMail, boolean isVerbatim) {
        this.isMail = isMail;
        this.isVerbatim = isVerbatim;
    }

    /// Where the front matter has no title, the first line is the title, and so are the lines into
    /// which a long one was wrapped.
    static ParsedBody parse(SourceDocument document) {
        boolean titled =
                document.frontMatter()
                        .filter(facts -> facts.hasTitleKey() || facts.titleProblem().isPresent())
                        .isPresent();
        boolean isMail = document.frontMatter().filter(FrontMatter::isMail).isPresent();
        var parser = new PlainTextParser(isMail, document.frontMatter().isPresent() && !isMail);
        String body = isMail ? EmailBody.clean(document.body()) : document.body();
        String text = (parser.isVerbatim ? body : LineHyphenation.joined(body)).strip();
        return titled
                ? new ParsedBody(ArticleMetadata.NONE, parser.blocks(text))
                : parser.titledByFirstLine(text);
    }

    private ParsedBody titledByFirstLine(String text) {
        int end = headlineEnd(text);
        String title = text.substring(0, end);
        String rest = text.substring(Math.min(text.length(), end + 1));
        return new ParsedBody(ArticleMetadata.titled(Whitespace.squeezed(title)), blocks(rest));
    }

    static int headlineEnd(String text) {
        List<String> lines = BLANK_LINES.split(text, 2)[0].lines().toList();
        int length = lines.getFirst().length();
        if (lines.size() > MAX_HEADLINE_LINES || length == text.length()) {
            return length;
        }
        for (String line : lines.subList(1, lines.size())) {
            boolean goesOn = Character.isLowerCase(line.stripLeading().codePointAt(0));
            if (!goesOn || BoilerplateFilter.endsSentence(line)) {
                return lines.getFirst().length();
            }
            length += 1 + line.length();
        }
        boolean hasBody = length < text.length();
        return hasBody && length <= MAX_HEADLINE ? length : lines.getFirst().length();
    }

    private List<TextBlock> blocks(String text) {
        return BLANK_LINES.splitAsStream(text).flatMap(this::blocksOf).toList();
    }

    private Stream<TextBlock> blocksOf(String block) {
        List<String> lines = new ArrayList<>(block.lines().toList());
        if (isVerbatim) {
            return paragraphs(lines, block).map(TextBlock.Prose::new);
        }
        if (lines.size() == 2 && isUnderline(lines)) {
            return Stream.of(new TextBlock.Heading(lines.getFirst()));
        }
        boolean ruled = lines.removeIf(line -> RULE.matcher(line).matches());
        return paragraphs(lines, ruled ? String.join("\n", lines) : block)
                .map(TextBlock.Prose::new);
    }

    private static boolean isUnderline(List<String> lines) {
        return RULE.matcher(lines.getLast()).matches()
                && "=-~".indexOf(lines.getLast().strip().charAt(0)) >= 0;
    }

    private Stream<String> paragraphs(List<String> lines, String block) {
        if (isParagraphPerLine(lines)) {
            return lines.stream();
        }
        return Stream.of(isMail ? Whitespace.squeezed(block) : block);
    }

    private static boolean isParagraphPerLine(List<String> lines) {
        return lines.stream().allMatch(PlainTextParser::isComplete)
                || lines.stream().anyMatch(line -> line.length() > MAX_WRAPPED_LINE);
    }

    private static boolean isComplete(String line) {
        return BoilerplateFilter.endsSentence(line) || BoilerplateFilter.isBoilerplate(line);
    }
}
