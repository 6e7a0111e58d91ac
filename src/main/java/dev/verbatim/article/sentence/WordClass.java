package dev.verbatim.article.sentence;

import java.util.Locale;

/// A class of words in a language's lexicon. Each is one list of the language's file:
/// `ABBREVIATION_NAME` is `lexicon.abbreviation.name`.
public enum WordClass {
    /// May end a sentence, but only before a word of [#STARTER]: "the U.S. The president".
    ABBREVIATION,
    /// Never ends a sentence, a name comes next: "Dr. No".
    ABBREVIATION_NAME,
    /// Doesn't end a sentence when a number comes next: "No. 5".
    ABBREVIATION_NUMBER,
    /// Common words that, capitalised, show that a sentence begins.
    STARTER,
    /// "yes", when a number and a full stop is an ordinal: "3. Oktober".
    ORDINAL,

    /// Speech verbs that take somebody's words, quoted or with a "that".
    VERB,
    /// Those of the speech verbs that do without "that".
    VERB_BARE,
    /// Those that are nouns too: "the member states", "the claims that".
    VERB_NOUN,
    /// Those that name whom they were said to before they say what: "told reporters he would".
    VERB_TOLD,
    /// Verbs that make a source only of quoted words: "called it “a disgrace”".
    VERB_QUOTED,
    /// Participles whose subject is the one of the verb before: "he said, adding that".
    PARTICIPLE,
    /// Passives that name a source all the same: "was quoted as saying".
    VERB_PASSIVE,
    /// "comma", where an attribution stands inside the marks between commas: « Nous, dit-il, … ».
    INSERTION,
    /// "According to" and its like, of one to four words, before the source.
    PREPOSITION,
    THAT,
    WHO,
    AUXILIARY,
    /// Verbs that make a clause of the words around them, as far as they can be listed: "will".
    FINITE,
    PASSIVE,
    NEGATION,
    /// What may stand between subject and verb.
    ADVERB,
    /// How adverbs end.
    ADVERB_ENDING,

    PRONOUN_MALE,
    PRONOUN_FEMALE,
    PRONOUN_PLURAL,
    /// Pronouns and the like that stand for nobody in particular: "some", "it", "I".
    PRONOUN_NOBODY,
    /// Pronouns that hang on their verb with a hyphen: "a-t-elle", "dit-il".
    CLITIC,
    TITLE,
    TITLE_MALE,
    TITLE_FEMALE,
    NAME_MALE,
    NAME_FEMALE,
    /// Small words inside names: "von der".
    NAME_PARTICLE,
    /// Offices, professions and relations that stand before or after a name.
    ROLE,
    /// How such words end, where a language builds compounds.
    ROLE_ENDING,
    /// How such words begin, where a language changes their endings: "президента".
    ROLE_BEGINNING,
    /// Those of the roles that tell a woman or a man.
    ROLE_MALE,
    ROLE_FEMALE,
    /// Sources that are not one person: ministries, police, companies.
    GROUP,
    GROUP_BEGINNING,
    DETERMINER,
    /// Those of the determiners that point at somebody known: "the".
    DEFINITE,
    /// Those that say nothing without the sentence before: "his".
    POSSESSIVE,
    /// Words that link two noun phrases into one: "head of the group".
    LINK,
    /// Words that no noun phrase goes across: other prepositions, conjunctions, days.
    BREAK,
    CONJUNCTION,
    /// Prepositions: the noun phrase behind them is no subject, "quoted by the BBC | said".
    OBLIQUE,
    /// Words before marked words that are a title or a manner of speaking: "the so-called “…”".
    NAMING;

    String key() {
        return "lexicon." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
