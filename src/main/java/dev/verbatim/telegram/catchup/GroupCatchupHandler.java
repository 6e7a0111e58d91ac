package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Incoming.RepliedTo;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A handler of catch-up commands and buttons in groups, where everybody reads the result.
/// Thread-safe.
public final class GroupCatchupHandler implements CommandHandler, CallbackHandler<CatchupCallback> {

    // Without topics, "all" can only mean all that is kept; no group keeps anything for longer.
    static final Range ALL_KEPT = new Range.Past(Duration.ofDays(30));

    private final CatchupService catchups;
    private final ChatAdmins admins;
    private final PersonalCatchupHandler inPrivate;
    private final LiveCatchupHandler live;

    public GroupCatchupHandler(
            CatchupService catchups, ChatAdmins admins, PersonalCatchupHandler inPrivate) {
        this.catchups = catchups;
        this.admins = admins;
        this.inPrivate = inPrivate;
        this.live = new LiveCatchupHandler(catchups, admins);
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.CATCHUP,
                (command, responder) ->
                        handle(command, MessageKey.CATCHUP_USAGE, this::catchUp, responder),
                Command.MAP,
                (command, responder) ->
                        handle(command, MessageKey.MAP_USAGE, this::map, responder));
    }

    @Override
    public boolean handlesCommandsIn(ChatKind kind) {
        return kind.isGroup();
    }

    /// The same of all topics, or of the one where it is asked for.
    private void changeLive(CatchupRequest.Live wish, Responder responder) {
        var place = new CatchupRequest(new Range.SinceLast(), wish.everywhere());
        responder.send(live.change(wish, topic(place, responder), responder));
    }

    /// @param work on the messages that the command means
    private void handle(
            Incoming.Commanded command,
            MessageKey usage,
            BiConsumer<CatchupRequest, Responder> work,
            Responder responder) {
        long group = responder.context().chatId();
        Optional<CatchupRequest> request = CatchupRequest.parse(command.payload());
        Optional<CatchupRequest.Live> wish = CatchupRequest.Live.parse(command.payload());
        if (catchups.archive().consent(group).isEmpty()) {
            responder.reply(ArchivePanel.archiveIsOff(responder.messages()));
        } else if (!admins.botSeesAllMessages(group, responder.transaction())) {
            responder.send(MessageKey.CATCHUP_DEAF);
        } else if (wish.isPresent() && command.command() == Command.CATCHUP) {
            changeLive(wish.get(), responder);
        } else if (request.isEmpty()) {
            responder.send(usage);
        } else {
            CallFactory.typing(responder.context(), responder.transaction());
            work.accept(sinceReplied(request.get(), command.repliedTo()), responder);
        }
    }

    /// A command that replies to a message and names no range means: since that message.
    private static CatchupRequest sinceReplied(CatchupRequest request, @Nullable RepliedTo target) {
        return target != null && request.range() instanceof Range.SinceMine
                ? new CatchupRequest(
                        new Range.SinceMessage(target.messageId()), request.everywhere())
                : request;
    }

    private void catchUp(CatchupRequest request, Responder responder) {
        MessageContext context = responder.context();
        long group = context.chatId();
        long topic = topic(request, responder);
        String all = Author.id(group);
        boolean allKept =
                topic == CatchupService.ALL_TOPICS
                        && request.everywhere()
                        && request.range() instanceof Range.SinceMine;
        Range range = allKept ? ALL_KEPT : request.range();
        Scope scope = scope(range, topic, responder);
        ReplyMessage reply =
                catchups.create(scope, audience(responder), responder.transaction())
                        .orElseGet(() -> responder.text(MessageKey.CATCHUP_EMPTY));
        responder
                .transaction()
                .write(rows -> catchups.archive().recordCatchup(group, topic, all, rows));
        responder.reply(reply);
    }

    /// Without a range it is of all that is kept.
    private void map(CatchupRequest request, Responder responder) {
        Range range = request.range() instanceof Range.SinceMine ? ALL_KEPT : request.range();
        Scope scope = scope(range, topic(request, responder), responder);
        catchups.articleTalk(scope, audience(responder), responder.transaction())
                .ifPresentOrElse(
                        talk -> {
                            responder.reply(talk.text());
                            talk.sendPicture(responder.context(), responder.transaction());
                        },
                        () -> responder.send(MessageKey.MAP_EMPTY));
    }

    private Scope scope(Range range, long topic, Responder responder) {
        MessageContext context = responder.context();
        long group = context.chatId();
        var rangeContext =
                new RangeContext(
                        group,
                        topic,
                        Author.id(context.personId()),
                        Author.id(group),
                        context.messageId());
        return new Scope(group, topic, catchups.resolve(range, rangeContext));
    }

    private static Audience audience(Responder responder) {
        return new Audience(responder.context().chatId(), null, responder.messages());
    }

    /// In a forum a catch-up covers the topic it is asked for in.
    private long topic(CatchupRequest request, Responder responder) {
        if (request.everywhere()) {
            return CatchupService.ALL_TOPICS;
        }
        Integer topic = responder.context().topicId();
        if (topic != null) {
            return topic;
        }
        long group = responder.context().chatId();
        return catchups.groups().group(group, responder.transaction()).forum()
                ? 0
                : CatchupService.ALL_TOPICS;
    }

    @Override
    public Class<CatchupCallback> callbackType() {
        return CatchupCallback.class;
    }

    @Override
    public boolean handlesButtonsIn(ChatKind kind) {
        return kind.isGroup();
    }

    @Override
    public void handle(Incoming.Pressed pressed, CatchupCallback choice, Responder responder) {
        switch (choice) {
            case CatchupCallback.ShowPage page -> showPage(pressed, page, responder);
            case CatchupCallback.SendPrivately(long view) ->
                    inPrivate.sender().sendPrivately(pressed, view, responder);
            case CatchupCallback.SendNew(long view) ->
                    inPrivate.sender().sendNew(pressed, view, responder);
            case CatchupCallback.JumpToMessage(long message) -> jumpTo(pressed, message, responder);
            case CatchupCallback.ShowGroup _, CatchupCallback.ShowMap _ ->
                    responder.notify(pressed, MessageKey.BUTTON_LOST); // only private chats
        }
    }

    private void showPage(
            Incoming.Pressed pressed, CatchupCallback.ShowPage page, Responder responder) {
        Optional<CatchupViewStore.View> view =
                catchups.views().find(responder.context().chatId(), page.view());
        if (view.isEmpty()) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
        } else if (pressed.ephemeralId() != 0) {
            inPrivate.sender().showPageAlone(pressed, view.get(), page, responder);
        } else {
            responder.acknowledge(pressed);
            responder.edit(
                    pressed,
                    catchups.page(view.get(), page, audience(responder), responder.transaction()));
        }
    }

    /// Shows a message without an address by replying to it.
    private static void jumpTo(Incoming.Pressed pressed, long message, Responder responder) {
        MessageContext target = pressed.context().replyingTo(Math.toIntExact(message));
        String here = MessageKey.CATCHUP_JUMP.in(responder.messages());
        if (CallFactory.pointAt(target, here, responder.transaction())) {
            responder.acknowledge(pressed);
        } else {
            responder.notify(pressed, MessageKey.CATCHUP_JUMP_GONE);
        }
    }
}
