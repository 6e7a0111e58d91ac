package dev.verbatim.group.catchup;

import java.util.Locale;

/// What the cues of a language are for. Each is a list of the language's file: `chat.question`.
enum CueClass {
    /// Asks, without a question mark as well.
    QUESTION,
    /// Has a question mark, and asks nothing that anybody could answer.
    RHETORICAL,
    /// Begins an answer: "yes", "no".
    ANSWER,
    /// Decides.
    DECISION,
    /// Speaks of deciding, and doesn't.
    UNDECIDED,
    /// Is for what somebody else said.
    AGREEMENT,
    /// Takes or gives something to do.
    ACTION,
    /// Sounds like it, and isn't.
    IDLE,
    /// Goes on to something else.
    TRANSITION;

    String key() {
        return "chat." + name().toLowerCase(Locale.ROOT);
    }
}
