package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// Tells in a noun phrase the name from the role before it: what is capitalised at the end is the
/// name, "NATO Secretary general | Jens Stoltenberg", "US ambassador to NATO | Julianne Smith".
final class NameReader {

    private final Sentence sentence;

    NameReader(Sentence sentence) {
        this.sentence = sentence;
    }

    Phrase pronoun(int at) {
        Gender gender = sentence.lexicon().gender(sentence.at(at).lower());
        boolean plural = sentence.is(at, WordClass.PRONOUN_PLURAL);
        return new Phrase(new Mention.Pronoun(sentence.at(at).span(), gender, plural), at, at + 1);
    }

    Phrase read(int from, int to) {
        int name = nameStart(from, to);
        boolean named = name < to && !isArticle(name - 1, from) && !isCommonNoun(name, from, to);
        return new Phrase(named ? name(from, name, to) : description(from, to), from, to);
    }

    private boolean isArticle(int at, int from) {
        return at >= from && sentence.is(at, WordClass.DETERMINER);
    }

    /// "Officials", "Police": capitalised because the sentence begins.
    private boolean isCommonNoun(int name, int from, int to) {
        boolean common =
                sentence.isGroup(name)
                        || sentence.isRole(name)
                        || sentence.is(name, WordClass.PRONOUN_NOBODY);
        return from == name && to == name + 1 && common;
    }

    private Mention.Name name(int from, int name, int to) {
        int role = roleStart(from, name);
        TextSpan nameSpan = sentence.span(name, to);
        return new Mention.Name(
                role == name ? nameSpan : sentence.span(withDeterminer(from, role), to),
                nameSpan,
                role == name ? null : sentence.span(role, name),
                gender(from, name).or(gender(name, name + 1)));
    }

    private int withDeterminer(int from, int at) {
        return at > from && sentence.is(at - 1, WordClass.DETERMINER) ? at - 1 : at;
    }

    /// In "the death of the store’s founder | Ann Doe" the role begins at "store"; `name` when
    /// there is no role.
    private int roleStart(int from, int name) {
        int last = name - 1;
        while (last >= from && !sentence.isRole(last)) {
            last--;
        }
        int start = last;
        while (start > from
                && !sentence.is(start - 1, WordClass.LINK)
                && !sentence.is(start - 1, WordClass.DETERMINER)) {
            start--;
        }
        return last < from ? name : start;
    }

