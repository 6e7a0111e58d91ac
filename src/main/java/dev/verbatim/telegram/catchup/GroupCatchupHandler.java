package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.catchup.CatchupPresenter.Listener;
import dev.verbatim.telegram.catchup.CatchupPresenter.Subject;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.RepliedTo;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a group what was said in it, for all to read. Thread-safe.
final class GroupCatchupHandler {

    // Without topics, "all" can only mean all that is kept; no group keeps anything for longer.
    private static final CatchupRange ALL_KEPT = new CatchupRange.Past(Duration.ofDays(30));

    private final CatchupServices catchupServices;
    private final GroupLookup chats;
    private final CatchupPresenter telling;
    private final PrivacyMode privacy;

    GroupCatchupHandler(CatchupServices catchupServices, GroupLookup chats, PrivacyMode privacy) {
        this.catchupServices = catchupServices;
        this.chats = chats;
        this.telling = new CatchupPresenter(catchupServices, chats);
        this.privacy = privacy;
    }

    /// The command, in a group.
    void command(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        Optional<CatchupRequest> request = CatchupRequest.read(commanded.payload());
        if (catchupServices.archive().consent(context.chatId()).isEmpty()) {
            transaction.say(CallFactory.reply(context, ArchivePanel.off(messages)));
        } else if (!privacy.botSeesAllMessages(context.chatId(), transaction)) {
            say(context, MessageKey.CATCHUP_DEAF.in(messages), transaction);
        } else if (request.isEmpty()) {
            say(context, MessageKey.CATCHUP_USAGE.in(messages), transaction);
        } else {
            CallFactory.typing(context, transaction);
            tell(context, ranged(request.get(), commanded.repliedTo()), messages, transaction);
        }
    }

    /// What it replies to says since when, unless something else does.
    private static CatchupRequest ranged(CatchupRequest request, @Nullable RepliedTo target) {
        return target != null && request.range() instanceof CatchupRange.SinceMine
                ? new CatchupRequest(
                        new CatchupRange.SinceMessage(target.messageId()), request.everywhere())
                : request;
    }

    private void tell(
            MessageContext context,
            CatchupRequest request,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        long group = context.chatId();
        long topic = topic(context, request, transaction);
        String all = Author.id(group);
        MessageArchive archive = catchupServices.archive();
        var span =
                new CatchupRangeResolver(
                        archive,
                        catchupServices.clock(),
                        group,
                        topic,
                        Author.id(context.personId()),
                        all);
        boolean allKept =
                topic == CatchupRangeResolver.EVERYWHERE
                        && request.everywhere()
                        && request.range() instanceof CatchupRange.SinceMine;
        CatchupRange range = allKept ? ALL_KEPT : request.range();
        var subject =
                new Subject(
                        group,
                        topic,
                        span.of(range, context.messageId(), catchupServices.zones().of(group)));
        ReplyMessage reply =
                telling.tell(subject, new Listener(group, null, messages), transaction)
                        .orElseGet(() -> ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(messages)));
        transaction.write(rows -> archive.caughtUp(group, topic, all, rows));
        transaction.say(CallFactory.reply(context, reply));
    }

    /// A forum's topics are talks of their own.
    private long topic(
            MessageContext context, CatchupRequest request, ReplyTransaction transaction) {
        if (request.everywhere()) {
            return CatchupRangeResolver.EVERYWHERE;
        }
        Integer topic = context.topicId();
        if (topic != null) {
            return topic;
        }
        return chats.group(context.chatId(), transaction).forum()
                ? 0
                : CatchupRangeResolver.EVERYWHERE;
    }

    /// A button that turns pages, in a group.
    void turnPage(
            Incoming.Pressed pressed,
            CatchupCallback.ShowPage page,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Optional<CatchupView> view = catchupServices.views().find(context.chatId(), page.view());
        CallFactory.acknowledge(
                pressed, view.isPresent() ? "" : MessageKey.BUTTON_LOST.in(messages), transaction);
        var listener = new Listener(context.chatId(), null, messages);
        view.map(found -> telling.again(found, page, listener, transaction))
                .ifPresent(reply -> transaction.say(CallFactory.edit(context, reply)));
    }

    /// A button that leads to a message which has no address.
    void jump(
            Incoming.Pressed pressed,
            long message,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext target = pressed.context().at(Math.toIntExact(message));
        boolean there =
                CallFactory.pointAt(target, MessageKey.CATCHUP_JUMP.in(messages), transaction);
        CallFactory.acknowledge(
                pressed, there ? "" : MessageKey.CATCHUP_JUMP_GONE.in(messages), transaction);
    }

    private static void say(MessageContext context, String text, ReplyTransaction transaction) {
        transaction.say(CallFactory.reply(context, ReplyMessage.of(text)));
    }
}
