package dev.verbatim.telegram.delivery;

/// A source of updates: polls, or Telegram's own calls.
interface UpdateSource extends AutoCloseable {

    /// Makes updates come, as far as that is possible now. To be called every second or so, by one
    /// thread.
    void check();

    /// None come after that.
    @Override
    void close();
}
