package dev.verbatim.article.speech;

import dev.verbatim.article.Paragraph;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.sentence.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds quotations and who said them, by rules and a [Lexicon] a language.
///
/// Four steps, each of which knows nothing of the next:
/// [dev.verbatim.article.sentence.QuotationMarks] pairs the marks, [CueFinder] finds verbs of
/// speech and whose they are, [QuoteAttributor] ties quoted words to them sentence by sentence, and
/// [SpeakerResolver] tells who a mention stands for. Every quotation lies in one paragraph: one
/// that runs over several is found once in each. Time is linear in the text, and no text makes it
/// fail.
public final class QuotationFinder {

    /// The quotations of an article in the order of its text.
    public List<Quotation> find(String text, List<Paragraph> paragraphs, Locale language) {
        MultiParagraphQuotes quoted = MultiParagraphQuotes.in(text, paragraphs);
        Lexicon lexicon = Lexicon.of(language);
        SentenceTokenizer tokenizer = new SentenceTokenizer(text, lexicon);
        List<List<TokenizedSentence>> sentences = new ArrayList<>();
        for (int at = 0; at < paragraphs.size(); at++) {
            sentences.add(tokenizer.sentences(paragraphs.get(at), at, quoted.places().get(at)));
        }
        PersonIndex personIndex =
                PersonIndex.of(text, sentences.stream().flatMap(List::stream).toList());
        QuotationAssembler quotationAssembler =
                new QuotationAssembler(new SpeakerResolver(text, personIndex, lexicon));
        for (int at = 0; at < sentences.size(); at++) {
            quotationAssembler.take(sentences.get(at), at > 0 && quoted.goesOn().get(at - 1));
        }
        return quotationAssembler.quotations();
    }
}
