package dev.verbatim.article.speech;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.QuotationMarks;
import dev.verbatim.article.sentence.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A finder of quotations and their speakers, by rules and one [Lexicon] per language.
///
/// Four steps, none of which depends on the next: [QuotationMarks] pairs the marks, [CueFinder]
/// finds verbs of speech and their subjects, [QuoteAttributor] ties quoted words to them sentence
/// by sentence, and [SpeakerResolver] finds the person that a mention refers to. Every quotation
/// lies in one paragraph: one that runs over several is found once in each. Time is linear in the
/// text, and no text makes it fail.
public final class QuotationFinder {

    /// The quoted places of a paragraph.
    ///
    /// @param continues the last place goes on in the next paragraph
    private record QuotedPlaces(List<TextSpan> places, boolean continues) {}

    /// The quotations of an article in the order of its text.
    public List<Quotation> find(String text, List<Paragraph> paragraphs, Locale language) {
        Lexicon lexicon = Lexicon.of(language);
        List<QuotedPlaces> quoted = quotedPlaces(text, paragraphs);
        SentenceTokenizer tokenizer = new SentenceTokenizer(text, lexicon);
        // Twice tokenized, and no paragraph kept: tokens take many times the memory of their text.
        IntFunction<List<TokenizedSentence>> sentences =
                at -> tokenizer.sentences(paragraphs.get(at), at, quoted.get(at).places());
        PersonIndex people =
                PersonIndex.of(
                        text,
                        IntStream.range(0, paragraphs.size())
                                .mapToObj(sentences)
                                .flatMap(List::stream));
        QuotationAssembler assembler =
                new QuotationAssembler(text, new SpeakerResolver(text, people, lexicon));
        for (int at = 0; at < paragraphs.size(); at++) {
            assembler.add(sentences.apply(at), at > 0 && quoted.get(at - 1).continues());
        }
        return assembler.quotations();
    }

    /// By paragraph. A quotation that is opened in a paragraph and opened again at the start of the
    /// next, but closed only in the last, is one place in each.
    private static List<QuotedPlaces> quotedPlaces(String text, List<Paragraph> paragraphs) {
        List<QuotationMarks.Pairs> pairs =
                paragraphs.stream()
                        .map(paragraph -> QuotationMarks.in(text, paragraph.span()))
                        .toList();
        List<QuotedPlaces> quoted = new ArrayList<>();
        for (int at = 0; at < pairs.size(); at++) {
            boolean continues =
                    pairs.get(at).openAt() >= 0
                            && at + 1 < pairs.size()
                            && pairs.get(at + 1).opensAt(paragraphs.get(at + 1).span().start());
            List<TextSpan> places =
                    continues
                            ? withOpenPair(pairs.get(at), text, paragraphs.get(at))
                            : pairs.get(at).outermost();
            quoted.add(new QuotedPlaces(places, continues));
        }
        return quoted;
    }

    private static List<TextSpan> withOpenPair(
            QuotationMarks.Pairs pairs, String text, Paragraph paragraph) {
        int open = pairs.openAt();
        List<TextSpan> places = new ArrayList<>();
        pairs.outermost().stream().filter(pair -> pair.end() <= open).forEach(places::add);
        places.add(new TextSpan(open, SentenceSplitter.endBefore(text, paragraph.span().end())));
        return places;
    }
}
