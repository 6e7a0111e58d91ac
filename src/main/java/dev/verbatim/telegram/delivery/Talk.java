package dev.verbatim.telegram.delivery;

/// What is said on a line, as far as the line needs to know.
public interface Talk {

    /// Who replies to what comes in.
    ///
    /// @param gateway the way out
    Handler handler(Gateway gateway);

    /// Waits until there is something to be said.
    void awaitReady() throws InterruptedException;

    /// Tells Telegram who we are: once, when the line stands.
    void introduce(Gateway gateway);
}
