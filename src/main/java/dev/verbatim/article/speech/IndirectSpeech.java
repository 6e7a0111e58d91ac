package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.CueFinder.SpeechCue;
import dev.verbatim.article.speech.QuoteAttributor.Candidate;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The indirect speech of a sentence: what it reports without quotation marks, as in "Smith said
/// that …" and "…, according to Smith".
///
/// Only where the clause can be told from the sentence around it, and only when nothing in it is
/// quoted: then the quoted words are the quotation.
final class IndirectSpeech {

    private static final int MIN_TOKENS = 2;
    private static final int MAX_NEXT_CUES = 5;

    private final TokenizedSentence sentence;
    private final ReportedClauseFinder clause;
    private final List<SpeechCue> cues;
    private final Set<SpeechCue> quoting;
    private final int[] quotedBefore;
    private final int[] endOfWords;

    /// @param quoting those of the cues that have quoted words already
    IndirectSpeech(TokenizedSentence sentence, List<SpeechCue> cues, Set<SpeechCue> quoting) {
        this.sentence = sentence;
        this.clause = new ReportedClauseFinder(sentence);
        this.cues = cues;
        this.quoting = quoting;
        this.quotedBefore = new int[sentence.size() + 1];
        this.endOfWords = new int[sentence.size() + 1];
        for (int at = 0; at < sentence.size(); at++) {
            quotedBefore[at + 1] = quotedBefore[at] + (sentence.at(at).isQuoted() ? 1 : 0);
            endOfWords[at + 1] = isMark(at) ? endOfWords[at] : at + 1;
        }
    }

    private boolean isMark(int at) {
        return sentence.at(at).kind() == Token.Kind.MARK;
    }

    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 0; at < cues.size(); at++) {
            Candidate candidate = candidate(at);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private @Nullable Candidate candidate(int number) {
        SpeechCue cue = cues.get(number);
        if (cue.source() == null
                || cue.form() == SpeechCue.Form.QUOTING
                || sentence.is(cue.verb(), WordClass.VERB_DENIAL)
                || quoting.contains(cue)) {
            return null;
        }
        int from = clause.start(cue);
        if (from >= 0) {
            return candidate(cue, from, contentEnd(number, from));
        }
        boolean whole = !sentence.is(0, WordClass.OBLIQUE) || clause.isClause(0);
        return number == 0 && whole && closes(cue) ? candidate(cue, 0, cue.from()) : null;
    }

    private @Nullable Candidate candidate(SpeechCue cue, int from, int to) {
        int start = from;
        while (start < to && isMark(start)) {
            start++;
        }
        int end = Math.max(start, endOfWords[to]);
        boolean quoted = quotedBefore[end] > quotedBefore[start];
        return quoted || end - start < MIN_TOKENS
                ? null
                : new Candidate(sentence.span(start, end), Quotation.Kind.INDIRECT, cue);
    }

    /// Up to the next cue that is set off, or the sentence's end.
    private int contentEnd(int number, int from) {
        int last = Math.min(cues.size(), number + 1 + MAX_NEXT_CUES);
        for (SpeechCue next : cues.subList(number + 1, last)) {
            if (next.from() > from && sentence.at(next.from() - 1).isMark(",;—–")) {
                return next.from();
            }
        }
        return sentence.size();
    }

    /// "…, Smith said on Tuesday.": after a comma, with no clause after it.
    private boolean closes(SpeechCue cue) {
        if (cue.form() == SpeechCue.Form.PREPOSITION) {
            return cue.from() > 0
                    && (sentence.at(cue.from() - 1).isMark(",") || !sentence.at(cue.to()).isWord());
        }
        Token next = sentence.at(cue.to());
        boolean over =
                !next.isWord()
                        || sentence.is(cue.to(), WordClass.LINK)
                        || sentence.is(cue.to(), WordClass.BREAK);
        return cue.form() == SpeechCue.Form.SPEECH
                && over
                && !next.isQuoted()
                && !next.isMark(":")
                && sentence.at(cue.from() - 1).isMark(",");
    }

    /// A finder of the clause after a cue that has the reported content: after "that" or, with
    /// verbs that need no "that", wherever a subject and a verb follow soon.
    static final class ReportedClauseFinder {

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
                        sentence.at(cue.to()).isMark(",")
                                || sentence.is(cue.to(), WordClass.FINITE);
                return cue.from() == 0 && clause ? cue.to() : -1;
            }
            int that = thatAfter(cue);
            if (that >= 0) {
                return that + 1;
            }
            boolean subjectFirst =
                    cue.to() == cue.verb() + 1 && cue.form() == SpeechCue.Form.SPEECH;
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
                if (sentence.is(at, WordClass.WHO) || sentence.is(at, WordClass.THAT)) {
                    return false;
                }
                if (sentence.is(at, WordClass.FINITE)) {
                    return true;
                }
            }
            return false;
        }

        private int thatAfter(SpeechCue cue) {
            boolean noun = !sentence.is(cue.verb(), WordClass.VERB_TOLD) && isNoun(cue.to());
            for (int at = cue.to(); at <= cue.to() + MAX_RECIPIENT; at++) {
                if (sentence.is(at, WordClass.THAT)) {
                    return noun && !isSubject(at + 1) && !sentence.is(at - 1, WordClass.BREAK)
                            ? -1
                            : at;
                }
                boolean comma = sentence.at(at).isMark(",") && sentence.is(at + 1, WordClass.THAT);
                if (!comma && (!sentence.at(at).isWord() || isCue(at))) {
                    return -1;
                }
            }
            return -1;
        }

        /// "promised the state that | it will": the clause isn't the noun's.
        private boolean isSubject(int at) {
            return sentence.isPronoun(at) || sentence.is(at, WordClass.PRONOUN_NOBODY);
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
}
