package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The updates that were taken: each once, in the order they came, until they are done.
/// Thread-safe.
final class Inbox {

    // After a week without updates Telegram goes on with a random number, which may be one of
    // before.
    private static final Duration NUMBERS_HOLD = Duration.ofDays(7);
    private static final int FULL_POLL = 100;

    private static final String COLUMNS =
            "select update_id, place, person_id, asked_at, attempts, content from inbox"
                    + " where chat_id = :chat and state = 'waiting' ";

    private final Store store;
    private final ChatRegistry chats;
    private final Clock clock;
    private Instant caughtUp;

    Inbox(Store store, ChatRegistry chats, Clock clock) {
        this.store = store;
        this.chats = chats;
        this.clock = clock;
        this.caughtUp = lastReceived();
    }

    /// Returns when the updates will outlive the process; those known already are passed over.
    ///
    /// @return the chats that have something to be worked on now
    synchronized Set<Long> add(List<JsonNode> updates) {
        Instant now = clock.instant();
        List<RawUpdate> fresh =
                updates.stream().map(json -> RawUpdate.of(json, caughtUp, now)).toList();
        Set<Long> waking = fresh.isEmpty() ? Set.of() : store.write(rows -> add(rows, fresh, now));
        if (updates.size() < FULL_POLL) {
            caughtUp = now;
        }
        return waking;
    }

    List<Long> chatsWaiting() {
        return store.read(
                rows ->
                        rows.sql("select distinct chat_id from inbox where state = 'waiting'")
                                .query(Long.class)
                                .list());
    }

    /// The place of the last update; 0 in an empty inbox.
    long lastPlace() {
        return store.read(Inbox::lastPlace);
    }

    /// The first of a chat that waits.
    ///
    /// @param notOf people whose updates are passed over
    Optional<PendingUpdate> next(long chatId, Collection<Long> notOf) {
        return store.read(
                rows ->
                        notOf.isEmpty()
                                ? rows.sql(COLUMNS + "order by place limit 1")
                                        .param("chat", chatId)
                                        .query(PendingUpdate.class)
                                        .optional()
                                : rows.sql(
                                                COLUMNS
                                                        + "and person_id not in (:people)"
                                                        + " order by place limit 1")
                                        .param("chat", chatId)
                                        .param("people", notOf)
                                        .query(PendingUpdate.class)
                                        .optional());
    }

    /// The first of a chat that wait since before some time.
    List<PendingUpdate> waitingSince(long chatId, Instant before, int limit) {
        return store.read(
                rows ->
                        rows.sql(COLUMNS + "and asked_at < :before order by place limit :limit")
                                .param("chat", chatId)
                                .param("before", before.toEpochMilli())
                                .param("limit", limit)
                                .query(PendingUpdate.class)
                                .list());
    }

    /// It is begun once more; what ends the process again and again is known by this.
    void begin(PendingUpdate update) {
        store.write(
                rows ->
                        rows.sql("update inbox set attempts = attempts + 1 where update_id = :id")
                                .param("id", update.updateId())
                                .update());
    }

    static void done(JdbcClient rows, long updateId) {
        rows.sql("update inbox set state = 'done', content = null where update_id = :id")
                .param("id", updateId)
                .update();
    }

    /// It is given up. One of a private chat is kept for whoever wants to know why; a group, whose
    /// numbers are below zero, hasn't agreed to that.
    static void park(JdbcClient rows, long updateId) {
        rows.sql(
                        "update inbox set state = 'parked', content = case when chat_id < 0 then"
                                + " null else content end where update_id = :id")
                .param("id", updateId)
                .update();
    }

    long count(String state) {
        return store.read(
                rows ->
                        rows.sql("select count(*) from inbox where state = :state")
                                .param("state", state)
                                .query(Long.class)
                                .single());
    }

    /// Forgets what was done long ago.
    void tidy() {
        long before = clock.instant().minus(NUMBERS_HOLD).toEpochMilli();
        store.write(
                rows ->
                        rows.sql(
                                        "delete from inbox where received_at < :before and state <>"
                                                + " 'waiting'")
                                .param("before", before)
                                .update());
    }

    private Set<Long> add(JdbcClient rows, List<RawUpdate> updates, Instant now) {
        long place = lastPlace(rows);
        Set<Long> waking = new HashSet<>();
        List<RawUpdate> fresh = new ArrayList<>();
        for (RawUpdate update : updates) {
            place++;
            if (insert(rows, update, place, now)) {
                waking.add(update.chatId());
                fresh.add(update);
            }
        }
        fresh.forEach(update -> chats.heard(rows, update));
        return waking;
    }

    private static boolean insert(JdbcClient rows, RawUpdate update, long place, Instant now) {
        return rows.sql(
                                """
                                insert into inbox (update_id, place, chat_id, person_id, asked_at,
                                    received_at, attempts, state, content)
                                values (:id, :place, :chat, :person, :asked, :received, 0,
                                    'waiting', :content)
                                on conflict (update_id) do nothing
                                """)
                        .param("id", update.updateId())
                        .param("place", place)
                        .param("chat", update.chatId())
                        .param("person", update.personId())
                        .param("asked", update.askedAt().toEpochMilli())
                        .param("received", now.toEpochMilli())
                        .param("content", update.content().toString())
                        .update()
                > 0;
    }

    private static long lastPlace(JdbcClient rows) {
        return rows.sql("select coalesce(max(place), 0) from inbox").query(Long.class).single();
    }

    private Instant lastReceived() {
        return Instant.ofEpochMilli(
                store.read(
                        rows ->
                                rows.sql("select coalesce(max(received_at), 0) from inbox")
                                        .query(Long.class)
                                        .single()));
    }
}
