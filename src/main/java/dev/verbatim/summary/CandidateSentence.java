package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.QuotationMarks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A sentence of an article that may become part of a summary.
///
/// @param number in the article, counted from 0
/// @param paragraph counted from 1
/// @param uncut whether it starts and ends outside of quoted words
record CandidateSentence(int number, int paragraph, TextSpan span, String text, boolean uncut) {

    // Each sentence is compared with each other one.
    private static final int MAX_SENTENCES = 400;

    /// The sentences of an article; of a longer text, such as a book, the first ones of each
    /// paragraph.
    static List<CandidateSentence> of(Article article) {
        int limit = sentencesPerParagraph(article.paragraphs());
        List<CandidateSentence> candidates = new ArrayList<>();
        int before = 0;
        for (int number = 1; number <= article.paragraphs().size(); number++) {
            int left = Math.min(limit, MAX_SENTENCES - candidates.size());
            candidates.addAll(first(left, article, number, before));
            before += article.paragraphs().get(number - 1).sentences().size();
        }
        return candidates;
    }

    /// How many sentences of each paragraph there is room for.
    private static int sentencesPerParagraph(List<Paragraph> paragraphs) {
        return IntStream.rangeClosed(2, MAX_SENTENCES)
                .takeWhile(limit -> count(paragraphs, limit) <= MAX_SENTENCES)
                .max()
                .orElse(1);
    }

    private static long count(List<Paragraph> paragraphs, int limit) {
        return paragraphs.stream()
                .mapToLong(paragraph -> Math.min(limit, paragraph.sentences().size()))
                .sum();
    }

    /// @param before how many sentences the paragraphs before have
    private static List<CandidateSentence> first(
            int limit, Article article, int number, int before) {
        Paragraph paragraph = article.paragraphs().get(number - 1);
        Set<TextSpan> uncut =
                limit == 0
                        ? Set.of()
                        : new HashSet<>(QuotationMarks.uncutSentences(article.text(), paragraph));
        List<CandidateSentence> candidates = new ArrayList<>();
        for (TextSpan span : paragraph.sentences().stream().limit(limit).toList()) {
            candidates.add(
                    new CandidateSentence(
                            before + candidates.size(),
                            number,
                            span,
                            span.of(article.text()),
                            uncut.contains(span)));
        }
        return candidates;
    }
}
