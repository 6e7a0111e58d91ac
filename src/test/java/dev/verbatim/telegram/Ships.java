package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import java.util.ArrayList;
import java.util.List;

/// An article of three paragraphs and what can be asked about it.
public final class Ships {

    static final String ID = "Кораблі: a very long name that no link and no button has room for";
    static final String BEFORE = "The harbour was empty. It was early.";
    static final String PARAGRAPH = "Then the ships came 🚢. They were grey.";
    static final String AFTER = "Nobody saw them leave. It rained.";

    static final Article ARTICLE = article(BEFORE, PARAGRAPH, AFTER);
    static final Passage PASSAGE = ARTICLE.passages().get(1);
    static final Answer.Found FOUND =
            new Answer.Found(PASSAGE, PASSAGE.sentences().getLast(), null, 0.9);
    static final ArticleInfo LISTING = new ArticleInfo(ID, ARTICLE.publication(), 3);

    private Ships() {}

    static Article article(String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            places.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        String text = String.join("\n\n", paragraphs);
        return new ArticleReader().read(ID, Publication.titled("The ships"), text, places);
    }
}
