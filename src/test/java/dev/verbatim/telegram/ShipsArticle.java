package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Passage;

/// An article of three paragraphs, and the answer that quotes it.
public final class ShipsArticle {

    static final String ID = "Кораблі: a very long name that no link and no button has room for";
    static final String BEFORE = "The harbour was empty. It was early.";
    static final String PARAGRAPH = "Then the ships came 🚢. They were grey.";
    static final String AFTER = "Nobody saw them leave. It rained.";

    static final Article ARTICLE = withParagraphs(BEFORE, PARAGRAPH, AFTER);
    static final Passage PASSAGE = ARTICLE.passages().get(1);
    static final Answer.Found FOUND =
            new Answer.Found(PASSAGE, PASSAGE.sentences().getLast(), null, 0.9);
    static final ArticleInfo LISTING = new ArticleInfo(ID, ARTICLE.publication(), 3);

    private ShipsArticle() {}

    /// The same article with other paragraphs.
    static Article withParagraphs(String... paragraphs) {
        return ArticleFixtures.paragraphs(ID, "The ships", paragraphs);
    }
}
