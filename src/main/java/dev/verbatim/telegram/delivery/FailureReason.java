package dev.verbatim.telegram.delivery;

/// Why an update got no reply, or will have to wait for it.
public enum FailureReason {
    /// Something went wrong on our side.
    FAILED,
    /// It is too old to be replied to, with others of the chat.
    MISSED,
    /// The person or the group asks faster than we reply; this one waits.
    TOO_FAST
}
