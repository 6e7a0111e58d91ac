package dev.verbatim.telegram.catchup;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the daily digests, and of the groups' time zones. Thread-safe.
final class DigestStore implements ChatData {

    private final Store store;
    private final ZoneId defaultZone;

    /// @param defaultZone of groups that have set none
    DigestStore(Store store, ZoneId defaultZone) {
        this.store = store;
        this.defaultZone = defaultZone;
    }

    Optional<DailyDigest> find(long chatId) {
        return store.read(rows -> find(chatId, rows));
    }

    private static Optional<DailyDigest> find(long chatId, JdbcClient rows) {
        return rows.sql("select * from digest where chat_id = :chat")
                .param("chat", chatId)
                .query(DigestStore::read)
                .optional();
    }

    /// The digests that are due, the oldest first.
    List<DailyDigest> due(Instant now) {
        return store.read(
                rows ->
                        rows.sql("select * from digest where due_at <= :now order by due_at")
                                .param("now", now.toEpochMilli())
                                .query(DigestStore::read)
                                .list());
    }

    static void save(DailyDigest digest, JdbcClient rows) {
        delete(digest.chatId(), rows);
        LocalDate last = digest.lastDay();
        rows.sql(
                        """
                        insert into digest (chat_id, topic_id, time_of_day, language, due_at,
                            due_day, last_day, told_message, told_until)
                        values (:chat, :topic, :at, :language, :due, :day, :last, :message, :until)
                        """)
                .param("chat", digest.chatId())
                .param("topic", digest.topicId())
                .param("at", digest.time().toString())
                .param("language", digest.language().getLanguage())
                .param("due", digest.due().toEpochMilli())
                .param("day", digest.dueDay().toEpochDay())
                .param("last", last == null ? null : last.toEpochDay())
                .param("message", digest.reportedMessage())
                .param("until", digest.reportedUntil().toEpochMilli())
                .update();
    }

    /// Replaces the digest that was due by the next one.
    ///
    /// @throws IllegalStateException when that one was changed meanwhile: then the whole
    ///   transaction must fail
    static void replace(DailyDigest due, DailyDigest next, JdbcClient rows) {
        if (!find(due.chatId(), rows).equals(Optional.of(due))) {
            throw new IllegalStateException(
                    "the digest of chat " + due.chatId() + " was changed meanwhile");
        }
        save(next, rows);
    }

    static void delete(long chatId, JdbcClient rows) {
        rows.sql("delete from digest where chat_id = :chat").param("chat", chatId).update();
    }

    ZoneId zoneOf(long chatId) {
        return store.read(rows -> findZone(chatId, rows)).orElse(defaultZone);
    }

    /// The zone that somebody has typed, in any case; empty when there is none.
    static Optional<ZoneId> parseZone(String typed) {
        String name =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(typed::equalsIgnoreCase)
                        .findAny()
                        .orElse(typed);
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty(); // there is none
        }
    }

    static void saveZone(long chatId, ZoneId zone, JdbcClient rows) {
        deleteZone(chatId, rows);
        rows.sql("insert into chat_time_zone (chat_id, zone) values (:chat, :zone)")
                .param("chat", chatId)
                .param("zone", zone.getId())
                .update();
    }

    private static Optional<ZoneId> findZone(long chatId, JdbcClient rows) {
        return rows.sql("select zone from chat_time_zone where chat_id = :chat")
                .param("chat", chatId)
                .query(String.class)
                .optional()
                .flatMap(DigestStore::parseZone);
    }

    private static void deleteZone(long chatId, JdbcClient rows) {
        rows.sql("delete from chat_time_zone where chat_id = :chat").param("chat", chatId).update();
    }

    /// A supergroup numbers its messages differently, so the last message is forgotten.
    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        rows.sql(
                        "delete from digest where chat_id = :to and exists"
                                + " (select 1 from digest as old where old.chat_id = :from)")
                .param("to", to)
                .param("from", from)
                .update();
        rows.sql("update digest set chat_id = :to, told_message = null where chat_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
        findZone(from, rows).ifPresent(zone -> saveZone(to, zone, rows));
        deleteZone(from, rows);
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete(chatId, rows);
        deleteZone(chatId, rows);
    }

    private static DailyDigest read(ResultSet row, int ignoredNumber) throws SQLException {
        long last = row.getLong("last_day");
        LocalDate lastDay = row.wasNull() ? null : LocalDate.ofEpochDay(last);
        long message = row.getLong("told_message");
        Long toldMessage = row.wasNull() ? null : message;
        return new DailyDigest(
                row.getLong("chat_id"),
                row.getInt("topic_id"),
                LocalTime.parse(row.getString("time_of_day")),
                Locale.of(row.getString("language")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                LocalDate.ofEpochDay(row.getLong("due_day")),
                lastDay,
                toldMessage,
                Instant.ofEpochMilli(row.getLong("told_until")));
    }
}
