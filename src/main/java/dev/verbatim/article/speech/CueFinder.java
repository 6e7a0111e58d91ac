package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finder of a sentence's verbs and prepositions of speech, and of the sources they belong to.
final class CueFinder {

    private static final int MAX_ADVERBS = 3;
    // "weder Anna von der Leyen noch"
    private static final int MAX_PAIR = 7;

    private final TokenizedSentence sentence;
    private final NounPhraseFinder phrases;

    private final List<SpeechCue> cues = new ArrayList<>();

    private CueFinder(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.phrases = new NounPhraseFinder(sentence);
    }

    /// In the order of their verbs.
    static List<SpeechCue> in(TokenizedSentence sentence) {
        return new CueFinder(sentence).find();
    }

    private List<SpeechCue> find() {
        for (int at = 0; at < sentence.size(); at++) {
            SpeechCue cue = sentence.at(at).isWord() ? cueAt(at) : null;
            if (cue != null) {
                cues.add(cue);
            }
        }
        return List.copyOf(cues);
    }

    private @Nullable SpeechCue cueAt(int at) {
        int length = sentence.phraseLength(at, WordClass.PREPOSITION);
        if (length > 0) {
            return preposition(at, length);
        }
        if (sentence.at(at).isCapitalized() && at > 0) {
            return null;
        }
        if (sentence.is(at, WordClass.PARTICIPLE)) {
            return participle(at);
        }
        return isVerb(at) ? verb(at) : null;
    }

    private boolean isVerb(int at) {
        return sentence.is(at, WordClass.VERB)
                || sentence.is(at, WordClass.VERB_QUOTED)
                || sentence.is(at, WordClass.VERB_PASSIVE);
    }

    private @Nullable SpeechCue preposition(int at, int length) {
        boolean comparison = sentence.is(at + length, WordClass.BREAK);
        NounPhrase source = comparison ? null : phrases.after(at + length);
        return source == null || !mayBeSource(source.mention())
                ? null
                : new SpeechCue(
                        at,
                        source.to(),
                        at,
                        sentence.span(at, at + length),
                        SpeechCue.Form.PREPOSITION,
                        source.mention());
    }

    /// Not "according to size".
    private boolean mayBeSource(Mention mention) {
        return !(mention instanceof Mention.Description description)
                || description.sort() != Mention.Sort.UNKNOWN
                || (description.definiteness() == Mention.Definiteness.DEFINITE
                        && description.head().isCapitalized());
    }

    private @Nullable SpeechCue participle(int at) {
        Mention source = cues.isEmpty() ? phrases.openingName() : cues.getLast().source();
        TextSpan words = sentence.at(at).span();
        return new SpeechCue(at, at + 1, at, words, SpeechCue.Form.PARTICIPLE, source);
    }

    private @Nullable SpeechCue verb(int at) {
        VerbGroup group = VerbGroup.endingAt(sentence, at);
        if (group.isNegated() || group.isPassive() != sentence.is(at, WordClass.VERB_PASSIVE)) {
            return null;
        }
        NounPhrase before = group.subject(phrases);
        if (before != null) {
            return isSpeaker(before) && canSay(before.mention(), at)
                    ? cue(withAuxiliary(before.from()), at + 1, group, before.mention())
                    : null;
        }
        NounPhrase after =
                isInverted(group.start()) ? phrases.after(skipMedium(skipAdverbs(at + 1))) : null;
        return after == null
                ? withoutSubject(group)
                : cue(group.start(), after.to(), group, after.mention());
    }

    /// Not "weder Müller noch | Berger", "anders als | Müller", "Fischer und | Händler".
    private boolean isSpeaker(NounPhrase subject) {
        int before = subject.from() - 1;
        boolean rest =
                subject.mention() instanceof Mention.Description description
                        && description.sort() != Mention.Sort.GROUP
                        && sentence.is(before, WordClass.BODY_CONJUNCTION)
                        && sentence.at(before - 1).isWord()
                        && !sentence.is(subject.from(), WordClass.DETERMINER);
        return !rest
                && !isLastOfList(subject)
                && !isNegated(before)
                && !sentence.is(before, WordClass.COMPARISON);
    }

    /// "Oakmere and | Holt", "Marks and | Spencer": perhaps the end of a longer name.
    private boolean isLastOfList(NounPhrase subject) {
        return subject.mention() instanceof Mention.Name name
                && name.role() == null
                && name.gender() == Gender.UNKNOWN
                && sentence.is(subject.from() - 1, WordClass.BODY_CONJUNCTION)
                && sentence.at(subject.from() - 2).isCapitalized();
    }

