package dev.verbatim.telegram.delivery;

import java.util.function.Consumer;

/// A sender of messages that no update asked for: see [TelegramBot#send].
@FunctionalInterface
public interface TransactionSender {

    /// Whether it is sent.
    boolean send(String key, Consumer<ReplyTransaction> turn);
}
