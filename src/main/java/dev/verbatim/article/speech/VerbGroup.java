package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.WordClass;

/// A verb of speech with the auxiliaries and adverbs before it, which decide whether it speaks at
/// all: "has never | said".
///
/// @param start the first token of the group
/// @param verb the token of the verb, the last of the group
record VerbGroup(TokenizedSentence sentence, int start, int verb) {

    // "had by then not yet officially been | quoted": in words, and far more than anybody writes.
    private static final int LONGEST_GROUP = 16;

    static VerbGroup endingWith(TokenizedSentence sentence, int verb) {
        return new VerbGroup(sentence, start(sentence, verb), verb);
    }

    /// Where the verb's auxiliaries and adverbs begin.
    private static int start(TokenizedSentence sentence, int verb) {
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

    /// "was not told": the verb says that nobody's words follow.
    boolean isDenied() {
        return has(WordClass.NEGATION);
    }

    boolean isPassive() {
        return has(WordClass.PASSIVE);
    }

    TextSpan words() {
        return sentence.span(start, verb + 1);
    }

    private boolean has(WordClass kind) {
        for (int at = start; at < verb; at++) {
            if (sentence.is(at, kind)) {
                return true;
            }
        }
        return false;
    }
}
