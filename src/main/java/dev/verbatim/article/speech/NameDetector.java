package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;

/// A detector of the words in a sentence that are parts of a name, by their capital letters, their
/// position and the words beside them. It doesn't tell whose name it is.
final class NameDetector {

    private static final int SHORTEST_PROFESSION = 5;

    private final TokenizedSentence sentence;

    NameDetector(TokenizedSentence sentence) {
        this.sentence = sentence;
    }

    /// The start of the name at the end of a phrase; `to` when there is none.
    int start(int from, int to) {
        int start = to;
        while (start > from
                && !(start < to && isToldMedium(start - 1))
                && (isNamePart(start - 1) || (start < to && isNameParticle(start - 1)))) {
            start--;
        }
        boolean linked = start > from && sentence.is(start - 1, WordClass.LINK);
        return linked ? skipPlace(start, to) : start;
    }

    /// The first name in a row of capitalized words, where what comes before it can only be what
    /// the person is: "Jagdpächter | Bernd Asmus", "Grandmaster | Olga Reuss". The row's start,
    /// where nothing shows it.
    int skipProfession(int start, int to) {
        for (int at = start; at + 1 < to && isProfession(at); at++) {
            if (sentence.lexicon().isFirstName(sentence.at(at + 1).lower())
                    && at + 2 < to
                    && sentence.at(at + 2).isCapitalized()) {
                return at + 1;
            }
        }
        return start;
    }

    /// Not "San", "New" or "Fort", with which places begin, nor a first name or a body.
    private boolean isProfession(int at) {
        return sentence.at(at).isCapitalized()
                && sentence.at(at).text().length() >= SHORTEST_PROFESSION
                && !sentence.lexicon().isFirstName(sentence.at(at).lower())
                && !sentence.isGroup(at)
                && !sentence.is(at, WordClass.NAME_PARTICLE);
    }

    /// "a Reuters | Pedro Vega".
    private boolean isToldMedium(int at) {
        return sentence.is(at, WordClass.MEDIUM) && sentence.is(at - 1, WordClass.RECIPIENT);
    }

    /// "ambassador to NATO Julianne Smith", "mayor of New York Eric Doe": what follows the link is
    /// a place or a body first, and then, perhaps, the name. `to` when there is none: "a spokesman
    /// for Human Rights Watch".
    private int skipPlace(int start, int to) {
        for (int at = start + 1; at < to; at++) {
            if (sentence.lexicon().isFirstName(sentence.at(at).lower())) {
                return at;
            }
        }
        boolean acronym = sentence.at(start).text().chars().allMatch(Character::isUpperCase);
        return acronym && to - start > 2 ? start + 1 : to;
    }

    /// A capitalized word that isn't a role or a title.
    boolean isNamePart(int at) {
        return sentence.at(at).isCapitalized()
                && !(at == 0 && isOpeningWord())
                && (isSurname(at) || !(sentence.isRole(at) || sentence.isTitle(at)))
                && !sentence.is(at, WordClass.DETERMINER)
                && !sentence.is(at, WordClass.BREAK);
    }

    /// "Lyrically", "Said": capitalized because the sentence begins.
    private boolean isOpeningWord() {
        String lower = sentence.at(0).lower();
        boolean adverb = sentence.lexicon().isAdverb(lower) && sentence.at(1).isMark(",");
        return adverb
                || sentence.is(0, WordClass.CONNECTIVE)
                || sentence.phraseLength(0, WordClass.PREPOSITION) > 0
                || sentence.lexicon().hasAny(lower, WordClass.VERB, WordClass.PARTICIPLE);
    }

    /// "Bishop" after "Julie", with no further name after it.
    private boolean isSurname(int at) {
        return sentence.lexicon().isFirstName(sentence.at(at - 1).lower())
                && !sentence.at(at + 1).isCapitalized();
    }

    /// The small words of "von der Leyen". Where such a word is also a common one ("de"), it needs
    /// a first name before.
    boolean isNameParticle(int at) {
        if (!sentence.is(at, WordClass.NAME_PARTICLE)
                || sentence.at(at).isCapitalized()
                || sentence.isGroup(at + 1)
                || (sentence.is(at + 1, WordClass.DETERMINER) && sentence.isGroup(at + 2))) {
            return false;
        }
        boolean common = sentence.is(at, WordClass.LINK) || sentence.is(at, WordClass.DETERMINER);
        return (isNamePart(at + 1) || isParticleWithName(at + 1, at + 2))
                && (!common || isNameBegun(at - 1) || isNameBegun(at - 2));
    }

    /// "Juan | de la Torre", "De | la Torre".
    private boolean isNameBegun(int at) {
        return sentence.at(at).isCapitalized()
                && (sentence.lexicon().isFirstName(sentence.at(at).lower())
                        || (at > 0 && sentence.is(at, WordClass.NAME_PARTICLE)));
    }

    private boolean isParticleWithName(int particle, int name) {
        return sentence.is(particle, WordClass.NAME_PARTICLE) && isNamePart(name);
    }
}
