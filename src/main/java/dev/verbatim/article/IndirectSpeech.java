package dev.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a sentence says that somebody said, without marks: "Smith said that …", "…, according to
/// Smith".
///
/// Only where the clause can be told from the sentence around it, and only when nothing in it is in
/// marks: then the words in marks are the quotation.
final class IndirectSpeech {

    private static final int SHORTEST = 2;
    private static final int NEXT_CUES = 5;
    // "told the members of the committee in Brussels | that"
    private static final int LONGEST_RECIPIENT = 8;

    private final Sentence sentence;
    private final List<Cue> cues;
    private final Set<Cue> quoting;
    private final int[] quotedBefore;
    private final int[] behindWords;

    /// @param quoting those of the cues that have their words in marks already
    IndirectSpeech(Sentence sentence, List<Cue> cues, Set<Cue> quoting) {
        this.sentence = sentence;
        this.cues = cues;
        this.quoting = quoting;
        this.quotedBefore = new int[sentence.size() + 1];
        this.behindWords = new int[sentence.size() + 1];
        for (int at = 0; at < sentence.size(); at++) {
            quotedBefore[at + 1] = quotedBefore[at] + (sentence.at(at).isQuoted() ? 1 : 0);
            behindWords[at + 1] = isMark(at) ? behindWords[at] : at + 1;
        }
    }

    private boolean isMark(int at) {
        return sentence.at(at).kind() == Token.Kind.MARK;
    }

    List<Saying> sayings() {
        List<Saying> sayings = new ArrayList<>();
        for (int at = 0; at < cues.size(); at++) {
            Saying saying = saying(at);
            if (saying != null) {
                sayings.add(saying);
            }
        }
        return sayings;
    }

    private @Nullable Saying saying(int number) {
        Cue cue = cues.get(number);
        if (cue.source() == null || cue.form() == Cue.Form.QUOTING || quoting.contains(cue)) {
            return null;
        }
        int from = contentStart(cue);
        if (from >= 0) {
            return saying(cue, from, contentEnd(number, from));
        }
        boolean clause = !sentence.is(0, WordClass.OBLIQUE) || isClause(0);
        return number == 0 && clause && closes(cue) ? saying(cue, 0, cue.from()) : null;
    }

    private @Nullable Saying saying(Cue cue, int from, int to) {
        int start = from;
        while (start < to && isMark(start)) {
            start++;
        }
        int end = Math.max(start, behindWords[to]);
        boolean quoted = quotedBefore[end] > quotedBefore[start];
        return quoted || end - start < SHORTEST
                ? null
                : new Saying(sentence.span(start, end), Quotation.Kind.INDIRECT, cue);
    }

    /// -1 when no content follows the cue.
    private int contentStart(Cue cue) {
        if (cue.form() == Cue.Form.PREPOSITION) {
            boolean clause =
                    sentence.at(cue.to()).isMark(",") || sentence.is(cue.to(), WordClass.FINITE);
            return cue.from() == 0 && clause ? cue.to() : -1;
        }
        int that = thatBehind(cue);
        if (that >= 0) {
            return that + 1;
        }
        boolean subjectFirst = cue.to() == cue.verb() + 1 && cue.form() == Cue.Form.SPEECH;
        int start = subjectFirst ? behindRecipient(cue) : -1;
        boolean bare = sentence.is(cue.verb(), WordClass.VERB_BARE) || isClause(start);
        return start >= 0 && bare && startsClause(start) ? start : -1;
    }

    /// Where "he" is in "told reporters he would"; -1 when it isn't clear.
    private int behindRecipient(Cue cue) {
        if (!sentence.is(cue.verb(), WordClass.VERB_TOLD)) {
            return cue.to();
        }
        for (int at = cue.to() + 1; at < cue.to() + LONGEST_RECIPIENT; at++) {
            if (sentence.isPronoun(at)
                    || sentence.is(at, WordClass.DETERMINER)
                    || sentence.is(at, WordClass.PRONOUN_NOBODY)) {
                return at;
            }
            if (!sentence.at(at).isWord() || sentence.is(at, WordClass.BREAK)) {
                return -1;
            }
        }
        return -1;
    }

    /// A verb follows, and soon: "acknowledged the devices will", not "acknowledged the problem".
    private boolean isClause(int from) {
        for (int at = from + 1; at < from + LONGEST_RECIPIENT && sentence.at(at).isWord(); at++) {
            if (sentence.is(at, WordClass.WHO)) {
                return false;
            }
            if (sentence.is(at, WordClass.FINITE)) {
                return true;
            }
        }
        return false;
    }

    private int thatBehind(Cue cue) {
        if (!sentence.is(cue.verb(), WordClass.VERB_TOLD) && isNoun(cue.to())) {
            return -1;
        }
        for (int at = cue.to(); at <= cue.to() + LONGEST_RECIPIENT; at++) {
            if (sentence.is(at, WordClass.THAT)) {
                return at;
            }
            boolean comma = sentence.at(at).isMark(",") && sentence.is(at + 1, WordClass.THAT);
            if (!comma && (!sentence.at(at).isWord() || isCue(at))) {
                return -1;
            }
        }
        return -1;
    }

    /// In "suggest a measure that would", the clause is the measure's.
    private boolean isNoun(int at) {
        return sentence.at(at).isWord()
                && !sentence.is(at, WordClass.THAT)
                && !sentence.is(at, WordClass.LINK)
                && !sentence.is(at, WordClass.BREAK)
                && !sentence.isAdverb(at);
    }

    private boolean isCue(int at) {
        return sentence.is(at, WordClass.VERB) || sentence.is(at, WordClass.PARTICIPLE);
    }

    private boolean startsClause(int at) {
        Token token = sentence.at(at);
        boolean subject =
                sentence.isPronoun(at)
                        || sentence.is(at, WordClass.PRONOUN_NOBODY)
                        || sentence.is(at, WordClass.DETERMINER)
                        || (token.isCapital() && !sentence.is(at, WordClass.BREAK));
        boolean noun = !sentence.is(at, WordClass.BREAK) && !sentence.is(at, WordClass.LINK);
        return token.isWord() && (subject || noun);
    }

    /// Up to the next cue that is set off, or the sentence's end.
    private int contentEnd(int number, int from) {
        int last = Math.min(cues.size(), number + 1 + NEXT_CUES);
        for (Cue next : cues.subList(number + 1, last)) {
            if (next.from() > from && sentence.at(next.from() - 1).isMark(",;—–")) {
                return next.from();
            }
        }
        return sentence.size();
    }

    /// "…, Smith said on Tuesday.": behind a comma, with no clause behind it.
    private boolean closes(Cue cue) {
        if (cue.form() == Cue.Form.PREPOSITION) {
            return cue.from() > 0
                    && (sentence.at(cue.from() - 1).isMark(",") || !sentence.at(cue.to()).isWord());
        }
        Token next = sentence.at(cue.to());
        boolean over =
                !next.isWord()
                        || sentence.is(cue.to(), WordClass.LINK)
                        || sentence.is(cue.to(), WordClass.BREAK);
        return cue.form() == Cue.Form.SPEECH
                && over
                && !next.isQuoted()
                && !next.isMark(":")
                && sentence.at(cue.from() - 1).isMark(",");
    }
}
