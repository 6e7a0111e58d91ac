package dev.verbatim.evaluation;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An article as the set's file has it.
///
/// @param text paragraphs joined by blank lines, or the file's text exactly when it has one
/// @param paragraphs in the order of the file, with blank ones, because gold paragraphs count them
record SourceArticle(String id, String title, String text, List<SourceParagraph> paragraphs) {

    private static final String BLANK_LINE = "\n\n";
    private static final Pattern BLANK_LINES = Pattern.compile("\\R(?:\\h*\\R)+");
    private static final Pattern LINES = Pattern.compile("\\R");

    SourceArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    static SourceArticle from(JsonLinesRecord line) {
        String id = line.text("article_id");
        String title = line.text("title");
        return line.has("text")
                ? ofText(id, title, line.text("text"))
                : ofParagraphs(id, title, line.texts("paragraphs"));
    }

    static SourceArticle ofParagraphs(String id, String title, List<String> texts) {
        List<SourceParagraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            paragraphs.add(new SourceParagraph(start, text));
            start += text.length() + BLANK_LINE.length();
        }
        return new SourceArticle(id, title, String.join(BLANK_LINE, texts), paragraphs);
    }

    static SourceArticle ofText(String id, String title, String text) {
        boolean hasBlankLines = BLANK_LINES.matcher(text.strip()).find();
        Matcher separator = (hasBlankLines ? BLANK_LINES : LINES).matcher(text);
        List<SourceParagraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (separator.find()) {
            paragraphs.add(new SourceParagraph(start, text.substring(start, separator.start())));
            start = separator.end();
        }
        paragraphs.add(new SourceParagraph(start, text.substring(start)));
        return new SourceArticle(id, title, text, paragraphs);
    }

    Article readBy(ArticleReader reader) {
        List<TextSpan> spans =
                paragraphs.stream()
                        .filter(paragraph -> !paragraph.text().isBlank())
                        .map(SourceParagraph::span)
                        .toList();
        return reader.read(id, Publication.titled(title.isBlank() ? id : title), text, spans);
    }

    /// The number, from 0, of the paragraph in which a span starts.
    int paragraphAt(TextSpan span) {
        int number = 0;
        while (number + 1 < paragraphs.size()
                && paragraphs.get(number + 1).start() <= span.start()) {
            number++;
        }
        return number;
    }

    /// A paragraph and its offset in the article's text.
    record SourceParagraph(int start, String text) {

        TextSpan span() {
            return new TextSpan(start, start + text.length());
        }
    }
}
