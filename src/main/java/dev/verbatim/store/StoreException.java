package dev.verbatim.store;

/// Something could not be written: the disk is full, or the database is gone. Nothing of it is
/// there; it may be tried again.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }
}
