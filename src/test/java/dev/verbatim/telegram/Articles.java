package dev.verbatim.telegram;

import dev.verbatim.article.Article;
import dev.verbatim.article.Paragraph;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;

/// Articles of one paragraph, for tests.
public final class Articles {

    private Articles() {}

    /// The sentences stand in one paragraph, with a blank between them.
    public static Article of(Publication publication, String... sentences) {
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
}
