package dev.verbatim.cli;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.answer.AnswerDecision.Explanation;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// An article of two paragraphs, one with everything known about it and one with nothing, and
/// answers from it.
final class AnswerFixture {

    static final String FIRST_PARAGRAPH = "Ministers meet on Wednesday.";
    static final String SECOND_PARAGRAPH =
            "“Loose talk is dangerous,” she said. It was raining 😀.";

    static final Article ARTICLE =
            article(
                    new Publication(
                            "Two-day meeting",
                            "Euronews",
                            null,
                            LocalDate.of(2022, 10, 12),
                            URI.create("https://example.org/meeting"),
                            Locale.ENGLISH,
                            null));
    static final Article ARTICLE_WITHOUT_METADATA = article(Publication.titled("Two-day meeting"));

    static final TextSpan FIRST_SPAN = new TextSpan(0, FIRST_PARAGRAPH.length());
    static final TextSpan SECOND_SPAN =
            new TextSpan(
                    FIRST_PARAGRAPH.length() + 2,
                    FIRST_PARAGRAPH.length() + 2 + SECOND_PARAGRAPH.length());
    static final TextSpan QUOTATION_SPAN = new TextSpan(30, 66);

    static final Answer FOUND =
            new Answer.Found(
                    new Passage(ARTICLE, 2, SECOND_SPAN),
                    QUOTATION_SPAN,
                    new Speaker("Julianne Smith", "US ambassador to NATO"),
                    0.875);
    static final Answer FOUND_WITHOUT_METADATA =
            new Answer.Found(
                    new Passage(ARTICLE_WITHOUT_METADATA, 1, FIRST_SPAN), FIRST_SPAN, null, 0.75);
    static final Answer NOT_FOUND =
            new Answer.NotFound(List.of(new Passage(ARTICLE, 1, FIRST_SPAN)), 0.125, 1, 20);
    static final Answer CLOSEST =
            new Answer.Closest(new Passage(ARTICLE, 2, SECOND_SPAN), QUOTATION_SPAN, null, 0.3125);

    private static final List<String> SECOND_ARTICLE =
            List.of(
                    "“Loose talk is dangerous,” Smith said on Tuesday.",
                    "Rivers rose higher than ever.",
                    "Bridges were shut for hours.",
                    "Schools opened late.",
                    "Ferries stopped at noon.");

    /// The same from another article, with a day that the first one doesn't have.
    static final Answer.Found SECOND_SOURCE = secondSource();

    /// Why the first paragraph was not shown.
    static final Explanation EXPLANATION = explanation();

    static final Answer THANKS = new Answer.NoQuestion(Answer.Intent.THANKS);

    private AnswerFixture() {}

    private static Explanation explanation() {
        var passage = new Passage(ARTICLE, 1, FIRST_SPAN);
        var rankingSignals = new Ranking.Signals(7.314, 0.6, OptionalDouble.of(0.8642), List.of());
        var candidate = new Candidate(passage, 0.9, rankingSignals);
        var rerankedPassages =
                new RerankedPassages(
                        Question.of("Who won?"),
                        new Ranking(List.of(candidate), 1, 20),
                        List.of(new ReaderOutput(-1, -1, List.of())));
        return new Explanation(
                new AnswerDecision(
                        rerankedPassages, FIRST_SPAN, 0.125, AnswerDecision.Outcome.NOT_FOUND),
                ConfidenceThreshold.BALANCED,
                List.of(
                        new Explanation.ExplainedPassage(
                                passage,
                                7.314,
                                0.6,
                                OptionalDouble.of(0.8642),
                                OptionalDouble.of(0.27),
                                0.125)));
    }

    private static Answer.Found secondSource() {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String words : SECOND_ARTICLE) {
            var span = new TextSpan(start, start + words.length());
            paragraphs.add(new Paragraph(span, List.of(span)));
            start = span.end() + 2;
        }
        var article =
                new Article(
                        "talk",
                        Publication.titled("Loose talk").in(Locale.ENGLISH),
                        String.join("\n\n", SECOND_ARTICLE),
                        paragraphs,
                        List.of());
        TextSpan first = paragraphs.getFirst().span();
        return new Answer.Found(new Passage(article, 1, first), first, null, 0.75);
    }

    private static Article article(Publication publication) {
        var first = new TextSpan(0, FIRST_PARAGRAPH.length());
        var second = new TextSpan(first.end() + 2, first.end() + 2 + SECOND_PARAGRAPH.length());
        return new Article(
                "meeting",
                publication,
                FIRST_PARAGRAPH + "\n\n" + SECOND_PARAGRAPH,
                List.of(
                        new Paragraph(first, List.of(first)),
                        new Paragraph(second, List.of(second))),
                List.of());
    }
}