    private boolean isNegated(int at) {
        boolean pair = sentence.is(at, WordClass.NEGATION);
        for (int back = at - 1;
                !pair
                        && sentence.isAdverb(at)
                        && back > at - MAX_PAIR
                        && sentence.at(back).isWord();
                back--) {
            pair = sentence.is(back, WordClass.NEGATION);
        }
        return pair;
    }

    /// Words that may be nouns too need a subject that shows that they are verbs. Verbs of naming
    /// need one that can speak: not "a form called “…”".
    private boolean canSay(Mention subject, int verb) {
        if (!(subject instanceof Mention.Description description)) {
            return true;
        }
        if (description.head().isNumber()
                || sentence.lexicon()
                        .hasAny(description.head().lower(), WordClass.THAT, WordClass.THING)) {
            return false;
        }
        boolean definite = description.definiteness() == Mention.Definiteness.DEFINITE;
        boolean noun = sentence.is(verb, WordClass.VERB_NOUN);
        boolean naming = sentence.is(verb, WordClass.VERB_QUOTED);
        return (!noun || (definite && isFollowedByWords(verb)))
                && (!naming || mayBeSource(description));
    }

    private boolean isFollowedByWords(int verb) {
        return sentence.is(verb + 1, WordClass.THAT)
                || sentence.at(verb + 1).isQuoted()
                || sentence.at(verb + 1).isMark(":,");
    }

    private SpeechCue cue(int from, int to, VerbGroup group, @Nullable Mention source) {
        boolean quoting = sentence.is(group.verb(), WordClass.VERB_QUOTED);
        SpeechCue.Form form = quoting ? SpeechCue.Form.QUOTING : SpeechCue.Form.SPEECH;
        return new SpeechCue(from, to, group.verb(), group.words(), form, source);
    }

    /// "a | -t-elle déclaré", "hat | Müller gesagt".
    private int withAuxiliary(int from) {
        return sentence.is(from - 1, WordClass.AUXILIARY) ? from - 1 : from;
    }

    /// "sagt | auch | Müller".
    private int skipAdverbs(int from) {
        int at = from;
        int length = adverbs(at);
        while (length > 0 && at - from < MAX_ADVERBS) {
            at += length;
            length = adverbs(at);
        }
        return at;
    }

    /// "también", "en revanche".
    private int adverbs(int at) {
        int phrase = sentence.phraseLength(at, WordClass.ADVERB);
        return phrase == 0 && sentence.isAdverb(at) ? 1 : phrase;
    }

    /// "dijo | a Reuters | Pedro Salas".
    private int skipMedium(int at) {
        int noun = sentence.is(at + 1, WordClass.DETERMINER) ? at + 2 : at + 1;
        boolean told = sentence.is(at, WordClass.RECIPIENT) && sentence.is(noun, WordClass.MEDIUM);
        int end = sentence.at(noun).isCapitalized() ? noun + 1 : noun + 2;
        return told && sentence.at(end).isCapitalized() ? end : at;
    }

    private boolean isInverted(int group) {
        return group == 0
                || sentence.at(group - 1).isQuoted()
                || sentence.at(group - 1).isMark(",—–-:;!?…'\"")
                || sentence.is(group - 1, WordClass.BREAK)
                || sentence.is(group - 1, WordClass.CONNECTIVE);
    }

    /// Kept only beside quoted words, where some languages drop the pronoun: "“…”, dijo".
    private @Nullable SpeechCue withoutSubject(VerbGroup group) {
        int end = group.verb() + 1;
        boolean besideQuoted =
                sentence.at(group.start() - 1).isQuoted()
                        || sentence.at(group.start() - 2).isQuoted()
                        || sentence.at(end).isMark(":");
        return besideQuoted && !namesSomebody(end) ? cue(group.start(), end, group, null) : null;
    }

    /// "dijo | en una entrevista Luis Vega": a subject that comes late.
    private boolean namesSomebody(int from) {
        int at = from;
        while (sentence.at(at).isWord() && !isFirstName(at)) {
            at++;
        }
        return isFirstName(at);
    }

    private boolean isFirstName(int at) {
        return sentence.at(at).isCapitalized()
                && sentence.lexicon().isFirstName(sentence.at(at).lower());
    }

    /// A cue: the words that tie content and source, such as "said" or "according to".
    ///
    /// @param from the first token of verb and source together
    /// @param to the first token after them
    /// @param verb the token of the verb, or the first of the preposition
    /// @param words the verb with its auxiliaries, or the preposition
    record SpeechCue(
            int from, int to, int verb, TextSpan words, Form form, @Nullable Mention source) {

        /// A form of cue, which decides what content it can have.
        enum Form {
            /// "said": anything, quoted or not.
            SPEECH,
            /// "called": quoted words only.
            QUOTING,
            /// "adding": what follows, from the source of the verb before.
            PARTICIPLE,
            /// "according to".
            PREPOSITION
        }
    }
}
