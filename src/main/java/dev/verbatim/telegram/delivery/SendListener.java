package dev.verbatim.telegram.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Learns the number that Telegram gave to a message: see [ApiCall#receipt].
public interface SendListener {

    /// As calls name it. Stays as it is: calls that wait in the store have it.
    String name();

    /// The call was made. What is written here is committed with that fact.
    ///
    /// @param messageId 0 when the call's result is no message
    /// @param note what the call had with it
    void sent(long chatId, int messageId, String note, JdbcClient rows);
}
