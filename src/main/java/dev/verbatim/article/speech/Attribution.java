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
final class Attribution {

    private static final int INTRODUCTION = 14;

    private final Sentence sentence;
    private final List<Cue> cues;
    private final QuotedWords words;
    private final NavigableMap<Integer, Cue> byStart = new TreeMap<>();
    private final NavigableMap<Integer, Cue> byEnd = new TreeMap<>();

    Attribution(Sentence sentence) {
        this.sentence = sentence;
        this.cues = CueFinder.in(sentence);
        this.words = new QuotedWords(sentence);
        for (Cue cue : cues) {
            byStart.putIfAbsent(cue.from(), cue);
            byEnd.put(cue.to(), cue);
        }
    }

    /// In the order of the text.
    List<Saying> sayings() {
        List<Saying> sayings = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Saying saying = sentence.at(at).isQuoted() ? saying(at) : null;
            if (saying != null) {
                sayings.add(saying);
            }
        }
        Set<Cue> quoting = new HashSet<>();
        sayings.stream().map(Saying::cue).filter(Objects::nonNull).forEach(quoting::add);
        sayings.addAll(new IndirectSpeech(sentence, cues, quoting).sayings());
        sayings.sort(Comparator.comparingInt(saying -> saying.content().start()));
        return sayings;
    }

    /// The last cue with a source, whatever it says: quoted sentences may follow it.
    @Nullable Cue lastCue() {
        return cues.stream()
                .filter(cue -> cue.source() != null && cue.form() != Cue.Form.PREPOSITION)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private @Nullable Saying saying(int at) {
        TextSpan content = sentence.at(at).span();
        Cue behind = behind(at);
        if (behind != null && !(at > 0 && words.isTitle(at))) {
            return new Saying(content, words.kind(at), behind);
        }
        if (words.isTitle(at)) {
            return null;
        }
        Cue before = before(at);
        if (before != null) {
            return new Saying(content, words.kind(at), before);
        }
        Cue colon = colon(at);
        if (colon != null) {
            return new Saying(content, Quotation.Kind.DIRECT, colon);
        }
        Cue wider = widerCue(at);
        if (wider != null) {
            return new Saying(content, Quotation.Kind.MIXED, wider);
        }
        return words.standAlone(at) ? new Saying(content, Quotation.Kind.DIRECT, null) : null;
    }

    private @Nullable Cue behind(int at) {
        int next = words.skipMarks(at + 1);
        Cue cue = words.closesBefore(next) ? byStart.get(next) : null;
        boolean own = cue != null && cue.form() != Cue.Form.PARTICIPLE && !introducesOthers(cue);
        return own ? cue : null;
    }

    /// "Asked about “…”, Smith said: “…”": the cue is for what comes.
    private boolean introducesOthers(Cue cue) {
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
    private @Nullable Cue before(int at) {
        Cue cue = lastBefore(at);
        if (cue == null) {
            return null;
        }
        boolean joined = words.onlyMarks(cue.to(), at);
        return joined || words.isIntroduced(cue.to(), at) ? cue : null;
    }

    /// "Smith paid tribute to her colleague: | “…”": the verb is none of speech, the colon is.
    private @Nullable Cue colon(int at) {
        boolean introduced = sentence.at(at - 1).isMark(":") && words.closesSentence(at);
        Phrase subject = introduced ? new NounPhrases(sentence).after(0) : null;
        return subject == null
                        || !(subject.mention() instanceof Mention.Name name)
                        || (name.gender() == Gender.UNKNOWN && name.role() == null)
                ? null
                : new Cue(0, at, at - 1, sentence.at(at - 1).span(), Cue.Form.SPEECH, name);
    }

    private @Nullable Cue lastBefore(int at) {
        Map.Entry<Integer, Cue> last = byEnd.floorEntry(at);
        return last == null ? null : last.getValue();
    }

    private @Nullable Cue widerCue(int at) {
        Cue before = lastBefore(at);
        return before == null ? closing(at) : before;
    }

    /// "The plan is “a first step”, Smith said": behind a comma or other quoted words.
    private @Nullable Cue closing(int at) {
        Map.Entry<Integer, Cue> next = byStart.higherEntry(at);
        return next == null
                        || next.getValue().form() == Cue.Form.PARTICIPLE
                        || !words.isSetOff(next.getKey())
                ? null
                : next.getValue();
    }
}
