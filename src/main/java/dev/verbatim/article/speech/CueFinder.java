package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.WordClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds in a sentence the verbs of speech, and whose they are.
final class CueFinder {

    private final Sentence sentence;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final List<Cue> cues = new ArrayList<>();

    private CueFinder(Sentence sentence) {
        this.sentence = sentence;
        this.phrases = new NounPhrases(sentence);
        this.subjects = new Subjects(sentence, phrases);
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
        Mention source = cues.isEmpty() ? subjects.first() : cues.getLast().source();
        TextSpan words = sentence.at(at).span();
        return new Cue(at, at + 1, at, words, Cue.Form.PARTICIPLE, source);
    }

    private @Nullable Cue verb(int at) {
        VerbGroup group = VerbGroup.endingWith(sentence, at);
        if (group.isDenied() || group.isPassive() != sentence.is(at, WordClass.VERB_PASSIVE)) {
            return null;
        }
        Phrase before = subjects.before(group.start());
        if (before != null) {
            return canSay(before.mention(), at)
                    ? cue(behindAuxiliary(before.from()), at + 1, group, before.mention())
                    : null;
        }
        Phrase after = isInverted(group.start()) ? phrases.after(at + 1) : null;
        return after == null
                ? withoutSubject(group)
                : cue(group.start(), after.to(), group, after.mention());
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

    private Cue cue(int from, int to, VerbGroup group, @Nullable Mention source) {
        boolean quoting = sentence.is(group.verb(), WordClass.VERB_QUOTED);
        Cue.Form form = quoting ? Cue.Form.QUOTING : Cue.Form.SPEECH;
        return new Cue(from, to, group.verb(), group.words(), form, source);
    }

    /// "a | -t-elle déclaré", "hat | Müller gesagt".
    private int behindAuxiliary(int from) {
        return sentence.is(from - 1, WordClass.AUXILIARY) ? from - 1 : from;
    }

    private boolean isInverted(int group) {
        return group == 0
                || sentence.at(group - 1).isQuoted()
                || sentence.at(group - 1).isMark(",—–-:;!?…'\"")
                || sentence.is(group - 1, WordClass.BREAK);
    }

    /// Worth keeping between quoted words, where languages drop the pronoun: "“…”, dijo".
    private @Nullable Cue withoutSubject(VerbGroup group) {
        int behind = group.verb() + 1;
        boolean besideWords =
                sentence.at(group.start() - 1).isQuoted()
                        || sentence.at(group.start() - 2).isQuoted()
                        || sentence.at(behind).isMark(":");
        return besideWords ? cue(group.start(), behind, group, null) : null;
    }
}
