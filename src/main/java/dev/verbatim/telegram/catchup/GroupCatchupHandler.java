package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.catchup.CatchupPresenter.Listener;
import dev.verbatim.telegram.catchup.CatchupPresenter.Subject;
import dev.verbatim.telegram.chat.GroupChats;
import dev.verbatim.telegram.chat.PrivacyMode;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.CatchupChoice;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.RepliedTo;
import dev.verbatim.telegram.update.Requests;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells a group what was said in it, for all to read. Thread-safe.
final class GroupCatchupHandler {

    // Without topics, "all" can only mean all that is kept; no group keeps anything for longer.
    private static final CatchupRange ALL_KEPT = new CatchupRange.Past(Duration.ofDays(30));

    private final CatchupServices catchupServices;
    private final GroupChats chats;
    private final CatchupPresenter telling;
    private final PrivacyMode privacy;

    GroupCatchupHandler(CatchupServices catchupServices, GroupChats chats, PrivacyMode privacy) {
        this.catchupServices = catchupServices;
        this.chats = chats;
        this.telling = new CatchupPresenter(catchupServices, chats);
        this.privacy = privacy;
    }

    /// The command, in a group.
    void command(Incoming.Commanded commanded, MessageCatalog messages, Turn turn) {
        Origin origin = commanded.origin();
        Optional<CatchupRequest> request = CatchupRequest.read(commanded.payload());
        if (catchupServices.archive().consent(origin.chatId()).isEmpty()) {
            turn.say(Requests.reply(origin, ArchivePanel.off(messages)));
        } else if (!privacy.reaches(origin.chatId(), turn)) {
            say(origin, Phrase.CATCHUP_DEAF.in(messages), turn);
        } else if (request.isEmpty()) {
            say(origin, Phrase.CATCHUP_USAGE.in(messages), turn);
        } else {
            Requests.typing(origin, turn);
            tell(origin, ranged(request.get(), commanded.repliedTo()), messages, turn);
        }
    }

    /// What it replies to says since when, unless something else does.
    private static CatchupRequest ranged(CatchupRequest request, @Nullable RepliedTo target) {
        return target != null && request.range() instanceof CatchupRange.SinceMine
                ? new CatchupRequest(
                        new CatchupRange.SinceMessage(target.messageId()), request.everywhere())
                : request;
    }

    private void tell(Origin origin, CatchupRequest request, MessageCatalog messages, Turn turn) {
        long group = origin.chatId();
        long topic = topic(origin, request, turn);
        String all = Author.id(group);
        MessageArchive archive = catchupServices.archive();
        var span =
                new CatchupRangeResolver(
                        archive,
                        catchupServices.clock(),
                        group,
                        topic,
                        Author.id(origin.personId()),
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
                        span.of(range, origin.messageId(), catchupServices.zones().of(group)));
        Reply reply =
                telling.tell(subject, new Listener(group, null, messages), turn)
                        .orElseGet(() -> Reply.of(Phrase.CATCHUP_EMPTY.in(messages)));
        turn.write(rows -> archive.caughtUp(group, topic, all, rows));
        turn.say(Requests.reply(origin, reply));
    }

    /// A forum's topics are talks of their own.
    private long topic(Origin origin, CatchupRequest request, Turn turn) {
        if (request.everywhere()) {
            return CatchupRangeResolver.EVERYWHERE;
        }
        Integer topic = origin.topicId();
        if (topic != null) {
            return topic;
        }
        return chats.group(origin.chatId(), turn).forum() ? 0 : CatchupRangeResolver.EVERYWHERE;
    }

    /// A button that turns pages, in a group.
    void turnPage(
            Incoming.Pressed pressed, CatchupChoice.Page page, MessageCatalog messages, Turn turn) {
        Origin origin = pressed.origin();
        Optional<CatchupView> view = catchupServices.views().find(origin.chatId(), page.view());
        Requests.acknowledge(
                pressed, view.isPresent() ? "" : Phrase.BUTTON_LOST.in(messages), turn);
        var listener = new Listener(origin.chatId(), null, messages);
        view.map(found -> telling.again(found, page, listener, turn))
                .ifPresent(reply -> turn.say(Requests.edit(origin, reply)));
    }

    /// A button that leads to a message which has no address.
    void jump(Incoming.Pressed pressed, long message, MessageCatalog messages, Turn turn) {
        Origin target = pressed.origin().at(Math.toIntExact(message));
        boolean there = Requests.pointAt(target, Phrase.CATCHUP_JUMP.in(messages), turn);
        Requests.acknowledge(pressed, there ? "" : Phrase.CATCHUP_JUMP_GONE.in(messages), turn);
    }

    private static void say(Origin origin, String text, Turn turn) {
        turn.say(Requests.reply(origin, Reply.of(text)));
    }
}
