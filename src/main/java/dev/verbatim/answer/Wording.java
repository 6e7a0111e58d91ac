package dev.verbatim.answer;

import java.util.Locale;

/// The bot's own words, in the reader's language. Everything else it says is quoted.
///
/// The words are in `words.properties` beside this class, a file a language; English stands in for
/// a language that has none. Thread-safe.
public final class Wording {

    private Wording() {}

    public static Wording in(Locale language) {
        throw new UnsupportedOperationException("to be written: " + language);
    }

    /// The reply to what was no question.
    public String to(Remark remark) {
        throw new UnsupportedOperationException("to be written: " + remark);
    }

    /// That the articles do not answer, and what was searched.
    public String notFound(Answer.NotFound answer) {
        throw new UnsupportedOperationException("to be written: " + answer);
    }

    /// What stands above passages that are near, but no answer.
    public String nearestButNoAnswer() {
        throw new UnsupportedOperationException("to be written");
    }
}
