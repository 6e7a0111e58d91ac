package dev.verbatim.store;

/// A failure to write: the disk is full, or the database is gone. Nothing of the unit of work is
/// stored, and it may be tried again.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }
}
