package dev.verbatim.telegram;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.util.ArrayList;
import java.util.List;

/// A factory of small articles for tests.
public final class ArticleFixtures {

    private ArticleFixtures() {}

    /// An article of one paragraph with these sentences.
    public static Article oneParagraph(Publication publication, String... sentences) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String sentence : sentences) {
            places.add(new TextSpan(start, start + sentence.length()));
            start += sentence.length() + 1;
        }
        String text = String.join(" ", sentences);
        var paragraph = new Paragraph(new TextSpan(0, text.length()), places);
        return new Article("nato", publication, text, List.of(paragraph), List.of());
    }

    /// An article of these paragraphs, read as from a file.
    public static Article paragraphs(String id, String title, String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            places.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        String text = String.join("\n\n", paragraphs);
        return new ArticleReader().read(id, Publication.titled(title), text, places);
    }
}
