package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageRange;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what a group has said and makes the message of it. Thread-safe.
record CatchupPresenter(CatchupServices catchupServices, GroupLookup chats) {

    /// Who is told, and where.
    ///
    /// @param chatId the group itself, or the reader's private chat
    /// @param person the one reader; missing when all of the group are
    record Listener(long chatId, @Nullable Author person, MessageCatalog messages) {}

    /// What is told.
    ///
    /// @param topicId as [CatchupRangeResolver] has it
    record Subject(long groupId, long topicId, MessageRange range) {

        @Nullable Long topic() {
            return topicId == CatchupRangeResolver.EVERYWHERE ? null : topicId;
        }
    }

    /// A new catch-up, which is kept for its buttons; empty when nobody has written anything.
    Optional<ReplyMessage> tell(Subject subject, Listener listener, ReplyTransaction transaction) {
        List<ChatMessage> messages =
                catchupServices.archive().messages(subject.groupId(), subject.range());
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        CatchupView view =
                CatchupView.of(
                        catchupServices.views().newId(),
                        listener.chatId(),
                        subject.groupId(),
                        subject.topic(),
                        messages);
        transaction.write(rows -> catchupServices.views().keep(view, rows));
        boolean older = messages.size() == MessageRange.MOST;
        return Optional.of(renderer(view, messages, older, listener, transaction).reply());
    }

    /// One that was told already, as its messages are now; when none of them is kept, that too.
    ReplyMessage again(
            CatchupView view,
            CatchupCallback.ShowPage page,
            Listener listener,
            ReplyTransaction transaction) {
        List<ChatMessage> messages =
                catchupServices.archive().messages(view.groupId(), view.range());
        return messages.isEmpty()
                ? ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(listener.messages()))
                : renderer(view, messages, false, listener, transaction)
                        .page(page.part(), page.number());
    }

    private CatchupRenderer renderer(
            CatchupView view,
            List<ChatMessage> messages,
            boolean older,
            Listener listener,
            ReplyTransaction transaction) {
        Catchup catchup = catchupServices.digest(messages, listener.person());
        return new CatchupRenderer(
                catchup,
                new RenderContext(
                        listener.messages(),
                        catchupServices.zones().of(view.groupId()),
                        chats.group(view.groupId(), transaction).links(),
                        listener.person() == null
                                ? RenderContext.Audience.GROUP
                                : RenderContext.Audience.PERSON,
                        view.id(),
                        older));
    }
}
