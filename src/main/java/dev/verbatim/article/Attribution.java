package dev.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ties the quoted words of one sentence to the sentence's cues.
///
/// The rules from the surest to the least sure: a cue directly behind the words, one directly
/// before them, the nearest one before them in the sentence, one that closes the sentence. Words in
/// marks that none of them reaches are somebody's only when they are sentences of their own;
/// otherwise they are titles or manners of speaking.
final class Attribution {

    private final Sentence sentence;
    private final List<Cue> cues;
    private final QuotedWords words;

    Attribution(Sentence sentence) {
        this.sentence = sentence;
        this.cues = CueFinder.in(sentence);
        this.words = new QuotedWords(sentence);
    }

    List<Saying> sayings() {
        List<Saying> sayings = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            Saying saying = sentence.at(at).isQuoted() ? saying(at) : null;
            if (saying != null) {
                sayings.add(saying);
            }
        }
        return sayings;
    }

    private @Nullable Saying saying(int at) {
        TextSpan content = sentence.at(at).span();
        Cue behind = behind(at);
        if (behind != null) {
            return new Saying(content, words.kind(at), behind);
        }
        if (words.isTitle(at)) {
            return null;
        }
        Cue before = before(at);
        if (before != null) {
            return new Saying(content, words.kind(at), before);
        }
        Cue wider = widerCue(at);
        if (wider != null) {
            return new Saying(content, Quotation.Kind.MIXED, wider);
        }
        return words.standAlone(at) ? new Saying(content, Quotation.Kind.DIRECT, null) : null;
    }

    private @Nullable Cue behind(int at) {
        int next = words.skipMarks(at + 1);
        Cue cue = startingAt(next);
        boolean closes =
                cue != null && cue.form() != Cue.Form.PARTICIPLE && words.closesBefore(next);
        return closes ? cue : null;
    }

    private @Nullable Cue startingAt(int from) {
        return cues.stream().filter(cue -> cue.from() == from).findFirst().orElse(null);
    }

    /// "Smith told reporters on Tuesday: | “…”".
    private @Nullable Cue before(int at) {
        Cue cue = lastBefore(at);
        if (cue == null) {
            return null;
        }
        boolean joined = words.skipMarks(cue.to()) == at;
        return joined || words.isIntroduced(cue.to(), at) ? cue : null;
    }

    private @Nullable Cue lastBefore(int at) {
        return cues.stream().filter(cue -> cue.to() <= at).reduce((_, last) -> last).orElse(null);
    }

    private @Nullable Cue widerCue(int at) {
        Cue before = lastBefore(at);
        return before == null ? closing(at) : before;
    }

    /// "The plan is “a first step”, Smith said": behind a comma or other quoted words.
    private @Nullable Cue closing(int at) {
        return cues.stream()
                .filter(cue -> cue.from() > at && cue.form() != Cue.Form.PARTICIPLE)
                .findFirst()
                .filter(cue -> words.isSetOff(cue.from()))
                .orElse(null);
    }
}
