package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;
import org.jspecify.annotations.Nullable;

/// Finds the noun phrase before or after a place in a sentence, without a grammar: up to the words
/// that no noun phrase goes across, and never further than a few words.
///
/// [NameReader] then tells what the phrase stands for.
final class NounPhraseFinder {

    private static final int LONGEST = 14;

    private final TokenizedSentence sentence;
    private final NameReader names;
    private final Appositions appositions;
    private final NounPhraseBoundary bounds;

    NounPhraseFinder(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.names = new NameReader(sentence);
        this.appositions = new Appositions(sentence);
        this.bounds = new NounPhraseBoundary(sentence);
    }

    /// The phrase that ends before a token: "Jens Stoltenberg, the head of NATO, | said".
    @Nullable NounPhrase before(int end) {
        if (sentence.isPronoun(end - 1)) {
            return names.pronoun(end - 1);
        }
        if (!sentence.at(end - 1).isMark(",")) {
            return withoutApposition(end);
        }
        int comma = commaBefore(end - 1);
        NounPhrase phrase = comma < 0 ? wholeStart(end - 1) : before(comma, end - 1);
        return phrase == null ? null : new NounPhrase(phrase.mention(), phrase.from(), end);
    }

    /// "Economist Jane Doe, wrote": a comma that shouldn't be there.
    private @Nullable NounPhrase wholeStart(int comma) {
        NounPhrase phrase = withoutApposition(comma);
        return phrase != null && phrase.from() == 0 ? phrase : null;
    }

    private @Nullable NounPhrase before(int comma, int end) {
        NounPhrase phrase = isClause(comma + 1, end) ? null : withoutApposition(comma);
        if (phrase == null) {
            return null;
        }
        NounPhrase named = phrase.mention() instanceof Mention.Name ? null : nameBefore(phrase);
        return named == null ? appositions.with(phrase, comma + 1, end) : named;
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
    private @Nullable NounPhrase nameBefore(NounPhrase apposition) {
        int comma = apposition.from() - 1;
        NounPhrase phrase = sentence.at(comma).isMark(",") ? withoutApposition(comma) : null;
        return phrase != null && phrase.mention() instanceof Mention.Name
                ? appositions.with(phrase, apposition.from(), apposition.to())
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
    @Nullable NounPhrase withoutApposition(int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && bounds.goesOnBefore(from, end)) {
            from--;
        }
        while (from < end && bounds.isOnlyLink(from)) {
            from++;
        }
        boolean nothing = from == end || (from == end - 1 && sentence.is(from, WordClass.DEFINITE));
        return nothing ? null : withRoleBefore(names.read(from, end));
    }

    /// "The head of the group, Jane Doe | said", with only one comma.
    private NounPhrase withRoleBefore(NounPhrase phrase) {
        boolean name = phrase.mention() instanceof Mention.Name;
        int comma = phrase.from() - 1;
        if (!name || comma < 1 || comma > LONGEST || !sentence.at(comma).isMark(",")) {
            return phrase;
        }
        NounPhrase role = after(0);
        return role != null && role.to() == phrase.to() && role.mention() instanceof Mention.Name
                ? role
                : phrase;
    }

    /// The phrase that begins at a token: "said | Jens Stoltenberg, the head of NATO".
    @Nullable NounPhrase after(int start) {
        if (sentence.isPronoun(start)) {
            return names.pronoun(start);
        }
        int to = start;
        while (to - start < LONGEST && bounds.goesOnAfter(start, to)) {
            to++;
        }
        while (to > start
                && (bounds.isOnlyLink(to - 1) || sentence.is(to - 1, WordClass.DETERMINER))) {
            to--;
        }
        return to == start ? null : withApposition(names.read(start, to));
    }

    private @Nullable NounPhrase withApposition(@Nullable NounPhrase phrase) {
        if (phrase == null || !sentence.at(phrase.to()).isMark(",")) {
            return phrase;
        }
        int from = phrase.to() + 1;
        int to = from;
        while (to - from < LONGEST && isInApposition(to)) {
            to++;
        }
        boolean closed = !sentence.at(to).isWord() || to == sentence.size();
        return to > from && closed ? appositions.with(phrase, from, to) : phrase;
    }

    private boolean isInApposition(int at) {
        return (sentence.at(at).isWord() || sentence.at(at).isMark("'’"))
                && !sentence.is(at, WordClass.VERB)
                && !sentence.is(at, WordClass.PARTICIPLE)
                && !sentence.is(at, WordClass.WHO);
    }

    /// The name that ends before a token, with the role that stands before or after it.
    @Nullable NounPhrase around(int end) {
        return withApposition(withoutApposition(end));
    }
}
