package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.NounPhraseFinder.NounPhrase;
import org.jspecify.annotations.Nullable;

/// A reader that makes a [Mention] of a noun phrase, and separates a name from the role before it
/// or after its comma. In a phrase the capitalized words at the end are the name: "NATO Secretary
/// general | Jens Stoltenberg", "US ambassador to NATO | Julianne Smith".
final class NounPhraseReader {

    private final TokenizedSentence sentence;
    private final NameDetector names;

    NounPhraseReader(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.names = new NameDetector(sentence);
    }

    NounPhrase pronoun(int at) {
        Gender gender = sentence.lexicon().gender(sentence.at(at).lower());
        boolean plural = sentence.is(at, WordClass.PRONOUN_PLURAL);
        return new NounPhrase(
                new Mention.Pronoun(sentence.at(at).span(), gender, plural), at, at + 1);
    }

    NounPhrase read(int from, int to) {
        int row = names.start(from, to);
        int name = names.skipProfession(row, to);
        boolean named =
                name < to
                        && !isInitials(name, to)
                        && !isDeterminer(name - 1, from)
                        && !isCommonNoun(name, from, to)
                        && !isGroupsName(name, from);
        int role = name > row ? row : roleStart(from, name);
        return new NounPhrase(named ? name(from, role, name, to) : description(from, to), from, to);
    }

    /// A phrase that ends with the name of a body: no name of a person.
    NounPhrase body(int from, int to) {
        return new NounPhrase(description(from, to), from, to);
    }

    private boolean isDeterminer(int at, int from) {
        return at >= from && sentence.is(at, WordClass.DETERMINER);
    }

    /// "président de la région | Val-de-Lys".
    private boolean isGroupsName(int name, int from) {
        int at = name - 1;
        boolean group = at > from && sentence.isGroup(at) && !sentence.isRole(at);
        boolean linked = sentence.is(at - 1, WordClass.LINK) || sentence.is(at - 2, WordClass.LINK);
        return group && linked && !sentence.lexicon().isFirstName(sentence.at(name).lower());
    }

    /// "Officials", "Police": capitalized because the sentence begins.
    private boolean isCommonNoun(int name, int from, int to) {
        boolean common =
                sentence.isGroup(name)
                        || sentence.isRole(name)
                        || sentence.is(name, WordClass.PRONOUN_NOBODY);
        return from == name && to == name + 1 && common;
    }

    /// "Freunde des Freibads e. | V.".
    private boolean isInitials(int name, int to) {
        return to == name + 1 && sentence.at(name).text().replace(".", "").length() < 2;
    }

    private Mention.Name name(int from, int role, int name, int to) {
        TextSpan nameSpan = sentence.span(name, to);
        return new Mention.Name(
                role == name ? nameSpan : sentence.span(withDeterminer(from, role), to),
                nameSpan,
                role == name ? null : sentence.span(role, name),
                sentence.gender(from, name).or(sentence.gender(name, name + 1)));
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

    private Mention.Description description(int from, int to) {
        int head = from;
        while (head + 1 < to && !sentence.is(head + 1, WordClass.LINK)) {
            head++;
        }
        int author = authorAfter(head, to);
        if (author < to) {
            return description(author, to);
        }
        return new Mention.Description(
                sentence.span(from, to),
                sentence.at(head),
                sort(head),
                definiteness(from, sort(head)),
                sentence.gender(head, head + 1));
    }

    /// "un communiqué du | Comité des pêches": who speaks by it; `to` when it is no such text.
    private int authorAfter(int head, int to) {
        boolean document =
                sentence.is(head, WordClass.DOCUMENT) && sentence.is(head + 1, WordClass.LINK);
        if (!document) {
            return to;
        }
        int author = head + 2;
        return sentence.is(author, WordClass.DETERMINER) && author + 1 < to ? author + 1 : author;
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

    /// Joins a phrase with its apposition where one is the name and the other the role of the same
    /// person: either alone says less about the speaker. Between two commas there may be nothing.
    ///
    /// @param from the first token after the comma
    NounPhrase withApposition(NounPhrase phrase, int from, int to) {
        if (from == to) {
            return phrase;
        }
        Mention.@Nullable Name name =
                switch (phrase.mention()) {
                    case Mention.Name base when base.role() == null && isRole(from, to) ->
                            nameWithRole(base, from, to);
                    case Mention.Description base when isRoleThenName(phrase, from, to) ->
                            roleWithName(base, phrase, names.start(from, to), to);
                    default -> null;
                };
        return name == null ? phrase : new NounPhrase(name, phrase.from(), to);
    }

    /// Not "in a speech to party leaders".
    private boolean isRole(int from, int to) {
        return hasRole(from, to)
                && !sentence.is(from, WordClass.LINK)
                && !sentence.is(from, WordClass.OBLIQUE)
                && !sentence.isRelative(from);
    }

    /// "the winner, 17-year-old | Jun Abe", "leur avocate, Me | Laure Simon", "her neighbour, the
    /// farmer | Tom Ikin": between comma and name there is only what goes with the name.
    private boolean isRoleThenName(NounPhrase phrase, int from, int to) {
        int name = names.start(from, to);
        boolean known =
                hasRole(phrase.from(), phrase.to())
                        || hasRole(from, name)
                        || sentence.lexicon().isFirstName(sentence.at(name).lower())
                        || (name == from && to - name == 2 && mayBePerson(phrase));
        return name < to && known && isBeforeName(from, name);
    }

    /// "le passeur, | Lucien Fabre": an unknown noun with its article, no body and no thing.
    private boolean mayBePerson(NounPhrase phrase) {
        if (!(phrase.mention() instanceof Mention.Description description)
                || description.sort() == Mention.Sort.GROUP
                || !sentence.is(phrase.from(), WordClass.DETERMINER)) {
            return false;
        }
        String head = description.head().lower();
        return phrase.to() - phrase.from() == 2
                && !sentence.lexicon().hasAny(head, WordClass.THING, WordClass.MEDIUM);
    }

    private boolean isBeforeName(int from, int name) {
        for (int at = from; at < name; at++) {
            boolean goesWithName =
                    sentence.isTitle(at)
                            || sentence.isRole(at)
                            || sentence.at(at).isNumber()
                            || (at == from && sentence.is(at, WordClass.DETERMINER));
            if (!goesWithName) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRole(int from, int to) {
        for (int at = from; at < to; at++) {
            if (sentence.isRole(at)) {
                return true;
            }
        }
        return false;
    }

    private Mention.Name nameWithRole(Mention.Name base, int from, int to) {
        int role = skipDeterminer(from, to);
        return new Mention.Name(
                base.span(),
                base.name(),
                sentence.span(role, to),
                base.gender().or(sentence.gender(role, to)));
    }

    private int skipDeterminer(int from, int to) {
        int start = sentence.isAdverb(from) ? from + 1 : from;
        start = sentence.is(start, WordClass.DETERMINER) ? start + 1 : start;
        return start < to ? start : from;
    }

    private Mention.Name roleWithName(
            Mention.Description base, NounPhrase phrase, int from, int to) {
        int role = phrase.from() + (sentence.is(phrase.from(), WordClass.DETERMINER) ? 1 : 0);
        return new Mention.Name(
                base.span().to(sentence.at(to - 1).span()),
                sentence.span(from, to),
                sentence.span(role, phrase.to()),
                sentence.gender(role, phrase.to()).or(sentence.gender(from, from + 1)));
    }
}
