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
    /// Common words that, capitalized, show that a sentence begins.
    STARTER,
    /// "yes", when a number and a full stop is an ordinal: "3. Oktober".
    ORDINAL,

    /// Verbs of speech, with quoted words or a clause with "that".
    VERB,
    /// Verbs of speech that need no "that".
    VERB_BARE,
    /// Verbs of speech that are nouns too: "the member states", "the claims that".
    VERB_NOUN,
    /// Verbs of speech with a recipient before the content: "told reporters he would".
    VERB_TOLD,
    /// Verbs that have a source only for quoted words: "called it “a disgrace”".
    VERB_QUOTED,
    /// Participles that share the subject of the verb before: "he said, adding that".
    PARTICIPLE,
    /// Passive verbs that have a source nevertheless: "was quoted as saying".
    VERB_PASSIVE,
    /// "comma", where attributions are inside the marks between commas: « Nous, dit-il, … ».
    INSERTION,
    /// Prepositions before a source, of one to four words: "according to".
    PREPOSITION,
    THAT,
    WHO,
    AUXILIARY,
    /// Verbs that show that the words around them are a clause: "will".
    FINITE,
    PASSIVE,
    NEGATION,
    /// Words that may be between subject and verb.
    ADVERB,
    ADVERB_ENDING,

    PRONOUN_MALE,
    PRONOUN_FEMALE,
    PRONOUN_PLURAL,
    /// Pronouns and similar words that refer to no particular person: "some", "it", "I".
    PRONOUN_NOBODY,
    /// Pronouns joined to their verb by a hyphen: "a-t-elle", "dit-il".
    CLITIC,
    TITLE,
    TITLE_MALE,
    TITLE_FEMALE,
    NAME_MALE,
    NAME_FEMALE,
    /// Small words inside names: "von der".
    NAME_PARTICLE,
    /// Offices, professions and relations before or after a name.
    ROLE,
    /// Endings of role words, where a language builds compounds.
    ROLE_ENDING,
    /// Beginnings of role words, where a language inflects them: "президента".
    ROLE_BEGINNING,
    /// Role words with a gender.
    ROLE_MALE,
    ROLE_FEMALE,
    /// Sources that are not one person: ministries, police, companies.
    GROUP,
    GROUP_BEGINNING,
    DETERMINER,
    /// Definite determiners: "the".
    DEFINITE,
    /// Determiners that depend on the sentence before: "his".
    POSSESSIVE,
    /// Words that link two noun phrases into one: "head of the group".
    LINK,
    /// Words that end every noun phrase: other prepositions, conjunctions, days.
    BREAK,
    CONJUNCTION,
    /// Links inside the name of a body: "Ministry of Health".
    BODY_LINK,
    /// Conjunctions inside the name of a body: "Health and Social Affairs".
    BODY_CONJUNCTION,
    /// Words that tie a sentence to the one before and are nobody's name: "however".
    CONNECTIVE,
    /// Negations after the verb: "sagte Müller nicht".
    NEGATION_AFTER,
    /// After such a negation takes it back: "sagte nicht nur".
    ONLY,
    /// Prepositions of those who are told: "dijo el alcalde a la agencia".
    RECIPIENT,
    /// News agencies and words for media, which are told more often than they tell.
    MEDIUM,
    /// Verbs that say the opposite of their clause: "denied that".
    VERB_DENIAL,
    /// Places that speak for a government, if at all: "Washington". Beside them every lexicon has
    /// the countries and cities that the language's data name.
    PLACE,
    /// Before somebody who is only compared: "anders als Müller".
    COMPARISON,
    /// Texts that a body speaks by: "a statement by the council".
    DOCUMENT,
    /// Nouns of things that show, but don't speak: "the results".
    THING,
    /// Prepositions whose noun phrase is no subject: "quoted by the BBC | said".
    OBLIQUE,
    /// Words before a quoted title or figure of speech: "the so-called “…”".
    NAMING;

    String key() {
        return "lexicon." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
