package dev.verbatim.article.speech;

import dev.verbatim.article.sentence.WordClass;
import org.jspecify.annotations.Nullable;

/// Joins a noun phrase with the one behind its comma, where one is the name and the other the role
/// of the same person: either alone says less about who speaks.
final class Appositions {

    private final TokenizedSentence sentence;
    private final NameDetector words;

    Appositions(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.words = new NameDetector(sentence);
    }

    /// The same phrase with what stands behind its comma: a role behind a name, or a name behind a
    /// role. Between two commas there may be nothing.
    NounPhrase with(NounPhrase phrase, int from, int to) {
        if (from == to) {
            return phrase;
        }
        Mention.@Nullable Name name =
                switch (phrase.mention()) {
                    case Mention.Name base when base.role() == null && isRole(from, to) ->
                            withRole(base, from, to);
                    case Mention.Description base when isRoleThenName(phrase, from, to) ->
                            named(base, phrase, from, to);
                    default -> null;
                };
        return name == null ? phrase : new NounPhrase(name, phrase.from(), to);
    }

    /// Not "in a speech to party leaders".
    private boolean isRole(int from, int to) {
        return hasRole(from, to)
                && !sentence.is(from, WordClass.LINK)
                && !sentence.is(from, WordClass.OBLIQUE)
                && !sentence.is(from, WordClass.WHO);
    }

    private boolean isRoleThenName(NounPhrase phrase, int from, int to) {
        return words.start(from, to) == from && hasRole(phrase.from(), phrase.to());
    }

    private Mention.Name withRole(Mention.Name base, int from, int to) {
        int role = behindDeterminer(from, to);
        return new Mention.Name(
                base.span(),
                base.name(),
                sentence.span(role, to),
                base.gender().or(sentence.gender(role, to)));
    }

    private int behindDeterminer(int from, int to) {
        int start = sentence.isAdverb(from) ? from + 1 : from;
        start = sentence.is(start, WordClass.DETERMINER) ? start + 1 : start;
        return start < to ? start : from;
    }

    private Mention.Name named(Mention.Description base, NounPhrase phrase, int from, int to) {
        int role = phrase.from() + (sentence.is(phrase.from(), WordClass.DETERMINER) ? 1 : 0);
        return new Mention.Name(
                base.span().to(sentence.at(to - 1).span()),
                sentence.span(from, to),
                sentence.span(role, phrase.to()),
                sentence.gender(role, phrase.to()).or(sentence.gender(from, from + 1)));
    }

    private boolean hasRole(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isRole(at)) {
                return true;
            }
        }
        return false;
    }
}
