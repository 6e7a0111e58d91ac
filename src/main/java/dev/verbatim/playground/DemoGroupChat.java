package dev.verbatim.playground;

import dev.verbatim.playground.botapi.BotAccount;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import dev.verbatim.playground.botapi.SimulationEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// How the group comes to talk while the bot is there.
///
/// A bot may offer something when it is let in. The group's creator takes the offer, by pressing
/// the first button of the first message, and when the bot has said something to that, the group
/// talks. So a bot that asks before it reads along has been allowed to. Whatever the bot does, the
/// group doesn't wait for it longer than a while.
final class DemoGroupChat {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private enum Act {
        /// Nobody has said anything.
        EMPTY,
        /// The bot has offered something, which is taken.
        OFFERED,
        /// The group talks.
        TALKING
    }

    private final SimulatedChat group;
    private final PersonAccount creator;
    private final BotAccount bot;
    private final Runnable talk;
    private final AtomicReference<Act> act = new AtomicReference<>(Act.EMPTY);

    /// @param talk plays what the group says
    DemoGroupChat(SimulatedChat group, PersonAccount creator, BotAccount bot, Runnable talk) {
        this.group = group;
        this.creator = creator;
        this.bot = bot;
        this.talk = talk;
    }

    /// Begins to wait.
    void start() {
        var _ =
                CompletableFuture.runAsync(
                        this::play,
                        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /// To be told of everything that happens.
    void observe(SimulationEvent event) {
        switch (event) {
            case SimulationEvent.MessageSent(var message) when isOfBot(message) -> botPosted(message);
            case SimulationEvent.MessageEdited(var message)
                    when isOfBot(message) && act.get() == Act.OFFERED ->
                    Thread.startVirtualThread(this::play);
            default -> {} // of the others none is about this
        }
    }

    private boolean isOfBot(SimulatedMessage message) {
        return message.chat() == group && message.isBy(bot);
    }

    private void botPosted(SimulatedMessage message) {
        String button = message.firstButtonData();
        if (!button.isEmpty() && act.compareAndSet(Act.EMPTY, Act.OFFERED)) {
            Thread.startVirtualThread(() -> creator.pressButton(message, button));
        } else {
            Thread.startVirtualThread(this::play);
        }
    }

    /// Lets the group talk, unless it does already.
    void play() {
        if (act.getAndSet(Act.TALKING) != Act.TALKING) {
            talk.run();
        }
    }
}
