package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.speech.CueFinder.SpeechCue;
import dev.verbatim.article.speech.QuoteAttributor.Candidate;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An assembler that collects an article's quotations, paragraph after paragraph.
///
/// Quoted sentences without a cue of their own continue the quotation before: the one in the same
/// paragraph or, when a paragraph is nothing but quoted words, the one at the end of the paragraph
/// before. The same holds for a verb without a subject: "«…», añadió".
final class QuotationAssembler {

    private final String text;
    private final SpeakerResolver resolver;
    private final List<Quotation> quotations = new ArrayList<>();
    private @Nullable Quotation previous;
    // The index of the first part of a quotation that may run over several paragraphs.
    private int runStart;

    QuotationAssembler(String text, SpeakerResolver resolver) {
        this.text = text;
        this.resolver = resolver;
    }

    /// @param continued whether the paragraph begins inside the last quotation of the one before
    void add(List<TokenizedSentence> paragraph, boolean continued) {
        BlockQuoteSource source = BlockQuoteSource.of(text, paragraph);
        if (source != null) {
            addBlockQuote(source, paragraph.getFirst().paragraph());
            return;
        }
        int first = quotations.size();
        Quotation before = continued || isOnlyQuoted(paragraph) ? previous : null;
        for (TokenizedSentence sentence : paragraph) {
            before = addSentence(sentence, before);
        }
        previous = before;
        if (continued && first < quotations.size()) {
            attributeBackwards(first);
        }
        runStart = continued ? runStart : quotations.size() - 1;
    }

    /// A block quote is one quotation, with or without marks around its words.
    private void addBlockQuote(BlockQuoteSource source, int paragraph) {
        previous =
                new Quotation(
                        source.content(),
                        Quotation.Kind.DIRECT,
                        source.name().span(),
                        source.dash(),
                        resolver.speaker(source.name(), paragraph));
        quotations.add(previous);
        runStart = quotations.size() - 1;
    }

    private static boolean isOnlyQuoted(List<TokenizedSentence> paragraph) {
        return paragraph.stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .noneMatch(Token::isWord);
    }

    /// @return the last quotation, or the sentence itself when it only announces one
    private @Nullable Quotation addSentence(
            TokenizedSentence sentence, @Nullable Quotation before) {
        QuoteAttributor quoteAttributor = new QuoteAttributor(sentence);
        Quotation last = null;
        for (Candidate candidate : quoteAttributor.candidates()) {
            last = quotation(candidate, sentence.paragraph(), last == null ? before : last);
            quotations.add(last);
        }
        SpeechCue cue = quoteAttributor.lastCue();
        return last != null || cue == null ? last : announced(cue, sentence);
    }

    private Quotation announced(SpeechCue cue, TokenizedSentence sentence) {
        Candidate candidate = new Candidate(sentence.span(), Quotation.Kind.INDIRECT, cue);
        return quotation(candidate, sentence.paragraph(), null);
    }

    private Quotation quotation(Candidate candidate, int paragraph, @Nullable Quotation before) {
        SpeechCue cue = candidate.cue();
        if (cue == null) {
            return before == null
                    ? new Quotation(candidate.content(), candidate.kind(), null, null, null)
                    : attributedLike(before, candidate.content(), candidate.kind());
        }
        Mention source = cue.source();
        if (source == null && before != null) {
            return new Quotation(
                    candidate.content(), candidate.kind(), null, cue.words(), before.speaker());
        }
        return new Quotation(
                candidate.content(),
                candidate.kind(),
                source == null ? null : source.span(),
                cue.words(),
                source == null ? null : resolver.speaker(source, paragraph));
    }

    private static Quotation attributedLike(
            Quotation other, TextSpan content, Quotation.Kind kind) {
        return new Quotation(content, kind, other.source(), other.cue(), other.speaker());
    }

    /// When only the last paragraph of a quotation names its source, it names it for all.
    private void attributeBackwards(int from) {
        Quotation known = quotations.get(from);
        for (int at = Math.max(0, runStart); at < from && known.cue() != null; at++) {
            Quotation open = quotations.get(at);
            if (open.cue() == null) {
                quotations.set(at, attributedLike(known, open.content(), open.kind()));
            }
        }
        runStart = known.cue() == null ? runStart : from;
    }

    List<Quotation> quotations() {
        return List.copyOf(quotations);
    }
}
