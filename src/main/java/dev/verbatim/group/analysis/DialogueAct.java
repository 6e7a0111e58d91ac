package dev.verbatim.group.analysis;

/// A dialogue act: what a message does in a conversation. The order is that of the classifier's
/// weights.
public enum DialogueAct {
    /// Says what is settled, for all.
    DECISION,
    /// Takes on a task.
    COMMITMENT,
    /// Gives one.
    REQUEST,
    /// Asks for information.
    QUESTION,
    /// Says how something is, asked or not.
    ANSWER,
    /// Agrees.
    AGREEMENT,
    /// Declines, or disagrees.
    REJECTION,
    /// Puts right what was said before.
    CORRECTION,
    /// Jokes or chats; also a promise that nobody means.
    CHATTER,
    /// Proposes something, which decides nothing yet.
    PROPOSAL
}
