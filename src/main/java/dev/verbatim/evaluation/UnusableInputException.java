package dev.verbatim.evaluation;

/// A file that somebody gave can't be used. The message is one line for that person: where, what is
/// wrong, and what to write instead.
public final class UnusableInputException extends RuntimeException {

    public UnusableInputException(String message) {
        super(message);
    }
}
