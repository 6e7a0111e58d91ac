package dev.verbatim.telegram.reply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.BotApiGateway;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.BotIdentity;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/// A supplier of the bot's identity, as far as Telegram has told it. Thread-safe.
///
/// A bot may be renamed while it runs. Its new name is learned from updates that have it beside the
/// bot's id, and by asking now and then.
public final class CurrentBot implements Supplier<BotIdentity> {

    private static final Logger log = LoggerFactory.getLogger(CurrentBot.class);
    private static final String STEP = "asking who we are";
    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final AtomicLong nextAsked = new AtomicLong(System.nanoTime());
    private volatile BotIdentity known = BotIdentity.UNKNOWN;
    private volatile @Nullable BotApiGateway gateway;

    @Override
    public BotIdentity get() {
        return known;
    }

    /// Asks Telegram.
    public ApiResult<User> identify(BotApiGateway through) {
        gateway = through;
        ApiResult<User> told = through.call(STEP, BotApiGateway.NO_CHAT, new GetMe());
        learn(told);
        return told;
    }

    /// Takes what Telegram told at an earlier start, until it tells again.
    public void recall(BotIdentity earlier) {
        known = known.equals(BotIdentity.UNKNOWN) ? earlier : known;
    }

    /// As [#get], but asked again: what the bot may read can have been changed meanwhile.
    public BotIdentity refresh(ReplyTransaction transaction) {
        learn(transaction.callNow(STEP, BotApiGateway.NO_CHAT, new GetMe()));
        return known;
    }

    /// Asks again, on a thread of its own.
    public void refreshLater() {
        BotApiGateway through = gateway;
        if (through != null) {
            Thread.ofVirtual().name("who-we-are").start(() -> identify(through));
        }
    }

    /// Asks again, unless that was done in the last minute, and waits shortly for the response.
    ///
    /// @return whether the identity has changed
    public boolean refreshIfDue() {
        BotApiGateway through = gateway;
        long now = System.nanoTime();
        long due = nextAsked.get();
        if (through == null
                || now - due < 0
                || !nextAsked.compareAndSet(due, now + SHORTEST_INTERVAL.toNanos())) {
            return false;
        }
        BotIdentity before = known;
        Thread asking = Thread.ofVirtual().name("who-we-are").start(() -> identify(through));
        try {
            return asking.join(LONGEST_WAIT) && !known.equals(before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Learns the bot's name from an update that has it beside its id: in a mention, as the author
    /// of a message that is replied to, or as a member.
    public void learnName(JsonNode update) {
        BotIdentity me = known;
        update.findParents("username").stream()
                .filter(user -> me.isAccount(user.path("id").asLong()))
                .map(user -> user.path("username").asText())
                .filter(name -> !name.isEmpty() && !name.equals(me.userName()))
                .findFirst()
                .ifPresent(name -> rename(me, name));
    }

    private void rename(BotIdentity me, String name) {
        log.info("The bot is now called @{}.", name);
        known = me.withUserName(name);
    }

    private void learn(ApiResult<User> told) {
        if (!(told instanceof ApiResult.Delivered<User>(var me)) || me == null) {
            return;
        }
        boolean first = known.equals(BotIdentity.UNKNOWN);
        known = BotIdentity.of(me);
        if (first && !known.servesInline()) {
            log.info(
                    "Inline mode is off: nobody can ask with @{} in other chats. To have it, send"
                            + " /setinline to @BotFather.",
                    known.userName());
        }
    }
}
