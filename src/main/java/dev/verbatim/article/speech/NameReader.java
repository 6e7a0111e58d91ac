package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.sentence.WordClass;

/// Tells in a noun phrase the name from the role before it: what is capitalised at the end is the
/// name, "NATO Secretary general | Jens Stoltenberg", "US ambassador to NATO | Julianne Smith".
final class NameReader {

    private final TokenizedSentence sentence;
    private final NameDetector words;

    NameReader(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.words = new NameDetector(sentence);
    }

    NounPhrase pronoun(int at) {
        Gender gender = sentence.lexicon().gender(sentence.at(at).lower());
        boolean plural = sentence.is(at, WordClass.PRONOUN_PLURAL);
        return new NounPhrase(
                new Mention.Pronoun(sentence.at(at).span(), gender, plural), at, at + 1);
    }

    NounPhrase read(int from, int to) {
        int name = words.start(from, to);
        boolean named = name < to && !isArticle(name - 1, from) && !isCommonNoun(name, from, to);
        return new NounPhrase(named ? name(from, name, to) : description(from, to), from, to);
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
        return new Mention.Description(
                sentence.span(from, to),
                sentence.at(head),
                sort(head),
                definiteness(from, sort(head)),
                sentence.gender(head, head + 1));
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
}
