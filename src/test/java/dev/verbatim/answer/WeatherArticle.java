package dev.verbatim.answer;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// An article of four paragraphs, the first of two sentences, and rankings of its passages.
final class WeatherArticle {

    static final String TEXT =
            "“It rains,” said Ann. “It pours,” said Ben.\n\nCats stay in.\n\nDogs go out.\n\nEnd.";

    static final TextSpan RAINS = new TextSpan(0, 21);
    static final TextSpan POURS = new TextSpan(22, 43);
    static final TextSpan FIRST = RAINS.to(POURS);
    static final TextSpan CATS = new TextSpan(45, 58);
    static final TextSpan DOGS = new TextSpan(60, 72);
    static final TextSpan END = new TextSpan(74, 78);

    static final Question QUESTION = Question.of("Does it rain?");

    private WeatherArticle() {}

    static Article article(Quotation... quotations) {
        return new Article(
                "weather",
                Publication.titled("Weather").in(Locale.ENGLISH),
                TEXT,
                List.of(
                        new Paragraph(FIRST, List.of(RAINS, POURS)),
                        new Paragraph(CATS, List.of(CATS)),
                        new Paragraph(DOGS, List.of(DOGS)),
                        new Paragraph(END, List.of(END))),
                List.of(quotations));
    }

    static Ranking of(Candidate... candidates) {
        return new Ranking(List.of(candidates), 7, 70);
    }

    static Passage passage(TextSpan span) {
        return passage(article(), span);
    }

    static Passage passage(Article article, TextSpan span) {
        int paragraph = List.of(FIRST, CATS, DOGS, END).indexOf(span) + 1;
        return new Passage(article, paragraph, span);
    }

    /// Of one sentence, as near and as covered as the whole.
    static Candidate candidate(TextSpan span, double score, double coverage, double cosine) {
        return new Candidate(
                passage(span),
                score,
                evidence(coverage, coverage, cosine, sentence(span, coverage, cosine)));
    }

    /// As if the article was in a language.
    static Candidate in(Locale language, TextSpan span) {
        Article english = article();
        var article =
                new Article(
                        english.id(),
                        english.publication().in(language),
                        english.text(),
                        english.paragraphs(),
                        List.of());
        return new Candidate(passage(article, span), 1, evidence(1, 1, 0.9));
    }

    /// Without vectors.
    static Candidate lexical(TextSpan span, double bm25, double coverage) {
        return new Candidate(
                passage(span),
                bm25,
                new Ranking.Signals(
                        bm25,
                        coverage,
                        OptionalDouble.empty(),
                        List.of(new SentenceEvidence(span, coverage, OptionalDouble.empty()))));
    }

    static Ranking.Signals evidence(
            double bm25, double coverage, double cosine, SentenceEvidence... sentences) {
        return new Ranking.Signals(bm25, coverage, OptionalDouble.of(cosine), List.of(sentences));
    }

    static SentenceEvidence sentence(TextSpan span, double coverage, double cosine) {
        return new SentenceEvidence(span, coverage, OptionalDouble.of(cosine));
    }
}
