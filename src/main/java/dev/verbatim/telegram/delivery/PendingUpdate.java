package dev.verbatim.telegram.delivery;

/// An update that waits to be worked on.
///
/// @param attempts how often it was begun after a restart
record PendingUpdate(
        long updateId, long place, long personId, long askedAt, int attempts, String content) {}
