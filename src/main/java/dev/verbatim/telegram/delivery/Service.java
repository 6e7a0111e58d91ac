package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Serves the chats of one Bot API server: takes updates and sends replies until it is closed.
final class Service implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Service.class);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration TIDY = Duration.ofHours(1);

    // Less than the ten seconds in which a stopped process is expected to be gone.
    private static final Duration FINISH = Duration.ofSeconds(6);

    private final Line line;
    private final Mail mail;
    private final Wire wire;
    private final Gateway gateway;
    private final ChatWork work;
    private final Intake intake;
    private final Source source;
    private final Talk talk;
    private Instant tidied = Instant.MIN;
    private boolean introduced;
    private final AtomicBoolean met = new AtomicBoolean();

    Service(BotApi api, Line line, Mail mail, Talk talk, TelegramSettings settings) {
        this.line = line;
        this.mail = mail;
        this.talk = talk;
        wire = new Wire(api, ANSWER);
        var budgets = new Budgets(settings.limits(), TimeMeter.SYSTEM_NANOTIME);
        gateway = new Gateway(wire, budgets, line);
        work = work(new Askers(settings.limits(), TimeMeter.SYSTEM_NANOTIME));
        intake = new Intake(mail.inbox(), talk, line, work::wake);
        source =
                switch (settings.mode()) {
                    case POLLING -> new Poller(() -> new Session(api, intake, line), line);
                    case WEBHOOK -> new Webhook(gateway, settings.webhook(), line);
                };
        work.resume();
    }

    /// To be called every second or so, by one thread: see [Source#check].
    void check() {
        source.check();
        if (met.compareAndSet(false, true)) {
            Thread.ofVirtual().name("telegram-meeting").start(this::meet);
        }
        if (!introduced && line.connection().isUp()) {
            introduced = true;
            Thread.ofVirtual().name("telegram-introduction").start(() -> talk.introduce(gateway));
        }
        if (tidied.isBefore(line.clock().instant().minus(TIDY))) {
            tidied = line.clock().instant();
            tidy();
        }
    }

    /// What can't be forgotten now is forgotten with the next hour's: a store in trouble is said
    /// elsewhere, and at the end it may be closed already.
    private void tidy() {
        try {
            mail.tidy();
            talk.tidy();
        } catch (StoreException | DataAccessException e) {
            log.warn("tidying waits for the store: {}", e.getMessage());
        }
    }

    private void meet() {
        if (talk.meet(gateway)) {
            work.open();
        } else {
            met.set(false);
        }
    }

    /// Takes an update that Telegram has brought: see [Intake#take].
    void take(JsonNode update) {
        intake.take(List.of(update));
    }

    /// Does a turn that no update has asked for.
    void turn(String key, Consumer<Turn> saying) {
        var turn = new Turn(gateway);
        saying.accept(turn);
        Set<Long> chats = mail.turns().commit(turn, key, _ -> {});
        work.wake(chats);
    }

    /// Takes no update any more, and finishes what is begun as far as time allows. The rest is in
    /// the store.
    @Override
    public void close() {
        source.close();
        work.finish(FINISH);
        gateway.close();
        work.close();
        wire.close();
    }

    private ChatWork work(Askers askers) {
        var replying = new Replying(mail, talk, gateway, line);
        return new ChatWork(
                mail,
                gateway,
                new Sending(mail, gateway, talk, line.meters()),
                new Turnstile(mail, replying, askers, line));
    }
}
