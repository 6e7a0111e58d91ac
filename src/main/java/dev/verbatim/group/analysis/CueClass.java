package dev.verbatim.group.analysis;

import java.util.Locale;

/// A class of cues: phrases that show what a message does. Each is a list in a language's file:
/// `chat.question`.
public enum CueClass {
    /// Asks, without a question mark as well.
    QUESTION,
    /// Has a question mark, and asks nothing that anybody could answer.
    RHETORICAL,
    /// Begins an answer: "yes", "no".
    ANSWER,
    /// Greets.
    GREETING,
    /// Thanks.
    THANKS,
    /// Decides.
    DECISION,
    /// Speaks of deciding without doing so.
    UNDECIDED,
    /// Agrees with what somebody else said.
    AGREEMENT,
    /// Takes or gives a task.
    ACTION,
    /// Sounds like a task, and isn't.
    IDLE,
    /// Moves on to something else.
    TRANSITION,
    /// Says when something is.
    TIME,
    /// Changes what was settled.
    CHANGE,
    /// Says that one doesn't know.
    IGNORANCE,
    /// Asks what the group is to decide.
    DELIBERATION,
    /// Speaks of an article.
    ARTICLE;

    String key() {
        return "chat." + name().toLowerCase(Locale.ROOT);
    }
}
