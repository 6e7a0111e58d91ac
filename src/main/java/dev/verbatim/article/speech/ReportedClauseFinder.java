package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.TokenizedSentence.Token;

/// A finder of the clause after a cue that has the reported content: after "that" or, with verbs
/// that need no "that", wherever a subject and a verb follow soon.
final class ReportedClauseFinder {

    // "told the members of the committee in Brussels | that"
    private static final int MAX_RECIPIENT = 8;

    private final TokenizedSentence sentence;

    ReportedClauseFinder(TokenizedSentence sentence) {
        this.sentence = sentence;
    }

    /// The start of the clause that a cue reports; -1 when none follows it.
    int start(SpeechCue cue) {
        if (cue.form() == SpeechCue.Form.PREPOSITION) {
            boolean clause =
                    sentence.at(cue.to()).isMark(",") || sentence.is(cue.to(), WordClass.FINITE);
            return cue.from() == 0 && clause ? cue.to() : -1;
        }
        int that = thatAfter(cue);
        if (that >= 0) {
            return that + 1;
        }
        boolean subjectFirst = cue.to() == cue.verb() + 1 && cue.form() == SpeechCue.Form.SPEECH;
        int start = subjectFirst ? skipRecipient(cue) : -1;
        boolean bare = sentence.is(cue.verb(), WordClass.VERB_BARE) || isClause(start);
        return start >= 0 && bare && startsClause(start) ? start : -1;
    }

    /// The index of "he" in "told reporters he would"; -1 when it isn't clear.
    private int skipRecipient(SpeechCue cue) {
        if (!sentence.is(cue.verb(), WordClass.VERB_TOLD)) {
            return cue.to();
        }
        for (int at = cue.to() + 1; at < cue.to() + MAX_RECIPIENT; at++) {
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

    /// A verb follows soon: "acknowledged the devices will", not "acknowledged the problem".
    boolean isClause(int from) {
        for (int at = from + 1; at < from + MAX_RECIPIENT && sentence.at(at).isWord(); at++) {
            if (sentence.is(at, WordClass.WHO)) {
                return false;
            }
            if (sentence.is(at, WordClass.FINITE)) {
                return true;
            }
        }
        return false;
    }

    private int thatAfter(SpeechCue cue) {
        if (!sentence.is(cue.verb(), WordClass.VERB_TOLD) && isNoun(cue.to())) {
            return -1;
        }
        for (int at = cue.to(); at <= cue.to() + MAX_RECIPIENT; at++) {
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

    /// In "suggest a measure that would" the clause belongs to the measure.
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
                        || (token.isCapitalized() && !sentence.is(at, WordClass.BREAK));
        boolean noun = !sentence.is(at, WordClass.BREAK) && !sentence.is(at, WordClass.LINK);
        return token.isWord() && (subject || noun);
    }
}
