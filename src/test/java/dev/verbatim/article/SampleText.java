package dev.verbatim.article;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.speech.QuotationFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text to find sentences and quotations in, with one paragraph per line.
public record SampleText(String text, Locale language) {

    static final Locale ENGLISH = Locale.ENGLISH;

    public static SampleText english(String text) {
        return new SampleText(text, ENGLISH);
    }

    public static SampleText seedArticle() {
        Path content = Path.of("content");
        Path file = content.resolve("nato-allies-two-day-meeting.md");
        return switch (new ArticleReader().read(content, file)) {
            case ReadResult.Read(Article article, _) -> english(article.text());
            case ReadResult.Refused(ValidationError error) -> throw new AssertionError(error);
        };
    }

    public List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                TextSpan span = new TextSpan(at, at + line.length());
                paragraphs.add(
                        new Paragraph(span, new SentenceSplitter().split(text, span, language)));
            }
            at += line.length() + 1;
        }
        return paragraphs;
    }

    public List<String> sentences() {
        return paragraphs().stream()
                .flatMap(paragraph -> paragraph.sentences().stream())
                .map(sentence -> sentence.of(text))
                .toList();
    }

    public List<Quotation> quotations() {
        return new QuotationFinder().find(text, paragraphs(), language);
    }

    /// By quotation, "?" where nobody is named.
    public List<String> speakers() {
        return quotations().stream().map(SampleText::name).toList();
    }

    private static String name(Quotation quotation) {
        Speaker speaker = quotation.speaker();
        return speaker == null ? "?" : speaker.name();
    }

    /// One line each: who, in which role, and how their words begin, such as `Jens Stoltenberg
    /// (NATO Secretary general): “We will`.
    public List<String> attributed() {
        return quotations().stream().map(this::line).toList();
    }

    private String line(Quotation quotation) {
        Speaker speaker = quotation.speaker();
        String role = speaker == null || speaker.role() == null ? "" : " (" + speaker.role() + ")";
        return name(quotation) + role + ": " + quotation.content().of(text);
    }
}
