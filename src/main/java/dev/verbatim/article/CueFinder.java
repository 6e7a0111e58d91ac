package dev.verbatim.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds in a sentence the verbs of speech, and whose they are.
final class CueFinder {

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
        return source == null
                ? null
                : new Cue(
                        at,
                        source.to(),
                        at,
                        sentence.span(at, at + length),
                        Cue.Form.PREPOSITION,
                        source.mention());
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
            int from = before.from();
            return cue(Math.min(from, group), at + 1, group, at, before.mention());
        }
        Phrase after = isInverted(group) ? phrases.after(at + 1) : null;
        return after == null
                ? withoutSubject(group, at)
                : cue(group, after.to(), group, at, after.mention());
    }

    private Cue cue(int from, int to, int group, int verb, @Nullable Mention source) {
        Cue.Form form =
                sentence.is(verb, WordClass.VERB_QUOTED) ? Cue.Form.QUOTING : Cue.Form.SPEECH;
        return new Cue(from, to, verb, sentence.span(group, verb + 1), form, source);
    }

    /// Where the verb's auxiliaries and adverbs begin.
    private int groupStart(int verb) {
        int start = verb;
        while (sentence.is(start - 1, WordClass.AUXILIARY)
                || sentence.is(start - 1, WordClass.ADVERB)
                || sentence.is(start - 1, WordClass.NEGATION)) {
            start--;
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
        return phrases.before(group);
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
