package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;

/// The boundaries of noun phrases: which words a phrase includes and at which it ends, by the
/// lexicon and without a grammar.
final class NounPhraseBoundary {

    private final TokenizedSentence sentence;
    private final NameDetector names;
    private final BodyNames bodies;

    NounPhraseBoundary(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.names = new NameDetector(sentence);
        this.bodies = new BodyNames(sentence);
    }

    /// Whether a phrase that begins at `from` includes the token before it, too.
    boolean extendsBefore(int from, int end) {
        int at = from - 1;
        if (from < end && bodies.isJoined(from)) {
            return true;
        }
        if (isRecipient(at)) {
            return false;
        }
        if (from < end && sentence.is(from, WordClass.DETERMINER)) {
            return isLink(from) ? isNoun(at) : isLink(at) && sentence.at(at - 1).isWord();
        }
        if (isLink(at)) {
            return from < end && sentence.at(at - 1).isWord() && !isBreak(at - 1);
        }
        return sentence.at(at).isWord() && !isBreak(at);
    }

    /// Before a genitive: "der Sprecher | der Polizei".
    private boolean isNoun(int at) {
        return sentence.at(at).isWord() && !isBreak(at) && !sentence.is(at, WordClass.DETERMINER);
    }

    /// "Ministry of Health | said": the phrase ends with the name of a body that has small words.
    boolean endsWithBody(int to) {
        return bodies.isJoined(to - 1) && !bodies.isJoined(to);
    }

    boolean isOnlyLink(int at) {
        return isLink(at) && !sentence.is(at, WordClass.DETERMINER) && !names.isNameParticle(at);
    }

    /// Inside a sentence a capital letter makes it a part of a name: "De la Torre".
    private boolean isLink(int at) {
        return sentence.is(at, WordClass.LINK) && (at == 0 || !sentence.at(at).isCapitalized());
    }

    private boolean isBreak(int at) {
        return sentence.is(at, WordClass.THAT)
                || (at == 0 && sentence.is(at, WordClass.CONNECTIVE))
                || (!isLink(at) && !sentence.is(at, WordClass.DETERMINER) && isDivider(at));
    }

    private boolean isDivider(int at) {
        return (sentence.is(at, WordClass.BREAK)
                || isVerb(at)
                || sentence.is(at, WordClass.WHO)
                || (sentence.is(at, WordClass.AUXILIARY) && !sentence.at(at).lower().equals("'s")));
    }

    private boolean isVerb(int at) {
        return sentence.is(at, WordClass.VERB)
                && (!sentence.is(at, WordClass.VERB_NOUN) || isAfterQuoted(at))
                && !sentence.at(at).isCapitalized();
    }

    private boolean isAfterQuoted(int at) {
        return sentence.at(at - 1).isQuoted()
                || (sentence.at(at - 1).isMark(",") && sentence.at(at - 2).isQuoted());
    }

    /// "el funcionario | a la agencia": who is told, not a part of the name.
    private boolean isRecipient(int at) {
        int noun = sentence.is(at + 1, WordClass.DETERMINER) ? at + 2 : at + 1;
        return sentence.is(at, WordClass.RECIPIENT) && sentence.is(noun, WordClass.MEDIUM);
    }

    /// Whether a phrase that ends at `to` includes the token there, too.
    boolean extendsAfter(int start, int to) {
        if (!sentence.at(to).isWord()) {
            return false;
        }
        if (to > start && bodies.isJoined(to)) {
            return true;
        }
        if (to > start && isRecipient(to)) {
            return false;
        }
        if (to > start && names.isNameParticle(to)) {
            return true;
        }
        if (sentence.is(to, WordClass.DETERMINER)) {
            return to == start || isLink(to - 1) || !names.isNamePart(to - 1);
        }
        if (isLink(to) && !names.isNameParticle(to)) {
            return to > start && !names.isNamePart(to - 1) && sentence.at(to + 1).isWord();
        }
        return !isBreak(to) && (to == start || !isAfterName(to));
    }

    /// "said Smith | angrily", but not "said NATO secretary general Smith".
    private boolean isAfterName(int at) {
        boolean small = !sentence.at(at).isCapitalized() && !sentence.at(at).lower().equals("'s");
        boolean role = sentence.isRole(at) || sentence.isRole(at + 1) || sentence.isRole(at + 2);
        return small && names.isNamePart(at - 1) && !role && !names.isNameParticle(at);
    }
}
