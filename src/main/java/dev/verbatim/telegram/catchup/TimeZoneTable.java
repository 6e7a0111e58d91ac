package dev.verbatim.telegram.catchup;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the groups' time zones. Thread-safe.
final class TimeZoneTable implements ChatData {

    private final Store store;
    private final ZoneId defaultZone;

    /// @param defaultZone of groups that have set none
    TimeZoneTable(Store store, ZoneId defaultZone) {
        this.store = store;
        this.defaultZone = defaultZone;
    }

    ZoneId zoneOf(long chatId) {
        return store.read(
                        rows ->
                                rows.sql("select zone from chat_time_zone where chat_id = :chat")
                                        .param("chat", chatId)
                                        .query(String.class)
                                        .optional())
                .flatMap(TimeZoneTable::parse)
                .orElse(defaultZone);
    }

    /// The zone that somebody has typed, in any case; empty when there is none.
    static Optional<ZoneId> parse(String typed) {
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

    static void save(long chatId, ZoneId zone, JdbcClient rows) {
        delete(chatId, rows);
        rows.sql("insert into chat_time_zone (chat_id, zone) values (:chat, :zone)")
                .param("chat", chatId)
                .param("zone", zone.getId())
                .update();
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        Optional<String> zone =
                rows.sql("select zone from chat_time_zone where chat_id = :chat")
                        .param("chat", from)
                        .query(String.class)
                        .optional();
        zone.flatMap(TimeZoneTable::parse).ifPresent(found -> save(to, found, rows));
        delete(from, rows);
    }

    @Override
    public void chatClosed(long chatId, JdbcClient rows) {
        delete(chatId, rows);
    }

    private static void delete(long chatId, JdbcClient rows) {
        rows.sql("delete from chat_time_zone where chat_id = :chat").param("chat", chatId).update();
    }
}
