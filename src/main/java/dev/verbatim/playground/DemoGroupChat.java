package dev.verbatim.playground;

import dev.verbatim.playground.botapi.BotAccount;
import dev.verbatim.playground.botapi.DraftMessage;
import dev.verbatim.playground.botapi.FakeTelegram;
import dev.verbatim.playground.botapi.PersonAccount;
import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import dev.verbatim.playground.botapi.SimulationEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// A group whose members hold the conversation of `reading-group.txt` once the bot is there.
///
/// A bot may offer something when it is added. The group's creator accepts by pressing the first
/// button of its first message, and when the bot has answered that, the conversation starts: so a
/// bot that asks for consent before it stores messages has it by then. Whatever the bot does, the
/// conversation starts after [#TIMEOUT].
final class DemoGroupChat {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern COLUMNS = Pattern.compile("\t");

    private enum Phase {
        EMPTY,
        /// The bot has offered something, and the creator accepts.
        OFFERED,
        CONVERSATION
    }

    /// A line of the file, whose columns are separated by tabs.
    ///
    /// @param person by place in the list of users
    /// @param replyTo the line that is replied to, counted from 1; 0 for none
    private record Line(int minutesAgo, int person, int replyTo, String words) {

        static Line parse(String text) {
            String[] columns = COLUMNS.split(text, 4);
            return new Line(
                    Integer.parseInt(columns[0]),
                    Integer.parseInt(columns[1]),
                    Integer.parseInt(columns[2]),
                    columns[3]);
        }
    }

    private final SimulatedChat group;
    private final List<PersonAccount> users;
    private final BotAccount bot;
    private final FakeTelegram telegram;
    private final List<Line> conversation = conversation();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.EMPTY);

    /// @param users the creator first
    DemoGroupChat(
            SimulatedChat group, List<PersonAccount> users, BotAccount bot, FakeTelegram telegram) {
        this.group = group;
        this.users = users;
        this.bot = bot;
        this.telegram = telegram;
    }

    private static List<Line> conversation() {
        try (InputStream file = DemoGroupChat.class.getResourceAsStream("reading-group.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).map(Line::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading-group.txt can't be read", e);
        }
    }

    /// Waits for the bot's first message, but no longer than [#TIMEOUT].
    void start() {
        telegram.observe(this::observe);
        var _ =
                CompletableFuture.runAsync(
                        this::play,
                        CompletableFuture.delayedExecutor(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
    }

    private void observe(SimulationEvent event) {
        switch (event) {
            case SimulationEvent.MessageSent(var message) when isOfBot(message) ->
                    botPosted(message);
            case SimulationEvent.MessageEdited(var message)
                    when isOfBot(message) && phase.get() == Phase.OFFERED ->
                    Thread.startVirtualThread(this::play);
            default -> {} // only the bot's messages count
        }
    }

    private boolean isOfBot(SimulatedMessage message) {
        return message.chat() == group && message.isBy(bot);
    }

    private void botPosted(SimulatedMessage message) {
        String button = message.firstButtonData();
        if (!button.isEmpty() && phase.compareAndSet(Phase.EMPTY, Phase.OFFERED)) {
            Thread.startVirtualThread(() -> users.getFirst().pressButton(message, button));
        } else {
            Thread.startVirtualThread(this::play);
        }
    }

    /// Sends the conversation's messages, unless they were sent before.
    void play() {
        if (phase.getAndSet(Phase.CONVERSATION) == Phase.CONVERSATION) {
            return;
        }
        List<SimulatedMessage> sent = new ArrayList<>();
        for (Line line : conversation) {
            DraftMessage draft =
                    DraftMessage.text(line.words())
                            .dated(telegram.secondsAgo(line.minutesAgo() * 60L));
            boolean reply = line.replyTo() > 0;
            sent.add(
                    users.get(line.person())
                            .send(
                                    group,
                                    reply
                                            ? draft.replyingTo(sent.get(line.replyTo() - 1))
                                            : draft));
        }
    }
}
