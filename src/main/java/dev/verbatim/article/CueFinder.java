package dev.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds in a sentence the verbs of speech, and whose they are.
final class CueFinder {

    // "had by then not yet officially been | quoted": in words, and far more than anybody writes.
    private static final int LONGEST_GROUP = 16;

    private final Sentence sentence;
    private final NounPhrases phrases;
    private final List<Cue> cues = new ArrayList<>();

    private CueFinder(Sentence sentence) {
        this.sentence = sentence;
        this.phrases = new NounPhrases(sentence);
    }

    /// In the order of their verbs.
    static List<Cue> in(Sentence sentence) {
        return new CueFinder(sentence).find();
    }

    private List<Cue> find() {
        for (int at = 0; at < sentence.size(); at++) {
            Cue cue = sentence.at(at).isWord() ? cueAt(at) : null;
            if (cue != null) {
                cues.add(cue);
            }
        }
        return List.copyOf(cues);
    }

    private @Nullable Cue cueAt(int at) {
        int length = sentence.phraseLength(at, WordClass.PREPOSITION);
        if (length > 0) {
            return preposition(at, length);
        }
        if (sentence.at(at).isCapital() && at > 0) {
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

    private @Nullable Cue preposition(int at, int length) {
        Phrase source = phrases.after(at + length);
        return source == null || !isSomebody(source.mention())
                ? null
                : new Cue(
                        at,
                        source.to(),
                        at,
                        sentence.span(at, at + length),
                        Cue.Form.PREPOSITION,
                        source.mention());
    }

    /// Not "according to size".
    private boolean isSomebody(Mention mention) {
        return !(mention instanceof Mention.Description description)
                || description.sort() != Mention.Sort.UNKNOWN
                || (description.definiteness() == Mention.Definiteness.DEFINITE
                        && description.head().isCapital());
    }

    private @Nullable Cue participle(int at) {
        Mention source = cues.isEmpty() ? subject() : cues.getLast().source();
        TextSpan words = sentence.at(at).span();
        return new Cue(at, at + 1, at, words, Cue.Form.PARTICIPLE, source);
    }

    /// Whom the sentence begins with.
    private @Nullable Mention subject() {
        Phrase first = phrases.after(0);
        return first == null || first.mention() instanceof Mention.Description
                ? null
                : first.mention();
    }

    private @Nullable Cue verb(int at) {
        int group = groupStart(at);
        if (isDenied(group, at)
                || isPassive(group, at) != sentence.is(at, WordClass.VERB_PASSIVE)) {
            return null;
        }
        Phrase before = subjectBefore(group);
        if (before != null) {
            return canSay(before.mention(), at)
                    ? cue(behindAuxiliary(before.from()), at + 1, group, at, before.mention())
                    : null;
        }
        Phrase after = isInverted(group) ? phrases.after(at + 1) : null;
        return after == null
                ? withoutSubject(group, at)
                : cue(group, after.to(), group, at, after.mention());
    }

    /// Verbs that are nouns too need a subject that shows that they are verbs; verbs of naming need
    /// one that can speak: not "a form called “…”".
    private boolean canSay(Mention subject, int verb) {
        if (!(subject instanceof Mention.Description description)) {
            return true;
        }
        if (description.head().isNumber()
                || sentence.lexicon().has(WordClass.THAT, description.head().lower())) {
            return false;
        }
        boolean definite = description.definiteness() == Mention.Definiteness.DEFINITE;
        boolean noun = sentence.is(verb, WordClass.VERB_NOUN);
        boolean naming = sentence.is(verb, WordClass.VERB_QUOTED);
        return (!noun || (definite && isFollowedByWords(verb)))
                && (!naming || isSomebody(description));
    }

    private boolean isFollowedByWords(int verb) {
        return sentence.is(verb + 1, WordClass.THAT)
                || sentence.at(verb + 1).isQuoted()
                || sentence.at(verb + 1).isMark(":,");
    }

    private Cue cue(int from, int to, int group, int verb, @Nullable Mention source) {
        Cue.Form form =
                sentence.is(verb, WordClass.VERB_QUOTED) ? Cue.Form.QUOTING : Cue.Form.SPEECH;
        return new Cue(from, to, verb, sentence.span(group, verb + 1), form, source);
    }

    /// "a | -t-elle déclaré", "hat | Müller gesagt".
    private int behindAuxiliary(int from) {
        return sentence.is(from - 1, WordClass.AUXILIARY) ? from - 1 : from;
    }

    /// Where the verb's auxiliaries and adverbs begin.
    private int groupStart(int verb) {
        int start = verb;
        int length = 1;
        while (length > 0 && verb - start < LONGEST_GROUP) {
            length = sentence.phraseLengthBefore(start, WordClass.AUXILIARY);
            boolean one =
                    sentence.isAdverb(start - 1) || sentence.is(start - 1, WordClass.NEGATION);
            length = length == 0 && one ? 1 : length;
            start -= length;
        }
        return start;
    }

    private boolean isDenied(int group, int verb) {
        return has(group, verb, WordClass.NEGATION);
    }

    private boolean isPassive(int group, int verb) {
        return has(group, verb, WordClass.PASSIVE);
    }

    private boolean has(int from, int to, WordClass kind) {
        for (int at = from; at < to; at++) {
            if (sentence.is(at, kind)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Phrase subjectBefore(int group) {
        if (sentence.is(group - 1, WordClass.WHO)) {
            boolean comma = sentence.at(group - 2).isMark(",");
            return phrases.withoutApposition(comma ? group - 2 : group - 1);
        }
        if (sentence.is(group - 1, WordClass.CONJUNCTION)) {
            return sharedSubject(group);
        }
        Phrase subject = phrases.before(group);
        return subject == null || isOblique(subject) ? null : subject;
    }

    private boolean isOblique(Phrase phrase) {
        int start = phrase.mention().span().start();
        int at = phrase.from();
        while (sentence.at(at).span().start() < start) {
            at++;
        }
        boolean article = sentence.is(at - 1, WordClass.DETERMINER);
        return sentence.is(article ? at - 2 : at - 1, WordClass.OBLIQUE);
    }

    /// "Smith opened the meeting and | said": the subject is the one the sentence began with.
    private @Nullable Phrase sharedSubject(int group) {
        Mention subject = sentence.at(0).isQuoted() ? null : subject();
        return subject == null ? null : new Phrase(subject, group, group);
    }

    private boolean isInverted(int group) {
        return group == 0
                || sentence.at(group - 1).isQuoted()
                || sentence.at(group - 1).isMark(",—–-:;!?…'\"")
                || sentence.is(group - 1, WordClass.BREAK);
    }

    /// Worth keeping between quoted words, where languages drop the pronoun: "“…”, dijo".
    private @Nullable Cue withoutSubject(int group, int verb) {
        boolean besideWords =
                sentence.at(group - 1).isQuoted()
                        || sentence.at(group - 2).isQuoted()
                        || sentence.at(verb + 1).isMark(":");
        return besideWords ? cue(group, verb + 1, group, verb, null) : null;
    }
}
