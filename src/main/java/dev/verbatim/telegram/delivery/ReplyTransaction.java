package dev.verbatim.telegram.delivery;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.objects.File;

/// A unit of work: API calls and row changes that are committed together. The calls are made after
/// that. For one thread.
public final class ReplyTransaction {

    private final BotApiGateway gateway;
    private final List<ApiCall> calls = new ArrayList<>();
    private final List<Consumer<JdbcClient>> rows = new ArrayList<>();
    private final Set<Long> opened = new HashSet<>();
    private final Set<Long> deleted = new HashSet<>();

    ReplyTransaction(BotApiGateway gateway) {
        this.gateway = gateway;
    }

    /// Adds a call. It will be made, even if the process is killed meanwhile.
    public void send(ApiCall call) {
        calls.add(call);
    }

    /// Adds rows to be written. Should be quick: every other write waits for it.
    public void write(Consumer<JdbcClient> statements) {
        rows.add(statements);
    }

    /// Deletes all that is kept of a chat.
    public void deleteChat(long chatId) {
        deleted.add(chatId);
    }

    /// Makes a call now and waits for its result: for what is worth nothing later, or is needed to
    /// go on. A chat where an action such as typing is shown is open again, if it was closed.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [BotApiGateway#NO_CHAT]
    public <T extends Serializable> ApiResult<T> callNow(
            String step, long chatId, BotApiMethod<T> method) {
        ApiResult<T> result = gateway.call(step, chatId, method);
        if (method instanceof SendChatAction && result instanceof ApiResult.Delivered) {
            opened.add(chatId);
        }
        return result;
    }

    /// Whether a message that answers the press of a button can be shown in a group to its user
    /// alone, as far as is known.
    public boolean reachesOne(long chatId) {
        return gateway.ephemeral().accepts(chatId, true);
    }

    /// Fetches a file that a user has sent, now.
    ///
    /// @param chatId who sent it
    /// @param limit in bytes
    /// @return empty when Telegram doesn't give it away: it is gone, or too large
    /// @throws UncheckedIOException when it may yet work
    public Optional<byte[]> download(long chatId, String fileId, int limit) {
        return switch (callNow("getting a file", chatId, new GetFile(fileId))) {
            case ApiResult.Delivered<File>(var file) when file != null ->
                    Optional.of(bytes(file.getFilePath(), limit));
            case ApiResult.Rejected<File> _, ApiResult.Unwelcome<File> _, ApiResult.Moved<File> _ ->
                    Optional.empty();
            case ApiResult.Delivered<File> _, ApiResult.Undelivered<File> _ ->
                    throw new UnavailableException("the file is not to be had now");
        };
    }

    private byte[] bytes(String path, int limit) {
        try {
            return gateway.download(path, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The chats of which nothing shall be kept.
    Set<Long> deleted() {
        return Set.copyOf(deleted);
    }

    /// The chats that have shown to be open.
    Set<Long> opened() {
        return Set.copyOf(opened);
    }

    /// Telegram can't be asked now.
    static final class UnavailableException extends UncheckedIOException {

        private static final long serialVersionUID = 1;

        UnavailableException(String message) {
            super(new IOException(message));
        }
    }

    List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    List<Consumer<JdbcClient>> rows() {
        return List.copyOf(rows);
    }
}
