package dev.verbatim.article.format;

import org.jspecify.annotations.Nullable;

/// The limits of what an article's file may contain, so that a file made to break parsers is
/// refused with its line instead of taking the memory and the time that answers need.
///
/// Parsers build objects for each mark, line and tag, and some scan ahead from each mark: from 5 MB
/// of `[` CommonMark makes gigabytes. So the source is counted before it is parsed, in one pass.
/// The limits are far above what articles have: the longest novels stay below them.
final class ParsingLimits {

    private static final int MAX_LINES = 100_000;

    /// Lines, and marks at their beginnings that open a list item or a block quote.
    private static final int MAX_BLOCKS = 150_000;

    private static final int MAX_PARAGRAPH = 250_000;

    /// Marks of links, emphasis, code, tags and entities.
    private static final int MAX_MARKS = 200_000;

    /// Marks of a block times its length: what the parser reads when it scans ahead from each. A
    /// second or two.
    private static final long MAX_SCANS = 2_000_000_000;

    private static final int MAX_COLUMNS = 200;

    private static final int MAX_SENTENCES = 50_000;

    private static final String MARKS = "[]*_`<&\\";
    private static final String SENTENCE_ENDS = ".!?…";
    private static final String UNSPACED_SENTENCE_ENDS = "。！？";

    private ParsingLimits() {}

    static void checkLines(String text) throws ArticleFormatException {
        int lines = 0;
        int end = text.indexOf('\n');
        while (end >= 0) {
            lines++;
            if (lines > MAX_LINES) {
                throw new ArticleFormatException(
                        lines,
                        "the file has more than %,d lines".formatted(MAX_LINES),
                        "Make articles of its parts");
            }
            end = text.indexOf('\n', end + 1);
        }
    }

    /// Checks the source of a Markdown body.
    static void checkMarkdown(SourceDocument document) throws ArticleFormatException {
        var count = new MarkdownCount(document.firstLine());
        int start = 0;
        String body = document.body();
        while (start < body.length()) {
            int end = body.indexOf('\n', start);
            end = end < 0 ? body.length() : end;
            count.add(body, start, end);
            start = end + 1;
        }
        count.endBlock();
    }

    /// Checks what a parser has found.
    static void checkBlocks(ParsedBody body, SourceDocument document)
            throws ArticleFormatException {
        int sentences = 0;
        for (ParsedBody.TextBlock block : body.blocks()) {
            String words = block.words();
            if (words.length() > MAX_PARAGRAPH) {
                throw tooLong(document.lineOf(words), words.length());
            }
            sentences += sentenceEnds(words);
            if (sentences > MAX_SENTENCES) {
                throw new ArticleFormatException(
                        document.lineOf(words),
                        "more than %,d sentences end before here".formatted(MAX_SENTENCES),
                        "Make articles of its parts");
            }
        }
    }

    private static ArticleFormatException tooLong(@Nullable Integer line, int length) {
        return new ArticleFormatException(
                line,
                "the paragraph that begins here has %,d characters, more than %,d"
                        .formatted(length, MAX_PARAGRAPH),
                "Divide it by blank lines");
    }

    private static int sentenceEnds(String words) {
        int ends = 0;
        for (int at = 0; at < words.length(); at++) {
            char character = words.charAt(at);
            boolean spaced =
                    at + 1 < words.length() && Character.isWhitespace(words.charAt(at + 1));
            boolean ending =
                    UNSPACED_SENTENCE_ENDS.indexOf(character) >= 0
                            || (spaced && SENTENCE_ENDS.indexOf(character) >= 0);
            ends += ending ? 1 : 0;
        }
        return ends;
    }

    /// A count of what a Markdown source has, line by line.
    private static final class MarkdownCount {

        private int line;
        private int blocks;
        private int marks;
        private long scans;
        private int blockLine;
        private int blockLength;
        private int blockMarks;

        MarkdownCount(int firstLine) {
            line = firstLine - 1;
            blockLine = firstLine;
        }

        void add(String text, int start, int end) throws ArticleFormatException {
            line++;
            checkColumns(text, start, end);
            int words = openBlocks(text, start, end);
            if (words == end || startsItem(text, start, end)) {
                endBlock();
                blockLine = words == end ? line + 1 : line;
            }
            blockLength += end - start;
            for (int at = start; at < end; at++) {
                blockMarks += MARKS.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
            }
        }

        /// Counts the marks of lists and block quotes before a line's words, and returns where the
        /// words begin.
        private int openBlocks(String text, int start, int end) throws ArticleFormatException {
            blocks++;
            int at = start;
            while (at < end && " \t>-+*.)0123456789".indexOf(text.charAt(at)) >= 0) {
                boolean last = at + 1 == end || isBlank(text.charAt(at + 1));
                boolean opens = text.charAt(at) == '>' || (last && !isBlank(text.charAt(at)));
                blocks += opens ? 1 : 0;
                at++;
            }
            if (blocks > MAX_BLOCKS) {
                throw new ArticleFormatException(
                        line,
                        "more than %,d lines, list items and block quotes begin before here"
                                .formatted(MAX_BLOCKS),
                        "Make articles of its parts");
            }
            return at;
        }

        /// A row of a table gets as many cells as its head has.
        private void checkColumns(String text, int start, int end) throws ArticleFormatException {
            int bars = 0;
            for (int at = start; at < end; at++) {
                char character = text.charAt(at);
                if ("|-: \t".indexOf(character) < 0) {
                    return;
                }
                bars += character == '|' ? 1 : 0;
            }
            if (bars > MAX_COLUMNS) {
                throw new ArticleFormatException(
                        line,
                        "the table that begins here has %,d columns".formatted(bars),
                        "Leave the table out");
            }
        }

        /// A heading or a list item at the left margin ends the paragraph before it, whatever that
        /// is a part of. Others may be words of the paragraph.
        private static boolean startsItem(String text, int start, int end) {
            return end - start > 2
                    && "-+*#".indexOf(text.charAt(start)) >= 0
                    && text.charAt(start + 1) == ' '
                    && !isBlank(text.charAt(start + 2));
        }

        void endBlock() throws ArticleFormatException {
            marks += blockMarks;
            scans += (long) blockMarks * blockLength;
            if (blockLength > MAX_PARAGRAPH) {
                throw tooLong(blockLine, blockLength);
            }
            if (marks > MAX_MARKS || scans > MAX_SCANS) {
                throw new ArticleFormatException(
                        blockLine,
                        "the paragraph that begins here has %,d marks of links, emphasis or tags,"
                                        .formatted(blockMarks)
                                + " too many to read with those before it",
                        "Save it as plain text, with the ending .txt");
            }
            blockLength = 0;
            blockMarks = 0;
        }

        private static boolean isBlank(char character) {
            return character == ' ' || character == '\t';
        }
    }
}
