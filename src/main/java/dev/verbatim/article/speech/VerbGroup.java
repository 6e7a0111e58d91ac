package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
import org.jspecify.annotations.Nullable;

/// A verb of speech with the auxiliaries and adverbs before it, which decide whether it reports
/// anything at all: "has never | said".
///
/// @param start the first token of the group
/// @param verb the token of the verb, the last of the group
record VerbGroup(TokenizedSentence sentence, int start, int verb) {

    // "had by then not yet officially been | quoted": in words, and far more than any text has.
    private static final int MAX_LENGTH = 16;

    static VerbGroup endingAt(TokenizedSentence sentence, int verb) {
        return new VerbGroup(sentence, start(sentence, verb), verb);
    }

    private static int start(TokenizedSentence sentence, int verb) {
        int start = verb;
        int length = 1;
        while (length > 0 && verb - start < MAX_LENGTH) {
            length = sentence.phraseLengthBefore(start, WordClass.AUXILIARY);
            boolean one =
                    sentence.isAdverb(start - 1) || sentence.is(start - 1, WordClass.NEGATION);
            length = length == 0 && one ? 1 : length;
            start -= length;
        }
        return start;
    }

    /// "was not told": no reported words follow.
    boolean isNegated() {
        return has(WordClass.NEGATION) || isNegatedAfter();
    }

    /// "äußerte sich Müller | nicht": up to the next mark or clause.
    private boolean isNegatedAfter() {
        int at = verb + 1;
        while (at - verb < MAX_LENGTH
                && sentence.at(at).isWord()
                && !sentence.is(at, WordClass.THAT)) {
            if (sentence.is(at, WordClass.NEGATION_AFTER)) {
                return !sentence.is(at + 1, WordClass.ONLY);
            }
            at++;
        }
        return false;
    }

    boolean isPassive() {
        return has(WordClass.PASSIVE);
    }

    private boolean has(WordClass kind) {
        for (int at = start; at < verb; at++) {
            if (sentence.is(at, kind)) {
                return true;
            }
        }
        return false;
    }

    TextSpan words() {
        return sentence.span(start, verb + 1);
    }

    /// The subject before the group: the phrase that ends there, the one that a relative clause
    /// belongs to or, after a conjunction, the sentence's first.
    @Nullable NounPhrase subject(NounPhraseFinder phrases) {
        if (sentence.is(start - 1, WordClass.WHO)) {
            boolean comma = sentence.at(start - 2).isMark(",");
            return phrases.withoutApposition(comma ? start - 2 : start - 1);
        }
        if (sentence.is(start - 1, WordClass.CONJUNCTION)) {
            return sharedSubject(phrases);
        }
        NounPhrase subject = phrases.before(start);
        return subject == null || isOblique(subject) ? null : subject;
    }

    /// "Smith opened the meeting and | said".
    private @Nullable NounPhrase sharedSubject(NounPhraseFinder phrases) {
        Mention subject = sentence.at(0).isQuoted() ? null : phrases.openingName();
        return subject == null ? null : new NounPhrase(subject, start, start);
    }

    private boolean isOblique(NounPhrase phrase) {
        int mention = phrase.mention().span().start();
        int at = phrase.from();
        while (sentence.at(at).span().start() < mention) {
            at++;
        }
        boolean determiner = sentence.is(at - 1, WordClass.DETERMINER);
        return sentence.is(determiner ? at - 2 : at - 1, WordClass.OBLIQUE);
    }
}
