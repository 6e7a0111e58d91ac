package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A decoder of fresh updates that puts them into the inbox. What may not be stored ends here.
/// Thread-safe.
///
/// Whatever is wrong with an update, it holds up no other: it is set aside in the inbox, logged,
/// and counted in health.
final class UpdateIngestor {

    private static final Logger log = LoggerFactory.getLogger(UpdateIngestor.class);

    private final Inbox inbox;
    private final UpdateHandler handler;
    private final DeliveryContext context;
    private final Consumer<Set<Long>> waking;

    /// @param waking is given the chats that have an update to be handled
    UpdateIngestor(
            Inbox inbox,
            UpdateHandler handler,
            DeliveryContext context,
            Consumer<Set<Long>> waking) {
        this.inbox = inbox;
        this.handler = handler;
        this.context = context;
        this.waking = waking;
    }

    /// Returns when the updates will outlive the process, so that Telegram may forget them.
    ///
    /// @param updates all that came together, in any JSON; what has no update id is passed over
    /// @throws StoreException when they won't: then they must come again
    void ingest(List<JsonNode> updates) {
        try {
            List<Taken> taken =
                    updates.stream().filter(UpdateEnvelope::isUpdate).map(this::taken).toList();
            waking.accept(
                    add(taken.stream().map(Taken::arrival).flatMap(Optional::stream).toList()));
            inbox.arrivals.noteArrivals(taken.stream().map(Taken::sentAt).toList());
            context.connection.polled();
        } catch (StoreException | DataAccessException e) {
            context.connection.failed(
                    TelegramConnection.State.STORE_FAILING, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// Whether it isn't known yet who the bot is. Until then no update may be taken in: what is
    /// meant for the bot can't be told from what a group says among itself, and that may not be
    /// stored.
    boolean isUnidentified() {
        return !handler.isIdentified();
    }

    /// @param arrival empty for what may not be stored
    private record Taken(Instant sentAt, Optional<Inbox.Arrival> arrival) {}

    private Taken taken(JsonNode json) {
        try {
            DecodedUpdate update = handler.decode(json);
            return new Taken(
                    update.envelope().sentAt(),
                    handler.mayStore(update)
                            ? Optional.of(Inbox.Arrival.of(handler.reduce(json), update))
                            : Optional.empty());
        } catch (StoreException | DataAccessException e) {
            throw e; // not this update's fault
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            Inbox.Arrival unreadable = setAside(unreadable(json), e);
            return new Taken(unreadable.envelope().sentAt(), Optional.of(unreadable));
        }
    }

    private Inbox.Arrival unreadable(JsonNode json) {
        try {
            return Inbox.Arrival.of(handler.reduce(json), null);
        } catch (RuntimeException | StackOverflowError e) {
            log.debug("not even its JSON can be written: {}", e.getClass().getSimpleName());
            return new Inbox.Arrival(UpdateEnvelope.of(json), null, null, true);
        }
    }

    private Inbox.Arrival setAside(Inbox.Arrival arrival, Throwable cause) {
        context.metrics.skipped();
        context.metrics.parked();
        log.warn(
                "update {} can't be taken in and is set aside: {}",
                arrival.envelope().updateId(),
                UpdateProcessor.path(cause));
        return arrival.setAside();
    }

    /// Adds all at once, or those that can be added when one of them can't.
    private Set<Long> add(List<Inbox.Arrival> arrivals) {
        try {
            return inbox.add(arrivals);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.debug("adding updates one by one", e);
            Set<Long> chats = new HashSet<>();
            arrivals.forEach(arrival -> chats.addAll(add(arrival)));
            return chats;
        }
    }

    private Set<Long> add(Inbox.Arrival arrival) {
        try {
            return inbox.add(List.of(arrival));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            var nothing = new Inbox.Arrival(arrival.envelope(), null, null, true);
            return inbox.add(List.of(setAside(nothing, e)));
        }
    }
}
