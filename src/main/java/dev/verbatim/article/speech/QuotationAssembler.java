package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The quotations of an article as it tells them, paragraph after paragraph.
///
/// Quoted sentences without a cue of their own go on with the words before: in the same paragraph,
/// or, when a paragraph is nothing but quoted words, in the paragraph before, if that one ended
/// with somebody's words. The same holds for a verb without a subject: "«…», añadió".
final class QuotationAssembler {

    private final SpeakerResolver resolver;
    private final List<Quotation> quotations = new ArrayList<>();
    private @Nullable Quotation previous;
    // Where the quotation begins that may run over several paragraphs.
    private int begun;

    QuotationAssembler(SpeakerResolver resolver) {
        this.resolver = resolver;
    }

    /// @param goesOn the paragraph begins inside the quotation that the one before ended with
    void take(List<TokenizedSentence> paragraph, boolean goesOn) {
        int first = quotations.size();
        Quotation before = goesOn || isOnlyQuoted(paragraph) ? previous : null;
        for (TokenizedSentence sentence : paragraph) {
            before = takeSentence(sentence, before);
        }
        previous = before;
        if (goesOn && first < quotations.size()) {
            attributeBack(first);
        }
        begun = goesOn ? begun : quotations.size() - 1;
    }

    private static boolean isOnlyQuoted(List<TokenizedSentence> paragraph) {
        return paragraph.stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .noneMatch(SentenceToken::isWord);
    }

    /// @return the last quotation, or what would be one if the sentence said more than whose it is
    private @Nullable Quotation takeSentence(
            TokenizedSentence sentence, @Nullable Quotation before) {
        QuoteAttributor quoteAttributor = new QuoteAttributor(sentence);
        Quotation last = null;
        for (QuoteCandidate quoteCandidate : quoteAttributor.sayings()) {
            last = quotation(quoteCandidate, sentence.paragraph(), last == null ? before : last);
            quotations.add(last);
        }
        SpeechCue cue = quoteAttributor.lastCue();
        return last != null || cue == null ? last : announced(cue, sentence);
    }

    private Quotation announced(SpeechCue cue, TokenizedSentence sentence) {
        QuoteCandidate quoteCandidate =
                new QuoteCandidate(sentence.span(), Quotation.Kind.INDIRECT, cue);
        return quotation(quoteCandidate, sentence.paragraph(), null);
    }

    private Quotation quotation(
            QuoteCandidate quoteCandidate, int paragraph, @Nullable Quotation before) {
        SpeechCue cue = quoteCandidate.cue();
        if (cue == null) {
            return before == null
                    ? new Quotation(
                            quoteCandidate.content(), quoteCandidate.kind(), null, null, null)
                    : as(quoteCandidate.content(), quoteCandidate.kind(), before);
        }
        Mention source = cue.source();
        if (source == null && before != null) {
            return new Quotation(
                    quoteCandidate.content(),
                    quoteCandidate.kind(),
                    null,
                    cue.words(),
                    before.speaker());
        }
        return new Quotation(
                quoteCandidate.content(),
                quoteCandidate.kind(),
                source == null ? null : source.span(),
                cue.words(),
                source == null ? null : resolver.speaker(source, paragraph));
    }

    private static Quotation as(TextSpan content, Quotation.Kind kind, Quotation other) {
        return new Quotation(content, kind, other.source(), other.cue(), other.speaker());
    }

    /// When only the last paragraph of a quotation says whose it is, it says so for all.
    private void attributeBack(int from) {
        Quotation known = quotations.get(from);
        for (int at = Math.max(0, begun); at < from && known.cue() != null; at++) {
            Quotation open = quotations.get(at);
            if (open.cue() == null) {
                quotations.set(at, as(open.content(), open.kind(), known));
            }
        }
        begun = known.cue() == null ? begun : from;
    }

    List<Quotation> quotations() {
        return List.copyOf(quotations);
    }
}
