package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.UpdateEnvelope;
import dev.verbatim.telegram.update.UpdateEnvelope.BotAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A durable queue of updates: each once, in the order they came, until they are handled.
/// Thread-safe.
///
/// The store keeps an update's JSON as it came. The decoded update is kept in memory beside it,
/// until it is handled or memory gets short; after that, and after a restart, it is decoded again.
final class Inbox extends DurableQueue {

    private static final long MOST_CHARACTERS_IN_MEMORY = 16_000_000;

    private static final String COLUMNS =
            "select update_id, place, person_id, asked_at, attempts, content from inbox"
                    + " where chat_id = :chat and state = 'waiting' ";

    // A field's name in JSON, which no text in it can contain: there the quotes are escaped.
    private static final String OF_GUEST = "%\"guest_query_id\":%";

    /// Whether more waits at Telegram.
    final ArrivalTracker arrivals;

    private final Clock clock;
    private final Cache<Long, Decoded> decoded =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS_IN_MEMORY)
                    .weigher((Long _, Decoded update) -> update.characters())
                    .build();

    Inbox(Store store, Clock clock) {
        super(store, "inbox", "received_at");
        this.clock = clock;
        this.arrivals = new ArrivalTracker(clock, lastAsked());
    }

    /// An update that has just come.
    ///
    /// @param content its JSON; missing when it may not be stored or can't be written
    /// @param update missing when it isn't decoded yet, or can't be
    /// @param parked whether it is given up already
    record Arrival(
            UpdateEnvelope envelope,
            @Nullable String content,
            @Nullable DecodedUpdate update,
            boolean parked) {

        static Arrival of(JsonNode json, @Nullable DecodedUpdate update) {
            return new Arrival(
                    update == null ? UpdateEnvelope.of(json) : update.envelope(),
                    json.toString(),
                    update,
                    false);
        }

        /// The same update, given up. Its text is kept only if it is one of a private chat with the
        /// bot.
        Arrival setAside() {
            boolean ofOthers = envelope.chatId() < 0 || envelope.access() == BotAccess.UNKNOWN;
            return new Arrival(envelope, ofOthers ? null : content, null, true);
        }
    }

    /// A row: an update that waits to be handled.
    ///
    /// @param attempts how often it was begun after a restart
    /// @param content its JSON
    record Pending(
            long updateId, long place, long personId, long askedAt, int attempts, String content) {}

    private record Decoded(DecodedUpdate update, int characters) {}

    private record Row(Arrival arrival, Instant askedAt) {

        UpdateEnvelope envelope() {
            return arrival.envelope();
        }
    }

    /// Returns when the updates will outlive the process; those known already are passed over.
    ///
    /// @return the chats that have something to be handled now
    synchronized Set<Long> add(List<Arrival> updates) {
        Instant now = clock.instant();
        List<Row> fresh = rows(updates);
        return fresh.isEmpty() ? Set.of() : store.writeShared(rows -> add(rows, fresh, now));
    }

    /// An update's decoded form, if it is still in memory.
    Optional<DecodedUpdate> decoded(Pending pending) {
        return Optional.ofNullable(decoded.getIfPresent(pending.updateId())).map(Decoded::update);
    }

    /// The place of the last update; 0 in an empty inbox.
    long lastPlace() {
        return store.read(Inbox::lastPlace);
    }

    /// The chats with an update that has come after some place, and waits.
    List<Long> chatsWaitingAfter(long place) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select distinct chat_id from inbox where place > :place"
                                                + " and state = 'waiting'")
                                .param("place", place)
                                .query(Long.class)
                                .list());
    }

    /// A chat's first update that waits.
    ///
    /// @param notOf people whose updates are passed over
    /// @param mostAttempts updates that were begun more often are passed over
    Optional<Pending> next(long chatId, Collection<Long> notOf, int mostAttempts) {
        String others = notOf.isEmpty() ? "" : "and person_id not in (:people) ";
        return store.read(
                rows -> {
                    var query =
                            rows.sql(
                                            COLUMNS
                                                    + "and attempts <= :attempts "
                                                    + others
                                                    + "order by place limit 1")
                                    .param("chat", chatId)
                                    .param("attempts", mostAttempts);
                    return (notOf.isEmpty() ? query : query.param("people", notOf))
                            .query(Pending.class)
                            .optional();
                });
    }

    /// A chat's first updates that wait since before some time.
    ///
    /// @param after their places
    List<Pending> waitingSince(long chatId, Instant before, long after, int limit) {
        return store.read(
                rows ->
                        rows.sql(
                                        COLUMNS
                                                + "and asked_at < :before and place > :after"
                                                + " order by place limit :limit")
                                .param("chat", chatId)
                                .param("before", before.toEpochMilli())
                                .param("after", after)
                                .param("limit", limit)
                                .query(Pending.class)
                                .list());
    }

    /// A chat's last updates that wait, the newest first.
    List<Pending> newest(long chatId, int limit) {
        return store.read(
                rows ->
                        rows.sql(COLUMNS + "order by place desc limit :limit")
                                .param("chat", chatId)
                                .param("limit", limit)
                                .query(Pending.class)
                                .list());
    }

    /// Counts one more attempt, by which an update that ends the process again and again is known.
    void countAttempt(Pending update) {
        store.write(
                rows ->
                        rows.sql("update inbox set attempts = attempts + 1 where update_id = :id")
                                .param("id", update.updateId())
                                .update());
    }

    /// Marks an update as handled.
    void complete(JdbcClient rows, long updateId) {
        decoded.invalidate(updateId);
        rows.sql("update inbox set state = 'done', content = null where update_id = :id")
                .param("id", updateId)
                .update();
    }

    /// Gives an update up. The text of one of a private chat is kept for the operator; a group,
    /// whose numbers are below zero, hasn't agreed to that, nor a chat that the bot isn't in.
    void park(JdbcClient rows, long updateId) {
        decoded.invalidate(updateId);
        rows.sql(
                        "update inbox set state = 'parked', content = case when chat_id < 0 or"
                                + " content like :ofGuest then null else content end"
                                + " where update_id = :id")
                .param("ofGuest", OF_GUEST)
                .param("id", updateId)
                .update();
    }

    private List<Row> rows(List<Arrival> updates) {
        List<Instant> askedAt = arrivals.askedAt(updates.stream().map(Arrival::envelope).toList());
        return IntStream.range(0, updates.size())
                .mapToObj(index -> new Row(updates.get(index), askedAt.get(index)))
                .toList();
    }

    /// Places become visible in their order. Those of a sequence wouldn't: one that another
    /// instance commits first may be a later one, and a chat's second question would come first.
    private Set<Long> add(JdbcClient rows, List<Row> updates, Instant now) {
        store.takeTurns(rows);
        long place = lastPlace(rows);
        Set<Long> waking = new HashSet<>();
        for (Row update : updates) {
            place++;
            if (insert(rows, update, place, now) && !update.arrival().parked()) {
                waking.add(update.envelope().chatId());
                remember(update.arrival());
            }
        }
        return waking;
    }

    private void remember(Arrival arrival) {
        DecodedUpdate update = arrival.update();
        String content = arrival.content();
        if (update != null && content != null && store.isWorker()) {
            decoded.put(arrival.envelope().updateId(), new Decoded(update, content.length()));
        }
    }

    private static boolean insert(JdbcClient rows, Row update, long place, Instant now) {
        return rows.sql(
                                """
                                insert into inbox (update_id, place, chat_id, person_id, asked_at,
                                    received_at, attempts, state, content)
                                values (:id, :place, :chat, :person, :asked, :received, 0,
                                    :state, :content)
                                on conflict (update_id) do nothing
                                """)
                        .param("id", update.envelope().updateId())
                        .param("place", place)
                        .param("chat", update.envelope().chatId())
                        .param("person", update.envelope().personId())
                        .param("asked", update.askedAt().toEpochMilli())
                        .param("received", now.toEpochMilli())
                        .param("state", update.arrival().parked() ? "parked" : "waiting")
                        .param("content", update.arrival().content())
                        .update()
                > 0;
    }

    private static long lastPlace(JdbcClient rows) {
        return rows.sql("select coalesce(max(place), 0) from inbox").query(Long.class).single();
    }

    /// Up to when everything had come at the last end. Only a date that Telegram gave says so.
    private Instant lastAsked() {
        return Instant.ofEpochMilli(
                store.read(
                        rows ->
                                rows.sql(
                                                "select coalesce(max(asked_at), 0) from inbox where"
                                                        + " asked_at < received_at")
                                        .query(Long.class)
                                        .single()));
    }
}
