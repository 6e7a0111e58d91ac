package dev.verbatim.telegram.archive;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.DecodedUpdate.GroupPost;
import dev.verbatim.telegram.update.Incoming;
import java.time.Instant;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A collector of what is said in groups that have agreed to the archive and may use the bot. What
/// it has collected moves and vanishes with its group. Thread-safe.
public final class GroupMessageCollector implements ChatData {

    private final MessageArchive archive;
    private final LongPredicate mayUseTheBot;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public GroupMessageCollector(MessageArchive archive, LongPredicate mayUseTheBot) {
        this.archive = archive;
        this.mayUseTheBot = mayUseTheBot;
    }

    /// Whether anything of an update may be stored: not of a message in a group that hasn't agreed
    /// or may not use the bot, nor of one whose author has opted out.
    public boolean mayStore(DecodedUpdate update) {
        GroupPost post = update.post();
        return !update.groupMessage()
                || (post != null && mayStore(post.chatId(), post.message().author().id()));
    }

    /// The same of anything that an author has written in a group.
    public boolean mayStore(long chatId, String authorId) {
        return archive.mayStore(chatId, authorId) && mayUseTheBot.test(chatId);
    }

    /// Archives what is said, or that it reads otherwise now. The archive checks the group's
    /// consent again, as it may have changed since the update came.
    ///
    /// What gets no reply and isn't archived either may have waited in the inbox nevertheless: it
    /// came before its author opted out. So has the question of somebody who has opted out. Nothing
    /// of it is left when the transaction is committed. Nor is anything of a file but that it is
    /// one, such as its name.
    public void collect(DecodedUpdate update, ReplyTransaction transaction) {
        if (update.groupMessage()) {
            transaction.write(
                    rows -> {
                        boolean archived = archived(update, rows) && hasWords(update);
                        if (!archived && !mayStay(update)) {
                            archive.eraseDeleted();
                        }
                    });
        }
    }

    private static boolean hasWords(DecodedUpdate update) {
        return update.post() != null && update.post().message().hasWords();
    }

    private boolean mayStay(DecodedUpdate update) {
        return update.incoming() instanceof Incoming.Addressed addressed
                && !archive.isOptedOut(
                        addressed.context().chatId(), Author.id(addressed.context().personId()));
    }

    private boolean archived(DecodedUpdate update, JdbcClient rows) {
        GroupPost post = update.post();
        if (post == null || !mayUseTheBot.test(post.chatId())) {
            return false;
        }
        Instant editedAt = post.editedAt();
        return editedAt == null
                ? archive.store(post.chatId(), post.message(), rows)
                : archive.update(post.chatId(), post.message(), editedAt, rows);
    }

    @Override
    public void chatMoved(long from, long to, JdbcClient rows) {
        archive.moveTo(from, to, rows);
    }

    @Override
    public void chatDeleted(long chatId, JdbcClient rows) {
        archive.deleteGroup(chatId, rows);
    }
}
