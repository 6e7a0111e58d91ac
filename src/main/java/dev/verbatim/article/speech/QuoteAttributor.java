package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Ties the quoted words of one sentence to the sentence's cues.
///
/// The rules from the surest to the least sure: a cue directly behind the words, one directly
/// before them, the nearest one before them in the sentence, one that closes the sentence. Words in
/// marks that none of them reaches are somebody's only when they are sentences of their own;
/// otherwise they are titles or manners of speaking.
final class QuoteAttributor {

    private static final int INTRODUCTION = 14;

    private final TokenizedSentence sentence;
    private final List<SpeechCue> cues;
    private final QuotedText words;
    private final NavigableMap<Integer, SpeechCue> byStart = new TreeMap<>();
    private final NavigableMap<Integer, SpeechCue> byEnd = new TreeMap<>();

    QuoteAttributor(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.cues = CueFinder.in(sentence);
        this.words = new QuotedText(sentence);
        for (SpeechCue cue : cues) {
            byStart.putIfAbsent(cue.from(), cue);
            byEnd.put(cue.to(), cue);
        }
    }

    /// In the order of the text.
    List<QuoteCandidate> sayings() {
        List<QuoteCandidate> sayings = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            QuoteCandidate quoteCandidate = sentence.at(at).isQuoted() ? saying(at) : null;
            if (quoteCandidate != null) {
                sayings.add(quoteCandidate);
            }
        }
        Set<SpeechCue> quoting = new HashSet<>();
        sayings.stream().map(QuoteCandidate::cue).filter(Objects::nonNull).forEach(quoting::add);
        sayings.addAll(new IndirectSpeech(sentence, cues, quoting).sayings());
        sayings.sort(Comparator.comparingInt(quoteCandidate -> quoteCandidate.content().start()));
        return sayings;
    }

    /// The last cue with a source, whatever it says: quoted sentences may follow it.
    @Nullable SpeechCue lastCue() {
        return cues.stream()
                .filter(cue -> cue.source() != null && cue.form() != SpeechCue.Form.PREPOSITION)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private @Nullable QuoteCandidate saying(int at) {
        TextSpan content = sentence.at(at).span();
        SpeechCue behind = behind(at);
        if (behind != null && !(at > 0 && words.isTitle(at))) {
            return new QuoteCandidate(content, words.kind(at), behind);
        }
        if (words.isTitle(at)) {
            return null;
        }
        SpeechCue before = before(at);
        if (before != null) {
            return new QuoteCandidate(content, words.kind(at), before);
        }
        SpeechCue colon = colon(at);
        if (colon != null) {
            return new QuoteCandidate(content, Quotation.Kind.DIRECT, colon);
        }
        SpeechCue wider = widerCue(at);
        if (wider != null) {
            return new QuoteCandidate(content, Quotation.Kind.MIXED, wider);
        }
        return words.standAlone(at)
                ? new QuoteCandidate(content, Quotation.Kind.DIRECT, null)
                : null;
    }

    private @Nullable SpeechCue behind(int at) {
        int next = words.skipMarks(at + 1);
        SpeechCue cue = words.closesBefore(next) ? byStart.get(next) : null;
        boolean own =
                cue != null && cue.form() != SpeechCue.Form.PARTICIPLE && !introducesOthers(cue);
        return own ? cue : null;
    }

    /// "Asked about “…”, Smith said: “…”": the cue is for what comes.
    private boolean introducesOthers(SpeechCue cue) {
        int at = cue.to();
        while (at < cue.to() + INTRODUCTION && sentence.at(at).isWord()) {
            at++;
        }
        at = words.skipMarks(at);
        return sentence.at(at).isQuoted()
                && sentence.at(at - 1).isMark(":")
                && words.isIntroduced(cue.to(), at);
    }

    /// "Smith told reporters on Tuesday: | “…”".
    private @Nullable SpeechCue before(int at) {
        SpeechCue cue = lastBefore(at);
        if (cue == null) {
            return null;
        }
        boolean joined = words.onlyMarks(cue.to(), at);
        return joined || words.isIntroduced(cue.to(), at) ? cue : null;
    }

    /// "Smith paid tribute to her colleague: | “…”": the verb is none of speech, the colon is.
    private @Nullable SpeechCue colon(int at) {
        boolean introduced = sentence.at(at - 1).isMark(":") && words.closesSentence(at);
        NounPhrase subject = introduced ? new NounPhraseFinder(sentence).after(0) : null;
        return subject == null
                        || !(subject.mention() instanceof Mention.Name name)
                        || (name.gender() == Gender.UNKNOWN && name.role() == null)
                ? null
                : new SpeechCue(
                        0, at, at - 1, sentence.at(at - 1).span(), SpeechCue.Form.SPEECH, name);
    }

    private @Nullable SpeechCue lastBefore(int at) {
        Map.Entry<Integer, SpeechCue> last = byEnd.floorEntry(at);
        return last == null ? null : last.getValue();
    }

    private @Nullable SpeechCue widerCue(int at) {
        SpeechCue before = lastBefore(at);
        return before == null ? closing(at) : before;
    }

    /// "The plan is “a first step”, Smith said": behind a comma or other quoted words.
    private @Nullable SpeechCue closing(int at) {
        Map.Entry<Integer, SpeechCue> next = byStart.higherEntry(at);
        return next == null
                        || next.getValue().form() == SpeechCue.Form.PARTICIPLE
                        || !words.isSetOff(next.getKey())
                ? null
                : next.getValue();
    }
}
