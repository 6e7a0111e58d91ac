package dev.verbatim.telegram.archive;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.delivery.ChatData;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of groups goes where they go, and with them.
public record ArchivedChatData(MessageArchive archive) implements ChatData {

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        archive.moved(from, to, rows);
    }

    @Override
    public void chatClosed(long chatId, JdbcClient rows) {
        archive.gone(chatId, rows);
    }
}
