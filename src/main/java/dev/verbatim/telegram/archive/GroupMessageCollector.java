package dev.verbatim.telegram.archive;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.update.Heard;
import dev.verbatim.telegram.update.HeardDecoder;
import java.time.Instant;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Keeps what groups say that have agreed to it. Thread-safe.
public record GroupMessageCollector(MessageArchive archive) {

    /// Whether nothing of an update may be kept: it is said in a group that hasn't agreed, or by
    /// who has opted out.
    public boolean mayKeepNothingOf(Update update) {
        return HeardDecoder.isOfGroup(update)
                && !isMoving(update)
                && HeardDecoder.decode(update)
                        .filter(
                                heard ->
                                        archive.mayKeep(
                                                heard.chatId(), heard.message().author().id()))
                        .isEmpty();
    }

    private static boolean isMoving(Update update) {
        return update.getMessage() != null
                && (update.getMessage().getMigrateToChatId() != null
                        || update.getMessage().getMigrateFromChatId() != null);
    }

    /// Keeps what is said, or that it is said otherwise now.
    public void hear(Update update, Turn turn) {
        Optional<Heard> heard = HeardDecoder.decode(update);
        heard.filter(said -> archive.mayKeep(said.chatId(), said.message().author().id()))
                .ifPresent(said -> keep(said, turn));
    }

    private void keep(Heard heard, Turn turn) {
        ChatMessage message = heard.message();
        Instant editedAt = heard.editedAt();
        turn.write(
                rows -> {
                    if (editedAt == null) {
                        archive.keep(heard.chatId(), message, rows);
                    } else {
                        archive.edit(heard.chatId(), message, editedAt, rows);
                    }
                });
    }

    /// An update was written down that is nothing to us: before we knew who we are, or before
    /// somebody opted out. Nothing of it is left when the turn is committed.
    public void wipe(Turn turn) {
        turn.write(_ -> archive.scrub());
    }
}
