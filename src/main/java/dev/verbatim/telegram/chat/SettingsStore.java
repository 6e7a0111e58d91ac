package dev.verbatim.telegram.chat;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.message.AnswerLength;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of the chats' settings. Thread-safe.
public final class SettingsStore implements ChatData {

    private static final List<String> TABLES = List.of("chat_settings", "chat_article");

    private final Store store;

    public SettingsStore(Store store) {
        this.store = store;
    }

    public ChatSettings load(long chatId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select language, answer_length from chat_settings"
                                                + " where chat_id = :chat")
                                .param("chat", chatId)
                                .query(
                                        (row, _) ->
                                                new ChatSettings(
                                                        Locale.of(row.getString("language")),
                                                        AnswerLength.fromCode(
                                                                row.getString("answer_length")),
                                                        articles(chatId, rows)))
                                .optional()
                                .orElse(ChatSettings.DEFAULT));
    }

    private static Set<String> articles(long chatId, JdbcClient rows) {
        return new HashSet<>(
                rows.sql("select article_id from chat_article where chat_id = :chat")
                        .param("chat", chatId)
                        .query(String.class)
                        .list());
    }

    public static void save(long chatId, ChatSettings settings, JdbcClient rows) {
        delete(chatId, rows);
        rows.sql(
                        """
                        insert into chat_settings (chat_id, language, answer_length)
                        values (:chat, :language, :length)
                        """)
                .param("chat", chatId)
                .param("language", settings.language().getLanguage())
                .param("length", settings.length().code())
                .update();
        for (String article : settings.articleIds()) {
            rows.sql("insert into chat_article (chat_id, article_id) values (:chat, :article)")
                    .param("chat", chatId)
                    .param("article", article)
                    .update();
        }
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        if (isKept(from, rows)) {
            delete(to, rows);
            TABLES.forEach(
                    table ->
                            rows.sql("update " + table + " set chat_id = :to where chat_id = :from")
                                    .param("to", to)
                                    .param("from", from)
                                    .update());
        }
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        delete(chatId, rows);
    }

    private static boolean isKept(long chatId, JdbcClient rows) {
        return rows.sql("select count(*) from chat_settings where chat_id = :chat")
                        .param("chat", chatId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void delete(long chatId, JdbcClient rows) {
        TABLES.forEach(
                table ->
                        rows.sql("delete from " + table + " where chat_id = :chat")
                                .param("chat", chatId)
                                .update());
    }
}
