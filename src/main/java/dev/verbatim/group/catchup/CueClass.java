package dev.verbatim.group.catchup;

import java.util.Locale;

/// What the cues of a language are for. Each is an entry of its file in `cues`.
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
        return name().toLowerCase(Locale.ROOT);
    }
}
