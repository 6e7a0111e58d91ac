package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;
import org.jspecify.annotations.Nullable;

/// A finder of the noun phrase before or after a token, without a grammar: up to the words at which
/// every noun phrase ends, and never longer than a few words.
///
/// [NounPhraseReader] then makes a [Mention] of the phrase.
final class NounPhraseFinder {

    private static final int MAX_LENGTH = 14;

    private final TokenizedSentence sentence;
    private final NounPhraseReader reader;
    private final NounPhraseBoundary boundary;

    NounPhraseFinder(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.reader = new NounPhraseReader(sentence);
        this.boundary = new NounPhraseBoundary(sentence);
    }

    /// A mention and the tokens of its phrase, apposition included.
    ///
    /// @param to the first token after it
    record NounPhrase(Mention mention, int from, int to) {}

    /// The phrase that ends before a token: "Jens Stoltenberg, the head of NATO, | said".
    @Nullable NounPhrase before(int end) {
        if (sentence.isPronoun(end - 1)) {
            return reader.pronoun(end - 1);
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
        return named == null ? reader.withApposition(phrase, comma + 1, end) : named;
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
                ? reader.withApposition(phrase, apposition.from(), apposition.to())
                : null;
    }

    private NounPhrase read(int from, int to) {
        return boundary.endsWithBody(to) ? reader.body(from, to) : reader.read(from, to);
    }

    private int commaBefore(int end) {
        for (int at = end - 1; at > Math.max(0, end - MAX_LENGTH - 2); at--) {
            if (sentence.at(at).isMark(",")) {
                return at;
            }
            if (sentence.at(at).isQuoted()) {
                return -1;
            }
        }
        return -1;
    }

    /// The phrase that ends before a token, without an apposition.
    @Nullable NounPhrase withoutApposition(int end) {
        int from = end;
        while (from > 0 && end - from < MAX_LENGTH && boundary.extendsBefore(from, end)) {
            from--;
        }
        while (from < end && boundary.isOnlyLink(from)) {
            from++;
        }
        boolean nothing = from == end || (from == end - 1 && sentence.is(from, WordClass.DEFINITE));
        return nothing ? null : withRoleBefore(read(from, end));
    }

    /// "The head of the group, Jane Doe | said", with only one comma.
    private NounPhrase withRoleBefore(NounPhrase phrase) {
        boolean name = phrase.mention() instanceof Mention.Name;
        int comma = phrase.from() - 1;
        if (!name || comma < 1 || comma > MAX_LENGTH || !sentence.at(comma).isMark(",")) {
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
            return reader.pronoun(start);
        }
        int to = start;
        while (to - start < MAX_LENGTH && boundary.extendsAfter(start, to)) {
            to++;
        }
        while (to > start
                && (boundary.isOnlyLink(to - 1) || sentence.is(to - 1, WordClass.DETERMINER))) {
            to--;
        }
        return to == start ? null : withApposition(read(start, to));
    }

    private @Nullable NounPhrase withApposition(@Nullable NounPhrase phrase) {
        if (phrase == null || !sentence.at(phrase.to()).isMark(",")) {
            return phrase;
        }
        int from = skipAge(phrase.to() + 1);
        int to = from;
        while (to - from < MAX_LENGTH && isInApposition(to)) {
            to++;
        }
        boolean closed = !sentence.at(to).isWord() || sentence.isRelative(to);
        return to > from && closed ? reader.withApposition(phrase, from, to) : phrase;
    }

    /// "said Jane Doe, 34, | a teacher".
    private int skipAge(int at) {
        return sentence.at(at).isNumber() && sentence.at(at + 1).isMark(",") ? at + 2 : at;
    }

    private boolean isInApposition(int at) {
        return (sentence.at(at).isWord() || sentence.at(at).isMark("'’"))
                && !sentence.is(at, WordClass.VERB)
                && !sentence.is(at, WordClass.PARTICIPLE)
                && !sentence.isRelative(at);
    }

    /// The name that ends before a token, with the role before or after it.
    @Nullable NounPhrase around(int end) {
        return withApposition(withoutApposition(end));
    }

    /// The name or pronoun that the sentence begins with.
    @Nullable Mention openingName() {
        NounPhrase first = after(0);
        return first == null || first.mention() instanceof Mention.Description
                ? null
                : first.mention();
    }
}
