package dev.verbatim.group;

import dev.verbatim.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An archive of group messages. It stores nothing without the group's consent, nor of authors who
/// have opted out. Thread-safe.
///
/// Groups are known by their numbers at Telegram. What reads sees what is committed, and nothing
/// that is older than the group has agreed to. What writes takes the rows of somebody's
/// transaction, and may be told the same more than once. What deletes has deleted for good when
/// that is committed: see [Store#eraseDeleted].
public final class MessageArchive {

    private final Store store;
    private final Clock clock;

    public MessageArchive(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The group's consent; empty when nothing of it is stored.
    public Optional<Consent> consent(long chatId) {
        return store.read(rows -> ConsentTable.find(chatId, rows));
    }

    /// The groups that have agreed.
    public List<Long> groups() {
        return store.read(ConsentTable::groups);
    }

    /// From now on the group's messages are stored, or for another time than before.
    public void grantConsent(long chatId, Consent consent, JdbcClient rows) {
        ConsentTable.save(chatId, consent, rows);
        forgetOld(chatId, consent, rows);
    }

    /// Stores nothing of the group any more and deletes what was stored.
    public void revokeConsent(long chatId, JdbcClient rows) {
        ConsentTable.delete(chatId, rows);
        deleteAll(chatId, rows);
    }

    /// The messages of a stretch, the oldest first.
    public List<ChatMessage> messages(long chatId, MessageRange range) {
        return store.read(
                rows ->
                        ConsentTable.find(chatId, rows)
                                .map(consent -> kept(range, consent))
                                .map(kept -> MessageTable.find(kept, chatId, rows))
                                .orElse(List.of()));
    }

    /// How many there are, even if more than can be read at once.
    public int count(long chatId, MessageRange range) {
        return store.read(
                rows ->
                        ConsentTable.find(chatId, rows)
                                .map(consent -> kept(range, consent))
                                .map(kept -> MessageTable.count(kept, chatId, rows))
                                .orElse(0));
    }

    /// A message by its id.
    public Optional<ChatMessage> find(long chatId, long messageId) {
        return messages(chatId, MessageRange.ALL.after(messageId - 1).before(messageId + 1))
                .stream()
                .findFirst();
    }

    /// The last message that somebody wrote in a stretch.
    ///
    /// @param author see [Author#id()]
    public Optional<ChatMessage> lastBy(long chatId, String author, MessageRange range) {
        return store.read(
                rows ->
                        ConsentTable.find(chatId, rows)
                                .map(consent -> kept(range, consent))
                                .flatMap(kept -> MessageTable.lastBy(author, kept, chatId, rows)));
    }

    private MessageRange kept(MessageRange range, Consent consent) {
        Instant oldest = consent.oldest(clock.instant());
        return range.since().isBefore(oldest) ? range.since(oldest) : range;
    }

    /// Whether the group has agreed, and somebody hasn't opted out.
    ///
    /// @param author see [Author#id()]
    public boolean mayStore(long chatId, String author) {
        return store.read(
                rows ->
                        ConsentTable.find(chatId, rows).isPresent()
                                && !ConsentTable.isOptedOut(chatId, author, rows));
    }

    /// Keeps a message, if that may be and it isn't too old; one that is kept already stays as it
    /// is.
    ///
    /// @return whether it is new
    public boolean store(long chatId, ChatMessage message, JdbcClient rows) {
        return mayStore(chatId, message, rows) && MessageTable.add(chatId, message, rows);
    }

    private boolean mayStore(long chatId, ChatMessage message, JdbcClient rows) {
        return ConsentTable.find(chatId, rows)
                        .filter(
                                consent ->
                                        !message.time().isBefore(consent.oldest(clock.instant())))
                        .isPresent()
                && !ConsentTable.isOptedOut(chatId, message.author().id(), rows);
    }

    /// What of messages of before may be added to what is kept.
    public ImportPreview previewImport(long chatId, List<ChatMessage> messages) {
        return store.read(rows -> previewImport(chatId, messages, rows));
    }

    private ImportPreview previewImport(long chatId, List<ChatMessage> messages, JdbcClient rows) {
        Instant oldest =
                ConsentTable.find(chatId, rows)
                        .map(consent -> consent.oldest(clock.instant()))
                        .orElse(Instant.MAX);
        return ImportPreview.of(
                messages,
                oldest,
                Set.copyOf(ConsentTable.optedOut(chatId, rows)),
                MessageTable.ids(chatId, rows));
    }

    /// Adds messages of before, as far as that may be.
    ///
    /// @return how many that were
    public int importMessages(long chatId, List<ChatMessage> messages, JdbcClient rows) {
        List<ChatMessage> fresh = previewImport(chatId, messages, rows).fresh();
        fresh.forEach(message -> MessageTable.addImported(chatId, message, rows));
        return fresh.size();
    }

    /// A message reads otherwise now. One that isn't kept is not kept then either; nor does an edit
    /// count that came later than the next one.
    ///
    /// @param at when it was edited
    /// @return whether the archive has changed
    public boolean update(long chatId, ChatMessage message, Instant at, JdbcClient rows) {
        boolean changed = MessageTable.update(chatId, message, at, rows);
        if (changed) {
            store.eraseDeleted();
        }
        return changed;
    }

    /// Deletes a message.
    ///
    /// @return whether it was there
    public boolean delete(long chatId, long messageId, JdbcClient rows) {
        return scrubbed(MessageTable.delete(chatId, "message_id = :value", messageId, rows)) > 0;
    }

    /// Deletes what somebody wrote.
    ///
    /// @param author see [Author#id()]
    /// @return how many messages that were
    public int deleteAllBy(long chatId, String author, JdbcClient rows) {
        return scrubbed(MessageTable.delete(chatId, "author_id = :value", author, rows));
    }

    /// Deletes what everybody wrote.
    ///
    /// @return how many messages that were
    public int deleteAll(long chatId, JdbcClient rows) {
        CatchupTimeTable.deleteAll(chatId, rows);
        return scrubbed(MessageTable.delete(chatId, "chat_id = :value", chatId, rows));
    }

    /// Nothing that somebody writes there is kept any more, nor what was.
    ///
    /// @param author see [Author#id()]
    /// @return how many messages that were
    public int optOut(long chatId, String author, JdbcClient rows) {
        ConsentTable.optOut(chatId, author, rows);
        CatchupTimeTable.delete(chatId, author, rows);
        return deleteAllBy(chatId, author, rows);
    }

    /// From now on what somebody writes is kept again.
    public void optIn(long chatId, String author, JdbcClient rows) {
        ConsentTable.optIn(chatId, author, rows);
    }

    public boolean isOptedOut(long chatId, String author) {
        return store.read(rows -> ConsentTable.isOptedOut(chatId, author, rows));
    }

    /// When somebody was last told what they missed.
    ///
    /// @param topic see [ChatMessage#topic()]
    /// @param reader see [Author#id()]; the group's own when all of it was told
    public Optional<Instant> lastCatchupAt(long chatId, long topic, String reader) {
        return store.read(rows -> CatchupTimeTable.last(chatId, topic, reader, rows));
    }

    /// Somebody is told now what they missed.
    public void recordCatchup(long chatId, long topic, String reader, JdbcClient rows) {
        CatchupTimeTable.set(chatId, topic, reader, clock.instant(), rows);
    }

    /// A group has become a supergroup: it has another number, and numbers its messages anew. Those
    /// of before get numbers below zero, in the same order.
    public void moveTo(long from, long to, JdbcClient rows) {
        ConsentTable.move(from, to, rows);
        MessageTable.move(from, to, rows);
        CatchupTimeTable.deleteAll(from, rows);
    }

    /// We are out: nothing is left of the group but who has opted out.
    public void deleteGroup(long chatId, JdbcClient rows) {
        revokeConsent(chatId, rows);
    }

    /// Something was deleted elsewhere that nobody may find again; see [Store#eraseDeleted].
    public void scrub() {
        store.eraseDeleted();
    }

    /// Deletes what is older than it may be.
    public void tidy() {
        for (long chatId : store.read(ConsentTable::groups)) {
            store.write(
                    rows ->
                            ConsentTable.find(chatId, rows)
                                    .map(consent -> forgetOld(chatId, consent, rows))
                                    .orElse(0));
        }
        store.write(_ -> scrubbed(1)); // what others have deleted since the last time too
    }

    private int forgetOld(long chatId, Consent consent, JdbcClient rows) {
        long oldest = consent.oldest(clock.instant()).toEpochMilli();
        return scrubbed(MessageTable.delete(chatId, "sent_at < :value", oldest, rows));
    }

    private int scrubbed(int deleted) {
        if (deleted > 0) {
            store.eraseDeleted();
        }
        return deleted;
    }
}
