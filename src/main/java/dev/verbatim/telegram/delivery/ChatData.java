package dev.verbatim.telegram.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/// A keeper of rows about chats. What it writes here is committed with what made it necessary.
public interface ChatData {

    /// A group has become a supergroup, under another id; may be called more than once.
    void chatMoved(long from, long to, JdbcClient rows);

    /// The bot was removed or blocked, or the chat is no more; may be called more than once.
    void chatClosed(long chatId, JdbcClient rows);
}
