package dev.verbatim.answer;

import java.util.Locale;

/// A class of phrases in a [Phrasebook]. Its key in the language's file is `phrase.` and its name
/// in lower case with hyphens: `phrase.who-said`.
enum PhraseClass {
    /// Whole messages: "who said that".
    WHO_SAID,
    /// "What else did * say", where the star is a person.
    SAID_ELSE,
    /// "What did * say", where the star is a pronoun.
    SAID,
    /// "Tell me more".
    MORE,
    /// "Go on": the next paragraph.
    NEXT,
    /// "What happened next".
    HAPPENED_NEXT,
    /// "What did * mean".
    MEANING,
    /// "More about *", where the star is a thing.
    MORE_ABOUT,
    /// "What about *".
    WHAT_ABOUT,
    /// Before a thing, to ask the same about it: "and Finland?"
    AND,
    /// Between the two: "and about Finland?"
    PREPOSITION,
    ARTICLE,
    /// What remarks begin with, and no questions: "and in fact".
    ASIDE,
    /// Before a question, without changing it: "ok, and when?"
    OPENER,
    /// Whole messages with a pronoun that refers to nothing: "what time is it".
    APART,

    /// What an article is called: "text", "story".
    REQUEST_NOUN,
    /// Words that don't count in a request of [ArticleRequest].
    REQUEST_FILLER,
    REQUEST_SUMMARY,
    REQUEST_AUTHOR,
    REQUEST_DATE,
    REQUEST_SOURCE,
    REQUEST_SPEAKERS,
    REQUEST_LIST,
    /// "Which article talks about *".
    REQUEST_WHICH,
    REQUEST_TRANSLATE,
    REQUEST_EXPLAIN,
    REQUEST_COMPARE,
    REQUEST_TRUTH,

    HE,
    SHE,
    THEY,
    IT,
    /// Demonstratives, which may also precede a noun.
    THAT,

    /// Verbs of saying.
    SAYING,
    /// Words that ask for what wasn't shown yet.
    ELSE,
    /// Words that start a whole question or a clause, and not a thing.
    AUXILIARY,

    ASK_TIME,
    ASK_PLACE,
    ASK_NUMBER,
    ASK_PERSON,
    ASK_REASON,
    /// "How much", which wants a sum or a measure.
    ASK_AMOUNT,
    ASK_AGE,
    ASK_DURATION,
    /// Question words that don't tell the type of answer.
    ASK_OTHER,

    HOLDS_TIME,
    /// Prepositions before the name of a place.
    HOLDS_PLACE,
    HOLDS_NUMBER,
    /// Currencies and measures.
    HOLDS_AMOUNT,
    /// Words for years after somebody's age.
    HOLDS_AGE,
    /// Units of time.
    HOLDS_DURATION,
    /// "Of them": the number before is a part of what was said before.
    PARTITIVE,
    HOLDS_REASON;

    /// Whether its phrases are requests, which are compared without fillers.
    boolean isRequest() {
        return compareTo(REQUEST_FILLER) > 0 && compareTo(REQUEST_TRUTH) <= 0;
    }

    String key() {
        return "phrase." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
