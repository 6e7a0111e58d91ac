package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A handler of catch-up commands and buttons in groups, where everybody reads the result.
/// Thread-safe.
final class GroupCatchupHandler {

    // Without topics, "all" can only mean all that is kept; no group keeps anything for longer.
    private static final CatchupRange ALL_KEPT = new CatchupRange.Past(Duration.ofDays(30));

    private final CatchupService catchups;
    private final PrivacyMode privacy;

    GroupCatchupHandler(CatchupService catchups, PrivacyMode privacy) {
        this.catchups = catchups;
        this.privacy = privacy;
    }

    /// The command, in a group.
    void command(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        Optional<CatchupRequest> request = CatchupRequest.parse(commanded.payload());
        if (catchups.archive().consent(context.chatId()).isEmpty()) {
            transaction.send(CallFactory.reply(context, ArchivePanel.archiveIsOff(messages)));
        } else if (!privacy.botSeesAllMessages(context.chatId(), transaction)) {
            say(context, MessageKey.CATCHUP_DEAF.in(messages), transaction);
        } else if (request.isEmpty()) {
            say(context, MessageKey.CATCHUP_USAGE.in(messages), transaction);
        } else {
            CallFactory.typing(context, transaction);
            replyWithCatchup(
                    context,
                    sinceReplied(request.get(), commanded.repliedTo()),
                    messages,
                    transaction);
        }
    }

    /// A command that replies to a message and names no range means: since that message.
    private static CatchupRequest sinceReplied(CatchupRequest request, @Nullable RepliedTo target) {
        return target != null && request.range() instanceof CatchupRange.SinceMine
                ? new CatchupRequest(
                        new CatchupRange.SinceMessage(target.messageId()), request.everywhere())
                : request;
    }

    private void replyWithCatchup(
            MessageContext context,
            CatchupRequest request,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        long group = context.chatId();
        long topic = topic(context, request, transaction);
        String all = Author.id(group);
        MessageArchive archive = catchups.archive();
        var rangeContext =
                new RangeContext(
                        group, topic, Author.id(context.personId()), all, context.messageId());
        boolean allKept =
                topic == CatchupService.ALL_TOPICS
                        && request.everywhere()
                        && request.range() instanceof CatchupRange.SinceMine;
        CatchupRange range = allKept ? ALL_KEPT : request.range();
        var scope = new Scope(group, topic, catchups.resolve(range, rangeContext));
        ReplyMessage reply =
                catchups.create(scope, new Audience(group, null, messages), transaction)
                        .orElseGet(() -> ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(messages)));
        transaction.write(rows -> archive.recordCatchup(group, topic, all, rows));
        transaction.send(CallFactory.reply(context, reply));
    }

    /// In a forum a catch-up covers the topic it is asked for in.
    private long topic(
            MessageContext context, CatchupRequest request, ReplyTransaction transaction) {
        if (request.everywhere()) {
            return CatchupService.ALL_TOPICS;
        }
        Integer topic = context.topicId();
        if (topic != null) {
            return topic;
        }
        return catchups.groups().group(context.chatId(), transaction).forum()
                ? 0
                : CatchupService.ALL_TOPICS;
    }

    /// A button that shows another page, in a group.
    void showPage(
            Incoming.Pressed pressed,
            CatchupCallback.ShowPage page,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Optional<CatchupViewStore.View> view = catchups.views().find(context.chatId(), page.view());
        CallFactory.acknowledge(
                pressed, view.isPresent() ? "" : MessageKey.BUTTON_LOST.in(messages), transaction);
        var audience = new Audience(context.chatId(), null, messages);
        view.map(found -> catchups.page(found, page, audience, transaction))
                .ifPresent(reply -> transaction.send(CallFactory.edit(context, reply)));
    }

    /// A button that shows a message without an address, by replying to it.
    void jumpTo(
            Incoming.Pressed pressed,
            long message,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext target = pressed.context().replyingTo(Math.toIntExact(message));
        boolean there =
                CallFactory.pointAt(target, MessageKey.CATCHUP_JUMP.in(messages), transaction);
        CallFactory.acknowledge(
                pressed, there ? "" : MessageKey.CATCHUP_JUMP_GONE.in(messages), transaction);
    }

    private static void say(MessageContext context, String text, ReplyTransaction transaction) {
        transaction.send(CallFactory.reply(context, ReplyMessage.of(text)));
    }
}
