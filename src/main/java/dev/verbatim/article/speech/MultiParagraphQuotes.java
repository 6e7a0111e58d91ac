package dev.verbatim.article.speech;

import dev.verbatim.article.Paragraph;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.QuotationMarks;
import dev.verbatim.article.sentence.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The quoted places of every paragraph of an article.
///
/// A quotation that is opened in a paragraph and opened again at the start of the next, being
/// closed only in the last, is one place in each.
///
/// @param places by paragraph
/// @param goesOn by paragraph: the last place goes on in the next paragraph
record MultiParagraphQuotes(List<List<TextSpan>> places, List<Boolean> goesOn) {

    static MultiParagraphQuotes in(String text, List<Paragraph> paragraphs) {
        List<QuotationMarks.Pairs> pairs =
                paragraphs.stream()
                        .map(paragraph -> QuotationMarks.in(text, paragraph.span()))
                        .toList();
        List<Boolean> goesOn =
                IntStream.range(0, pairs.size())
                        .mapToObj(at -> goesOn(pairs, paragraphs, at))
                        .toList();
        List<List<TextSpan>> places = new ArrayList<>();
        for (int at = 0; at < pairs.size(); at++) {
            places.add(places(pairs.get(at), goesOn.get(at), text, paragraphs.get(at).span()));
        }
        return new MultiParagraphQuotes(List.copyOf(places), goesOn);
    }

    private static boolean goesOn(
            List<QuotationMarks.Pairs> pairs, List<Paragraph> paragraphs, int at) {
        return pairs.get(at).openAt() >= 0
                && at + 1 < pairs.size()
                && pairs.get(at + 1).opensAt(paragraphs.get(at + 1).span().start());
    }

    private static List<TextSpan> places(
            QuotationMarks.Pairs pairs, boolean goesOn, String text, TextSpan paragraph) {
        if (!goesOn) {
            return pairs.outermost();
        }
        int open = pairs.openAt();
        List<TextSpan> places = new ArrayList<>();
        pairs.outermost().stream().filter(pair -> pair.end() <= open).forEach(places::add);
        places.add(new TextSpan(open, SentenceSplitter.endBefore(text, paragraph.end())));
        return places;
    }
}
