package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.answer.AnswerDecision.Outcome;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import dev.verbatim.evaluation.SourceQuestion.SourceAnswer;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An article small enough to count: three paragraphs, the first of two sentences.
final class EvaluationFixture {

    static final String FIRST = "Tea is a leaf. Pour it hot.";
    static final String SECOND = "Milk goes last.";
    static final String THIRD = "Cups have ears.";
    static final String TEXT = FIRST + "\n\n" + SECOND + "\n\n" + THIRD;

    static final TextSpan LEAF = new TextSpan(0, 14);
    static final TextSpan HOT = new TextSpan(15, 27);
    static final TextSpan MILK = new TextSpan(29, 44);
    static final TextSpan CUPS = new TextSpan(46, 61);

    static final SourceArticle SOURCE =
            new SourceArticle(
                    "tea",
                    "Tea",
                    TEXT,
                    List.of(
                            new SourceParagraph(0, FIRST),
                            new SourceParagraph(29, SECOND),
                            new SourceParagraph(46, THIRD)));
    static final ArticleSet ARTICLES = new ArticleSet(List.of(SOURCE));
    static final Article ARTICLE = article(TEXT);

    private EvaluationFixture() {}

    static Article article(String text, Quotation... quotations) {
        List<Paragraph> paragraphs =
                List.of(
                        new Paragraph(LEAF.to(HOT), List.of(LEAF, HOT)),
                        new Paragraph(MILK, List.of(MILK)),
                        new Paragraph(CUPS, List.of(CUPS)));
        return new Article("tea", Publication.titled("Tea"), text, paragraphs, List.of(quotations));
    }

    static Passage passage(TextSpan span) {
        int paragraph = 1 + SOURCE.paragraphAt(span);
        return new Passage(ARTICLE, paragraph, span);
    }

    /// A question that paragraphs of the article answer, or, when there are none, nothing does.
    static SourceQuestion question(Integer... paragraphs) {
        List<SourceAnswer> answers =
                Arrays.stream(paragraphs).map(p -> new SourceAnswer("leaf", null, p)).toList();
        return new SourceQuestion(
                "What is tea?", "tea", paragraphs.length > 0, Set.of(paragraphs), answers);
    }

    static EvaluatedQuestion evaluated(SourceQuestion question, AnswerDecision decision) {
        return new EvaluatedQuestion(question, question.answerable(), decision, 1_000_000);
    }

    /// A verdict that ranks these places, confident and without emphasis.
    static AnswerDecision ranking(TextSpan... places) {
        return decision(null, 1, places);
    }

    static AnswerDecision decision(
            @Nullable TextSpan emphasis, double confidence, TextSpan... places) {
        List<Candidate> candidates =
                IntStream.range(0, places.length)
                        .mapToObj(i -> candidate(passage(places[i]), -i))
                        .toList();
        return decision(candidates, emphasis, confidence);
    }

    static AnswerDecision decision(
            List<Candidate> candidates, @Nullable TextSpan emphasis, double confidence) {
        var rerankedPassages =
                new RerankedPassages(
                        Question.of("What is tea?"), new Ranking(candidates, 1, 3), List.of());
        return new AnswerDecision(
                rerankedPassages,
                emphasis,
                confidence,
                confidence >= 0.5 ? Outcome.ANSWERED : Outcome.NOT_FOUND);
    }

    static Candidate candidate(Passage passage, double score) {
        return new Candidate(
                passage, score, new Ranking.Signals(0, 0, OptionalDouble.empty(), List.of()));
    }
}
