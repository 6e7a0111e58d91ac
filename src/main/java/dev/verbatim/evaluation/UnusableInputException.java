package dev.verbatim.evaluation;

/// An exception for a file of the user that can't be used. The message is one line for the user:
/// where, what is wrong, and what to write instead.
public final class UnusableInputException extends RuntimeException {

    public UnusableInputException(String message) {
        super(message);
    }
}
