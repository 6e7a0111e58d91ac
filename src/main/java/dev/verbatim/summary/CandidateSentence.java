package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Paragraph;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.QuotationMarks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A sentence of an article, before it is known whether it can be shown.
///
/// @param number in the article, from 0; the line before has the number before
/// @param paragraph counted from 1
/// @param uncut whether it begins and ends outside of quoted words
record CandidateSentence(int number, int paragraph, TextSpan span, String text, boolean uncut) {

    // What is compared is every sentence with every other.
    private static final int MOST = 400;

    /// The sentences of an article; of a longer text, a book's, how its paragraphs begin.
    static List<CandidateSentence> of(Article article) {
        int each = sentencesEach(article.paragraphs());
        List<CandidateSentence> lines = new ArrayList<>();
        int before = 0;
        for (int number = 1; number <= article.paragraphs().size(); number++) {
            lines.addAll(beginning(article, number, before, Math.min(each, MOST - lines.size())));
            before += article.paragraphs().get(number - 1).sentences().size();
        }
        return lines;
    }

    /// How many sentences of every paragraph there is room for.
    private static int sentencesEach(List<Paragraph> paragraphs) {
        return IntStream.rangeClosed(2, MOST)
                .takeWhile(each -> count(paragraphs, each) <= MOST)
                .max()
                .orElse(1);
    }

    private static long count(List<Paragraph> paragraphs, int each) {
        return paragraphs.stream().mapToLong(one -> Math.min(each, one.sentences().size())).sum();
    }

    /// @param before how many sentences the paragraphs before have
    private static List<CandidateSentence> beginning(
            Article article, int paragraph, int before, int most) {
        Paragraph whole = article.paragraphs().get(paragraph - 1);
        Set<TextSpan> uncut =
                most == 0
                        ? Set.of()
                        : new HashSet<>(QuotationMarks.uncutSentences(article.text(), whole));
        List<CandidateSentence> lines = new ArrayList<>();
        for (TextSpan span : first(whole.sentences(), most)) {
            String text = span.of(article.text());
            int number = before + lines.size();
            lines.add(new CandidateSentence(number, paragraph, span, text, uncut.contains(span)));
        }
        return lines;
    }

    private static List<TextSpan> first(List<TextSpan> sentences, int most) {
        return sentences.subList(0, Math.min(most, sentences.size()));
    }
}
