package dev.verbatim.telegram;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// An article of three sentences, and the answers that quote it.
public final class NatoArticle {

    static final String FIRST = "NATO allies meet in Brussels.";
    public static final String SECOND = "“We have heard a lot of loose talk,” Smith said.";
    static final String THIRD = "The meeting ends on Thursday.";
    public static final String PARAGRAPH = FIRST + " " + SECOND + " " + THIRD;
    static final URI PAGE = URI.create("https://example.org/nato");

    public static final Article ARTICLE =
            ArticleFixtures.oneParagraph(
                    new Publication(
                            "NATO allies meet",
                            "VOA",
                            null,
                            LocalDate.of(2022, 10, 12),
                            PAGE,
                            Locale.ENGLISH,
                            null),
                    FIRST,
                    SECOND,
                    THIRD);

    public static final Passage PASSAGE =
            new Passage(ARTICLE, 1, new TextSpan(0, PARAGRAPH.length()));
    public static final TextSpan EMPHASIS =
            new TextSpan(FIRST.length() + 1, FIRST.length() + 1 + SECOND.length());

    public static final Answer.Found FOUND =
            new Answer.Found(
                    PASSAGE,
                    EMPHASIS,
                    new Speaker("Julianne Smith", "US ambassador to NATO"),
                    0.93);

    public static final Answer.NotFound NOT_FOUND =
            new Answer.NotFound(List.of(PASSAGE), 0.1, 1, 24);

    private NatoArticle() {}
}