    private boolean hasRole(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isRole(at)) {
                return true;
            }
        }
        return false;
    }

    private Gender gender(int from, int to) {
        Gender gender = Gender.UNKNOWN;
        for (int at = from; at < to; at++) {
            gender = gender.or(sentence.lexicon().gender(sentence.at(at).lower()));
        }
        return gender;
    }

    private int nameStart(int from, int to) {
        int start = to;
        while (start > from
                && (isNamePart(start - 1) || (start < to && isNameParticle(start - 1)))) {
            start--;
        }
        boolean linked = start > from && sentence.is(start - 1, WordClass.LINK);
        return linked ? behindPlace(start, to) : start;
    }

    /// "ambassador to NATO Julianne Smith", "mayor of New York Eric Doe": what follows the link is
    /// a place or a body first, and then, perhaps, the name. `to` when there is none: "a spokesman
    /// for Human Rights Watch".
    private int behindPlace(int start, int to) {
        for (int at = start + 1; at < to; at++) {
            if (sentence.lexicon().isFirstName(sentence.at(at).lower())) {
                return at;
            }
        }
        boolean shortened = sentence.at(start).text().chars().allMatch(Character::isUpperCase);
        return shortened && to - start > 2 ? start + 1 : to;
    }

    /// A capitalised word that isn't an office or a title.
    boolean isNamePart(int at) {
        return sentence.at(at).isCapital()
                && !(at == 0 && isOpeningWord())
                && (isSurname(at) || !(sentence.isRole(at) || sentence.isTitle(at)))
                && !sentence.is(at, WordClass.DETERMINER)
                && !sentence.is(at, WordClass.BREAK);
    }

    /// "Lyrically", "Said": capitalised because the sentence begins.
    private boolean isOpeningWord() {
        String lower = sentence.at(0).lower();
        boolean adverb = sentence.lexicon().isAdverb(lower) && sentence.at(1).isMark(",");
        return adverb
                || sentence.phraseLength(0, WordClass.PREPOSITION) > 0
                || sentence.lexicon().hasAny(lower, WordClass.VERB, WordClass.PARTICIPLE);
    }

    /// "Bishop" behind "Julie", with no further name behind it.
    private boolean isSurname(int at) {
        return sentence.lexicon().isFirstName(sentence.at(at - 1).lower())
                && !sentence.at(at + 1).isCapital();
    }

    /// The small words of "von der Leyen". Where such a word is also a common one ("de"), it needs
    /// a first name before.
    boolean isNameParticle(int at) {
        if (!sentence.is(at, WordClass.NAME_PARTICLE) || sentence.at(at).isCapital()) {
            return false;
        }
        boolean common = sentence.is(at, WordClass.LINK) || sentence.is(at, WordClass.DETERMINER);
        return (isNamePart(at + 1) || isParticleWithName(at + 1, at + 2))
                && (!common || isNameBegun(at - 1) || isNameBegun(at - 2));
    }

    /// "Juan | de la Torre", "De | la Torre".
    private boolean isNameBegun(int at) {
        return sentence.at(at).isCapital()
                && (sentence.lexicon().isFirstName(sentence.at(at).lower())
                        || (at > 0 && sentence.is(at, WordClass.NAME_PARTICLE)));
    }

    private boolean isParticleWithName(int particle, int name) {
        return sentence.is(particle, WordClass.NAME_PARTICLE) && isNamePart(name);
    }

    private Mention.Description description(int from, int to) {
        int head = from;
        while (head + 1 < to && !sentence.is(head + 1, WordClass.LINK)) {
            head++;
        }
        return new Mention.Description(
                sentence.span(from, to),
                sentence.at(head),
                sort(head),
                definiteness(from, sort(head)),
                gender(head, head + 1));
    }

    private Mention.Sort sort(int head) {
        if (sentence.isGroup(head)) {
            return Mention.Sort.GROUP;
        }
        return sentence.isRole(head) ? Mention.Sort.PERSON : Mention.Sort.UNKNOWN;
    }

    private Mention.Definiteness definiteness(int from, Mention.Sort sort) {
        if (sentence.is(from, WordClass.PRONOUN_NOBODY)
                || sentence.is(from, WordClass.POSSESSIVE)) {
            return Mention.Definiteness.DEPENDENT;
        }
        if (sentence.is(from, WordClass.DEFINITE)) {
            return Mention.Definiteness.DEFINITE;
        }
        boolean known = sort != Mention.Sort.UNKNOWN || sentence.is(from, WordClass.DETERMINER);
        return known ? Mention.Definiteness.INDEFINITE : Mention.Definiteness.DEPENDENT;
    }

    /// The same phrase with what stands behind its comma: a role behind a name, or a name behind a
    /// role.
    Phrase withApposition(Phrase phrase, int from, int to) {
        Mention.@Nullable Name name =
                switch (phrase.mention()) {
                    case Mention.Name base when base.role() == null && isRole(from, to) ->
                            withRole(base, from, to);
                    case Mention.Description base when isRoleThenName(phrase, from, to) ->
                            named(base, phrase, from, to);
                    default -> null;
                };
        return name == null ? phrase : new Phrase(name, phrase.from(), to);
    }

    /// Not "in a speech to party leaders".
    private boolean isRole(int from, int to) {
        return hasRole(from, to)
                && !sentence.is(from, WordClass.LINK)
                && !sentence.is(from, WordClass.OBLIQUE)
                && !sentence.is(from, WordClass.WHO);
    }

    private boolean isRoleThenName(Phrase phrase, int from, int to) {
        return nameStart(from, to) == from && hasRole(phrase.from(), phrase.to());
    }

    private Mention.Name withRole(Mention.Name base, int from, int to) {
        int role = behindDeterminer(from, to);
        return new Mention.Name(
                base.span(),
                base.name(),
                sentence.span(role, to),
                base.gender().or(gender(role, to)));
    }

    private int behindDeterminer(int from, int to) {
        int start = sentence.isAdverb(from) ? from + 1 : from;
        start = sentence.is(start, WordClass.DETERMINER) ? start + 1 : start;
        return start < to ? start : from;
    }

    private Mention.Name named(Mention.Description base, Phrase phrase, int from, int to) {
        int role = phrase.from() + (sentence.is(phrase.from(), WordClass.DETERMINER) ? 1 : 0);
        return new Mention.Name(
                base.span().to(sentence.at(to - 1).span()),
                sentence.span(from, to),
                sentence.span(role, phrase.to()),
                gender(role, phrase.to()).or(gender(from, from + 1)));
    }
}
