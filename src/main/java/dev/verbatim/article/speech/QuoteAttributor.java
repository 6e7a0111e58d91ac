package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.CueFinder.SpeechCue;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
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

/// An attributor that ties the quoted words of one sentence to the sentence's cues.
///
/// The rules, the most reliable first: a cue directly after the words, one directly before them,
/// the nearest one before them in the sentence, one that closes the sentence. Quoted words without
/// a cue are a quotation only when they are sentences of their own; otherwise they are titles or
/// figures of speech.
final class QuoteAttributor {

    private static final int MAX_INTRODUCTION = 14;

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

    /// A quotation before its mention is resolved to a speaker.
    ///
    /// @param cue missing when the sentence is nothing but quoted words
    record Candidate(TextSpan content, Quotation.Kind kind, @Nullable SpeechCue cue) {}

    /// In the order of the text.
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Candidate candidate = sentence.at(at).isQuoted() ? candidate(at) : null;
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        Set<SpeechCue> quoting = new HashSet<>();
        candidates.stream().map(Candidate::cue).filter(Objects::nonNull).forEach(quoting::add);
        candidates.addAll(new IndirectSpeech(sentence, cues, quoting).candidates());
        candidates.sort(Comparator.comparingInt(candidate -> candidate.content().start()));
        return candidates;
    }

    /// The last cue with a source: quoted sentences may follow it.
    @Nullable SpeechCue lastCue() {
        return cues.stream()
                .filter(cue -> cue.source() != null && cue.form() != SpeechCue.Form.PREPOSITION)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private @Nullable Candidate candidate(int at) {
        TextSpan content = sentence.at(at).span();
        SpeechCue after = after(at);
        if (after != null && !(at > 0 && (words.isTitle(at) || words.isTerm(at)))) {
            return new Candidate(content, words.kind(at), after);
        }
        if (words.isTitle(at)) {
            return null;
        }
        SpeechCue before = before(at);
        if (isTold(at)) {
            return null;
        }
        if (words.isTerm(at) && !isNaming(lastBefore(at))) {
            return null;
        }
        if (before != null) {
            return new Candidate(content, words.kind(at), before);
        }
        SpeechCue colon = colon(at);
        if (colon != null) {
            return new Candidate(content, Quotation.Kind.DIRECT, colon);
        }
        SpeechCue wider = widerCue(at);
        if (wider != null) {
            return new Candidate(content, Quotation.Kind.MIXED, wider);
        }
        return words.standAlone(at) ? new Candidate(content, Quotation.Kind.DIRECT, null) : null;
    }

    /// "“…”, sagte Thoms dem | „Stadtblatt“": who was told, after the words that were said.
    private boolean isTold(int at) {
        SpeechCue cue = lastBefore(at);
        boolean after =
                cue != null
                        && cue.form() == SpeechCue.Form.SPEECH
                        && cue.to() == at - 1
                        && words.isSetOff(cue.from());
        return after && words.isName(at) && isRecipient(at - 1);
    }

    private boolean isRecipient(int at) {
        return sentence.is(at, WordClass.DEFINITE) || sentence.is(at, WordClass.RECIPIENT);
    }

    /// "called it a “shameful” act": said, although it looks like a term.
    private static boolean isNaming(@Nullable SpeechCue cue) {
        return cue != null && cue.form() == SpeechCue.Form.QUOTING;
    }

    private @Nullable SpeechCue after(int at) {
        int next = words.skipMarks(at + 1);
        SpeechCue cue = words.closesBefore(next) ? byStart.get(next) : null;
        boolean own =
                cue != null && cue.form() != SpeechCue.Form.PARTICIPLE && !introducesOthers(cue);
        return own ? cue : null;
    }

    /// "Asked about “…”, Smith said: “…”": the cue belongs to the next quoted words.
    private boolean introducesOthers(SpeechCue cue) {
        int at = cue.to();
        while (at < cue.to() + MAX_INTRODUCTION && sentence.at(at).isWord()) {
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
        boolean joined = words.areOnlyMarks(cue.to(), at);
        return joined || words.isIntroduced(cue.to(), at) ? cue : null;
    }

    /// "Smith paid tribute to her colleague: | “…”": the verb isn't one of speech, so the colon is
    /// the cue.
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

    /// "The plan is “a first step”, Smith said": after a comma or other quoted words.
    private @Nullable SpeechCue closing(int at) {
        Map.Entry<Integer, SpeechCue> next = byStart.higherEntry(at);
        return next == null
                        || next.getValue().form() == SpeechCue.Form.PARTICIPLE
                        || !words.isSetOff(next.getKey())
                ? null
                : next.getValue();
    }
}
