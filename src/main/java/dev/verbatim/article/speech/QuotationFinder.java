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
/// speech and whose they are, [Attribution] ties quoted words to them sentence by sentence, and
/// [SpeakerResolver] tells who a mention stands for. Every quotation lies in one paragraph: one
/// that runs over several is found once in each. Time is linear in the text, and no text makes it
/// fail.
public final class QuotationFinder {

    /// The quotations of an article in the order of its text.
    public List<Quotation> find(String text, List<Paragraph> paragraphs, Locale language) {
        RunningOn quoted = RunningOn.in(text, paragraphs);
        Lexicon lexicon = Lexicon.of(language);
        Tokenizer tokenizer = new Tokenizer(text, lexicon);
        List<List<Sentence>> sentences = new ArrayList<>();
        for (int at = 0; at < paragraphs.size(); at++) {
            sentences.add(tokenizer.sentences(paragraphs.get(at), at, quoted.places().get(at)));
        }
        Cast cast = Cast.of(text, sentences.stream().flatMap(List::stream).toList());
        Telling telling = new Telling(new SpeakerResolver(text, cast, lexicon));
        for (int at = 0; at < sentences.size(); at++) {
            telling.take(sentences.get(at), at > 0 && quoted.goesOn().get(at - 1));
        }
        return telling.quotations();
    }
}
