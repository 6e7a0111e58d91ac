package dev.verbatim.telegram.archive;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.update.GroupPost;
import dev.verbatim.telegram.update.GroupPostDecoder;
import java.time.Instant;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Keeps what groups say that have agreed to it. Thread-safe.
public record GroupMessageCollector(MessageArchive archive) {

    /// Whether nothing of an update may be kept: it is said in a group that hasn't agreed, or by
    /// who has opted out.
    public boolean mayKeepNothingOf(Update update) {
        return GroupPostDecoder.isOfGroup(update)
                && !isMoving(update)
                && GroupPostDecoder.decode(update)
                        .filter(
                                post ->
                                        archive.mayKeep(
                                                post.chatId(), post.message().author().id()))
                        .isEmpty();
    }

    private static boolean isMoving(Update update) {
        return update.getMessage() != null
                && (update.getMessage().getMigrateToChatId() != null
                        || update.getMessage().getMigrateFromChatId() != null);
    }

    /// Keeps what is said, or that it is said otherwise now.
    public void hear(Update update, ReplyTransaction transaction) {
        Optional<GroupPost> heard = GroupPostDecoder.decode(update);
        heard.filter(said -> archive.mayKeep(said.chatId(), said.message().author().id()))
                .ifPresent(said -> keep(said, transaction));
    }

    private void keep(GroupPost post, ReplyTransaction transaction) {
        ChatMessage message = post.message();
        Instant editedAt = post.editedAt();
        transaction.write(
                rows -> {
                    if (editedAt == null) {
                        archive.keep(post.chatId(), message, rows);
                    } else {
                        archive.edit(post.chatId(), message, editedAt, rows);
                    }
                });
    }

    /// An update was written down that is nothing to us: before we knew who we are, or before
    /// somebody opted out. Nothing of it is left when the turn is committed.
    public void wipe(ReplyTransaction transaction) {
        transaction.write(_ -> archive.scrub());
    }
}
