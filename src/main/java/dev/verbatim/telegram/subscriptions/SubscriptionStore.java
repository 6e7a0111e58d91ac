package dev.verbatim.telegram.subscriptions;

import dev.verbatim.article.Article;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A store of who has subscribed to what, and of the articles that are still to be announced to
/// them. Thread-safe.
public final class SubscriptionStore implements ChatData {

    // As long as an article stays known as announced. By then no feed calls it new.
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private final Store store;
    private final Clock clock;

    public SubscriptionStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /// The words that a chat has subscribed to; empty ones for every article.
    public List<String> words(long chatId) {
        return of(chatId).stream().map(Subscription::words).toList();
    }

    List<Subscription> of(long chatId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select * from subscription where chat_id = :chat"
                                                + " order by created_at, words")
                                .param("chat", chatId)
                                .query(SubscriptionStore::read)
                                .list());
    }

    private static Subscription read(ResultSet row, int ignoredNumber) throws SQLException {
        return new Subscription(
                row.getLong("chat_id"),
                row.getString("words"),
                row.getInt("topic_id"),
                Locale.forLanguageTag(row.getString("language")));
    }

    void save(Subscription subscription, JdbcClient rows) {
        delete(subscription.chatId(), subscription.words(), rows);
        rows.sql(
                        """
                        insert into subscription (chat_id, words, topic_id, language, created_at)
                        values (:chat, :words, :topic, :language, :now)
                        """)
                .param("chat", subscription.chatId())
                .param("words", subscription.words())
                .param("topic", subscription.topicId())
                .param("language", subscription.language().getLanguage())
                .param("now", clock.millis())
                .update();
    }

    static void delete(long chatId, String words, JdbcClient rows) {
        rows.sql("delete from subscription where chat_id = :chat and words = :words")
                .param("chat", chatId)
                .param("words", words)
                .update();
    }

    /// Deletes all that a chat has subscribed to, and what waits to be announced there.
    public static void deleteAll(long chatId, JdbcClient rows) {
        rows.sql("delete from subscription where chat_id = :chat").param("chat", chatId).update();
        rows.sql("delete from announcement where chat_id = :chat").param("chat", chatId).update();
    }

    /// Keeps a new article waiting for those whose subscriptions it matches, if it wasn't before.
    public void announce(Article article, JdbcClient rows) {
        var topic = new Subscription.Topic(article);
        rows.sql("select * from subscription").query(SubscriptionStore::read).list().stream()
                .filter(topic::matches)
                .forEach(subscription -> announce(article.id(), subscription.chatId(), rows));
    }

    private void announce(String articleId, long chatId, JdbcClient rows) {
        rows.sql(
                        """
                        insert into announcement (chat_id, article_id, found_at, sent_at)
                        values (:chat, :article, :now, 0)
                        on conflict (chat_id, article_id) do nothing
                        """)
                .param("chat", chatId)
                .param("article", articleId)
                .param("now", clock.millis())
                .update();
    }

    /// An article that waits to be announced.
    record Waiting(String articleId, Instant found) {}

    /// Whether this instance may write.
    boolean isWorker() {
        return store.isWorker();
    }

    /// The chats for which something waits.
    List<Long> waitingChats() {
        return store.read(
                rows ->
                        rows.sql("select distinct chat_id from announcement where sent_at = 0")
                                .query(Long.class)
                                .list());
    }

    /// What waits for a chat, the oldest first.
    List<Waiting> waiting(long chatId) {
        return store.read(
                rows ->
                        rows.sql(
                                        """
                                        select article_id, found_at from announcement
                                        where chat_id = :chat and sent_at = 0
                                        order by found_at, article_id
                                        """)
                                .param("chat", chatId)
                                .query(
                                        (row, _) ->
                                                new Waiting(
                                                        row.getString("article_id"),
                                                        Instant.ofEpochMilli(
                                                                row.getLong("found_at"))))
                                .list());
    }

    /// How many messages went to a chat since a time.
    int sentSince(Instant time, long chatId) {
        return store.read(
                rows ->
                        rows.sql(
                                        "select count(distinct sent_at) from announcement"
                                                + " where chat_id = :chat and sent_at > :time")
                                .param("chat", chatId)
                                .param("time", time.toEpochMilli())
                                .query(Integer.class)
                                .single());
    }

    void markSent(long chatId, List<Waiting> announced, JdbcClient rows) {
        long now = clock.millis();
        for (Waiting one : announced) {
            rows.sql(
                            "update announcement set sent_at = :now"
                                    + " where chat_id = :chat and article_id = :article")
                    .param("now", now)
                    .param("chat", chatId)
                    .param("article", one.articleId())
                    .update();
        }
    }

    /// Gives up what can't be announced any more.
    void drop(long chatId, List<Waiting> given) {
        store.write(
                rows -> {
                    for (Waiting one : given) {
                        rows.sql(
                                        "delete from announcement where chat_id = :chat"
                                                + " and article_id = :article")
                                .param("chat", chatId)
                                .param("article", one.articleId())
                                .update();
                    }
                    return true;
                });
    }

    /// Forgets what was announced long ago.
    public void purgeExpired() {
        long before = clock.instant().minus(REMEMBERED).toEpochMilli();
        store.write(
                rows ->
                        rows.sql("delete from announcement where found_at < :before")
                                .param("before", before)
                                .update());
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        for (String table : List.of("subscription", "announcement")) {
            rows.sql(
                            "delete from "
                                    + table
                                    + " where chat_id = :to and exists (select 1 from "
                                    + table
                                    + " as old where old.chat_id = :from)")
                    .param("to", to)
                    .param("from", from)
                    .update();
            rows.sql("update " + table + " set chat_id = :to where chat_id = :from")
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        deleteAll(chatId, rows);
    }
}
