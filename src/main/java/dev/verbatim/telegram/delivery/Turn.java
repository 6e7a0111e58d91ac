package dev.verbatim.telegram.delivery;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/// What is to be said and written on one occasion: all of it is committed together, and the calls
/// are made after that. For one thread.
public final class Turn {

    private final Gateway gateway;
    private final List<Call> calls = new ArrayList<>();
    private final List<Consumer<JdbcClient>> rows = new ArrayList<>();

    Turn(Gateway gateway) {
        this.gateway = gateway;
    }

    /// The call will be made, even if the process is killed meanwhile.
    public void say(Call call) {
        calls.add(call);
    }

    /// Rows to be written. Should be quick: everybody waits for it.
    public void write(Consumer<JdbcClient> statements) {
        rows.add(statements);
    }

    /// Makes a call now and waits for its result: for what is worth nothing later, or is needed to
    /// go on.
    ///
    /// @param step what it is for, in the log
    /// @param chatId where, or [Gateway#NO_CHAT]
    public <T extends Serializable> Delivery<T> now(
            String step, long chatId, BotApiMethod<T> method) {
        return gateway.call(step, chatId, method);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Consumer<JdbcClient>> rows() {
        return List.copyOf(rows);
    }
}
