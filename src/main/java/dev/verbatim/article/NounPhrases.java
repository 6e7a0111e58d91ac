package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// Finds the noun phrase before or after a place in a sentence, without a grammar: up to the words
/// that no noun phrase goes across, and never further than a few words.
///
/// [NameReader] then tells what the phrase stands for.
final class NounPhrases {

    private static final int LONGEST = 14;

    private final Sentence sentence;
    private final NameReader names;

    NounPhrases(Sentence sentence) {
        this.sentence = sentence;
        this.names = new NameReader(sentence);
    }

    /// The phrase that ends before a token: "Jens Stoltenberg, the head of NATO, | said".
    @Nullable Phrase before(int end) {
        if (sentence.isPronoun(end - 1)) {
            return names.pronoun(end - 1);
        }
        if (!sentence.at(end - 1).isMark(",")) {
            return withoutApposition(end);
        }
        int comma = commaBefore(end - 1);
        Phrase phrase = comma < 0 ? wholeStart(end - 1) : before(comma, end - 1);
        return phrase == null ? null : new Phrase(phrase.mention(), phrase.from(), end);
    }

    /// "Economist Jane Doe, wrote": a comma that shouldn't be there.
    private @Nullable Phrase wholeStart(int comma) {
        Phrase phrase = withoutApposition(comma);
        return phrase != null && phrase.from() == 0 ? phrase : null;
    }

    private @Nullable Phrase before(int comma, int end) {
        Phrase phrase = isClause(comma + 1, end) ? null : withoutApposition(comma);
        if (phrase == null) {
            return null;
        }
        Phrase named = phrase.mention() instanceof Mention.Name ? null : nameBefore(phrase);
        return named == null ? names.withApposition(phrase, comma + 1, end) : named;
    }

    private boolean isClause(int from, int end) {
        boolean relative = sentence.is(from, WordClass.WHO);
        for (int at = from; at < end && !relative; at++) {
            if (sentence.is(at, WordClass.FINITE)) {
                return true;
            }
        }
        return false;
    }

    /// "Jane Doe, head of the group, | which …, | said": the phrase is itself an apposition.
    private @Nullable Phrase nameBefore(Phrase apposition) {
        int comma = apposition.from() - 1;
        Phrase phrase = sentence.at(comma).isMark(",") ? withoutApposition(comma) : null;
        return phrase != null && phrase.mention() instanceof Mention.Name
                ? names.withApposition(phrase, apposition.from(), apposition.to())
                : null;
    }

    private int commaBefore(int end) {
        for (int at = end - 1; at > Math.max(0, end - LONGEST - 2); at--) {
            if (sentence.at(at).isMark(",")) {
                return at;
            }
            if (sentence.at(at).isQuoted()) {
                return -1;
            }
        }
        return -1;
    }

    /// The phrase up to a token, with nothing behind a comma.
    @Nullable Phrase withoutApposition(int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && goesOnBefore(from, end)) {
            from--;
        }
        while (from < end && isOnlyLink(from)) {
            from++;
        }
        boolean nothing = from == end || (from == end - 1 && sentence.is(from, WordClass.DEFINITE));
        return nothing ? null : withRoleBefore(names.read(from, end));
    }

    /// "The head of the group, Jane Doe | said", with only one comma.
    private Phrase withRoleBefore(Phrase phrase) {
        boolean name = phrase.mention() instanceof Mention.Name;
        int comma = phrase.from() - 1;
        if (!name || comma < 1 || comma > LONGEST || !sentence.at(comma).isMark(",")) {
            return phrase;
        }
        Phrase role = after(0);
        return role != null && role.to() == phrase.to() && role.mention() instanceof Mention.Name
                ? role
                : phrase;
    }

    private boolean goesOnBefore(int from, int end) {
        int at = from - 1;
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

    private boolean isOnlyLink(int at) {
        return isLink(at) && !sentence.is(at, WordClass.DETERMINER) && !names.isNameParticle(at);
    }

    /// In the midst of a sentence a capital makes it a part of a name: "De la Torre".
    private boolean isLink(int at) {
        return sentence.is(at, WordClass.LINK) && (at == 0 || !sentence.at(at).isCapital());
    }

    private boolean isBreak(int at) {
        return sentence.is(at, WordClass.THAT)
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
                && !sentence.is(at, WordClass.VERB_NOUN)
                && !sentence.at(at).isCapital();
    }

    /// The phrase that begins at a token: "said | Jens Stoltenberg, the head of NATO".
    @Nullable Phrase after(int start) {
        if (sentence.isPronoun(start)) {
            return names.pronoun(start);
        }
        int to = start;
        while (to - start < LONGEST && goesOnAfter(start, to)) {
            to++;
        }
        while (to > start && (isOnlyLink(to - 1) || sentence.is(to - 1, WordClass.DETERMINER))) {
            to--;
        }
        return to == start ? null : withApposition(names.read(start, to));
    }

    private boolean goesOnAfter(int start, int to) {
        if (!sentence.at(to).isWord()) {
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
        return !isBreak(to) && (to == start || !isBehindName(to));
    }

    /// In "said Smith angrily" the phrase is over, in "said NATO secretary general Smith" it isn't.
    private boolean isBehindName(int at) {
        boolean small = !sentence.at(at).isCapital() && !sentence.at(at).lower().equals("'s");
        boolean role = sentence.isRole(at) || sentence.isRole(at + 1) || sentence.isRole(at + 2);
        return small && names.isNamePart(at - 1) && !role && !names.isNameParticle(at);
    }

    private @Nullable Phrase withApposition(@Nullable Phrase phrase) {
        if (phrase == null || !sentence.at(phrase.to()).isMark(",")) {
            return phrase;
        }
        int from = phrase.to() + 1;
        int to = from;
        while (to - from < LONGEST && isInApposition(to)) {
            to++;
        }
        boolean closed = !sentence.at(to).isWord() || to == sentence.size();
        return to > from && closed ? names.withApposition(phrase, from, to) : phrase;
    }

    private boolean isInApposition(int at) {
        return (sentence.at(at).isWord() || sentence.at(at).isMark("'’"))
                && !sentence.is(at, WordClass.VERB)
                && !sentence.is(at, WordClass.PARTICIPLE)
                && !sentence.is(at, WordClass.WHO);
    }

    /// The name that ends before a token, with the role that stands before or after it.
    @Nullable Phrase around(int end) {
        return withApposition(withoutApposition(end));
    }
}
