package dev.verbatim.group;

import dev.verbatim.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An archive of group messages. It stores nothing without the group's consent, nor of authors who
/// have opted out. Thread-safe.
///
/// A group is identified by its chat id at Telegram. Reads see what is committed, and nothing older
/// than the group has agreed to. Writes take the rows of the caller's transaction and are
/// idempotent. Deletions are final once that transaction is committed: see [Store#eraseDeleted].
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

    /// Starts to store the group's messages, or changes for how long they are stored.
    public void grantConsent(long chatId, Consent consent, JdbcClient rows) {
        ConsentTable.save(chatId, consent, rows);
        deleteOlder(chatId, consent, rows);
    }

    /// Stops storing the group's messages and deletes those that are stored.
    public void revokeConsent(long chatId, JdbcClient rows) {
        ConsentTable.delete(chatId, rows);
        deleteAll(chatId, rows);
    }

    /// The messages of a range, oldest first.
    public List<ChatMessage> messages(long chatId, MessageRange range) {
        return store.read(
                rows ->
                        ConsentTable.find(chatId, rows)
                                .map(consent -> kept(range, consent))
                                .map(kept -> MessageTable.find(kept, chatId, rows))
                                .orElse(List.of()));
    }

    /// A message by its id.
    public Optional<ChatMessage> find(long chatId, long messageId) {
        return messages(chatId, MessageRange.ALL.after(messageId - 1).before(messageId + 1))
                .stream()
                .findFirst();
    }

    /// The last message of an author in a range.
    ///
    /// @param author see [ChatMessage.Author#id()]
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

    /// Whether the group has agreed and the author hasn't opted out.
    ///
    /// @param author see [ChatMessage.Author#id()]
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
        return erased(MessageTable.delete(chatId, "message_id = :value", messageId, rows)) > 0;
    }

    /// Deletes all messages of an author.
    ///
    /// @param author see [ChatMessage.Author#id()]
    /// @return how many messages that were
    public int deleteAllBy(long chatId, String author, JdbcClient rows) {
        return erased(MessageTable.delete(chatId, "author_id = :value", author, rows));
    }

    /// Deletes all messages of the group.
    ///
    /// @return how many messages that were
    public int deleteAll(long chatId, JdbcClient rows) {
        CatchupTimeTable.deleteAll(chatId, rows);
        return erased(MessageTable.delete(chatId, "chat_id = :value", chatId, rows));
    }

    /// Stops storing an author's messages and deletes those that are stored.
    ///
    /// @param author see [ChatMessage.Author#id()]
    /// @return how many messages that were
    public int optOut(long chatId, String author, JdbcClient rows) {
        ConsentTable.optOut(chatId, author, rows);
        CatchupTimeTable.delete(chatId, author, rows);
        return deleteAllBy(chatId, author, rows);
    }

    /// Stores an author's messages again.
    public void optIn(long chatId, String author, JdbcClient rows) {
        ConsentTable.optIn(chatId, author, rows);
    }

    public boolean isOptedOut(long chatId, String author) {
        return store.read(rows -> ConsentTable.isOptedOut(chatId, author, rows));
    }

    /// When a reader last got a catch-up.
    ///
    /// @param topic see [ChatMessage#topic()]
    /// @param reader see [ChatMessage.Author#id()]; the group's own for a catch-up that everybody
    ///   saw
    public Optional<Instant> lastCatchupAt(long chatId, long topic, String reader) {
        return store.read(rows -> CatchupTimeTable.last(chatId, topic, reader, rows));
    }

    /// Records that a reader gets a catch-up now.
    public void recordCatchup(long chatId, long topic, String reader, JdbcClient rows) {
        CatchupTimeTable.set(chatId, topic, reader, clock.instant(), rows);
    }

    /// Moves a group that has become a supergroup: it has another chat id, and its message ids
    /// start again. Messages from before get negative ids, in the same order.
    public void moveTo(long from, long to, JdbcClient rows) {
        ConsentTable.move(from, to, rows);
        MessageTable.move(from, to, rows);
        CatchupTimeTable.deleteAll(from, rows);
    }

    /// Deletes a group that the bot has left: only who has opted out is remembered.
    public void deleteGroup(long chatId, JdbcClient rows) {
        revokeConsent(chatId, rows);
    }

    /// Overwrites what was deleted elsewhere; see [Store#eraseDeleted].
    public void eraseDeleted() {
        store.eraseDeleted();
    }

    /// Deletes messages that are older than their group has agreed to.
    public void deleteExpired() {
        for (long chatId : store.read(ConsentTable::groups)) {
            store.write(
                    rows ->
                            ConsentTable.find(chatId, rows)
                                    .map(consent -> deleteOlder(chatId, consent, rows))
                                    .orElse(0));
        }
        store.write(_ -> erased(1)); // also what other tables deleted since the last time
    }

    private int deleteOlder(long chatId, Consent consent, JdbcClient rows) {
        long oldest = consent.oldest(clock.instant()).toEpochMilli();
        return erased(MessageTable.delete(chatId, "sent_at < :value", oldest, rows));
    }

    private int erased(int deleted) {
        if (deleted > 0) {
            store.eraseDeleted();
        }
        return deleted;
    }

    /// The messages of an import that may be added to the archive, and how many may not and why.
    ///
    /// @param fresh those that may be added
    /// @param tooOld how many are older than the group has agreed to
    /// @param optedOut how many are by people who have opted out
    /// @param known how many are in the archive already
    public record ImportPreview(List<ChatMessage> fresh, int tooOld, int optedOut, int known) {

        public ImportPreview {
            fresh = List.copyOf(fresh);
        }

        /// @param oldest the time before which nothing may be kept
        /// @param optedOut the ids of those who have opted out
        /// @param known the ids of the messages in the archive
        static ImportPreview of(
                List<ChatMessage> messages, Instant oldest, Set<String> optedOut, Set<Long> known) {
            List<ChatMessage> recent =
                    messages.stream().filter(message -> !message.time().isBefore(oldest)).toList();
            List<ChatMessage> permitted =
                    recent.stream()
                            .filter(message -> !optedOut.contains(message.author().id()))
                            .toList();
            Set<Long> seen = new HashSet<>(known);
            List<ChatMessage> fresh =
                    permitted.stream().filter(message -> seen.add(message.id())).toList();
            return new ImportPreview(
                    fresh,
                    messages.size() - recent.size(),
                    recent.size() - permitted.size(),
                    permitted.size() - fresh.size());
        }
    }
}
