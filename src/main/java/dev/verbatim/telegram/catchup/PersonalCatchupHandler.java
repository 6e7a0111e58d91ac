package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/// A handler of catch-up commands and buttons in private chats: what was said in a group, with what
/// concerns the reader first.
///
/// Only members of the group get it: Telegram is asked each time. Thread-safe.
public final class PersonalCatchupHandler
        implements CommandHandler, CallbackHandler<CatchupCallback> {

    private final CatchupService catchups;
    private final SharedGroups groups;
    private final LongPredicate mayUseTheBot;
    private final Supplier<BotIdentity> me;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public PersonalCatchupHandler(
            CatchupService catchups, LongPredicate mayUseTheBot, Supplier<BotIdentity> me) {
        this.catchups = catchups;
        this.groups = new SharedGroups(catchups, mayUseTheBot);
        this.mayUseTheBot = mayUseTheBot;
        this.me = me;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.CATCHUP, (command, home) -> offer(command, View.CATCHUP, home),
                Command.MAP, (command, home) -> offer(command, View.MAP, home));
    }

    /// What is shown of a group.
    private enum View {
        CATCHUP(MessageKey.CATCHUP_USAGE),
        /// What it said about the articles.
        MAP(MessageKey.MAP_USAGE);

        private final MessageKey usage;

        View(MessageKey usage) {
            this.usage = usage;
        }

        CatchupCallback choice(long group, Range range) {
            return switch (this) {
                case CATCHUP -> new CatchupCallback.ShowGroup(group, range.encode());
                case MAP -> new CatchupCallback.ShowMap(group, range.encode());
            };
        }
    }

    @Override
    public boolean handlesCommandsIn(ChatKind kind) {
        return !kind.isGroup();
    }

    private void offer(Incoming.Commanded command, View view, Responder responder) {
        Optional<CatchupRequest> request = CatchupRequest.parse(command.payload());
        if (view == View.CATCHUP && CatchupRequest.Live.parse(command.payload()).isPresent()) {
            responder.send(MessageKey.LIVE_GROUPS_ONLY);
        } else if (request.isEmpty()) {
            responder.send(view.usage);
        } else {
            CallFactory.typing(responder.context(), responder.transaction());
            offer(request.get().range(), view, responder);
        }
    }

    /// The groups to choose from; with only one, what is shown of it.
    private void offer(Range range, View view, Responder responder) {
        List<Long> shared = groups.find(responder);
        switch (shared.size()) {
            case 0 -> responder.send(MessageKey.CATCHUP_NO_GROUPS);
            case 1 -> show(view, new Chosen(shared.getFirst(), range), responder, responder::send);
            default ->
                    responder.send(
                            groups.choice(shared, group -> view.choice(group, range), responder));
        }
    }

    private void show(
            View view, Chosen chosen, Responder responder, Consumer<ReplyMessage> sender) {
        switch (view) {
            case CATCHUP -> sender.accept(catchup(chosen.group(), chosen.range(), responder));
            case MAP -> map(chosen, responder, sender);
        }
    }

    /// @param range as it was asked for
    private record Chosen(long group, Range range) {}

    private void map(Chosen chosen, Responder home, Consumer<ReplyMessage> sender) {
        Optional<Author> person = groups.member(chosen.group(), home);
        Range range =
                chosen.range() instanceof Range.SinceMine
                        ? GroupCatchupHandler.ALL_KEPT
                        : chosen.range();
        Optional<MessageKey> refusal = groups.refusal(chosen.group(), person);
        if (person.isEmpty() || refusal.isPresent()) {
            sender.accept(home.text(refusal.orElse(MessageKey.CATCHUP_NOT_MEMBER)));
            return;
        }
        catchups.articleTalk(
                        scope(chosen.group(), range, home),
                        audience(person.get(), home),
                        home.transaction())
                .ifPresentOrElse(
                        talk -> {
                            sender.accept(talk.text());
                            talk.sendPicture(home.context(), home.transaction());
                        },
                        () -> sender.accept(home.text(MessageKey.MAP_EMPTY)));
    }

    private ReplyMessage catchup(long group, Range range, Responder responder) {
        return catchup(scope(group, range, responder), responder);
    }

    private Scope scope(long group, Range range, Responder responder) {
        String reader = Author.id(responder.context().personId());
        var rangeContext =
                new RangeContext(group, CatchupService.ALL_TOPICS, reader, reader, Long.MAX_VALUE);
        return new Scope(group, CatchupService.ALL_TOPICS, catchups.resolve(range, rangeContext));
    }

    /// @param home in the reader's private chat
    private ReplyMessage catchup(Scope scope, Responder home) {
        MessageArchive archive = catchups.archive();
        Optional<Author> person = groups.member(scope.groupId(), home);
        Optional<MessageKey> refusal = groups.refusal(scope.groupId(), person);
        if (person.isEmpty() || refusal.isPresent()) {
            return home.text(refusal.orElse(MessageKey.CATCHUP_NOT_MEMBER));
        }
        String reader = person.get().id();
        ReplyTransaction transaction = home.transaction();
        transaction.write(
                rows -> archive.recordCatchup(scope.groupId(), scope.topicId(), reader, rows));
        return catchups.create(scope, audience(person.get(), home), transaction)
                .orElseGet(() -> home.text(MessageKey.CATCHUP_EMPTY));
    }

    private static Audience audience(Author person, Responder home) {
        return new Audience(home.context().chatId(), person, home.messages());
    }

    @Override
    public Class<CatchupCallback> callbackType() {
        return CatchupCallback.class;
    }

    @Override
    public boolean handlesButtonsIn(ChatKind kind) {
        return !kind.isGroup();
    }

    @Override
    public void handle(Incoming.Pressed pressed, CatchupCallback choice, Responder responder) {
        switch (choice) {
            case CatchupCallback.ShowPage page -> showPage(pressed, page, responder);
            case CatchupCallback.ShowGroup(long group, String range) ->
                    showGroup(pressed, View.CATCHUP, new Chosen(group, range(range)), responder);
            case CatchupCallback.ShowMap(long group, String range) ->
                    showGroup(pressed, View.MAP, new Chosen(group, range(range)), responder);
            case CatchupCallback.SendPrivately _,
                    CatchupCallback.SendNew _,
                    CatchupCallback.JumpToMessage _ ->
                    responder.notify(pressed, MessageKey.BUTTON_LOST); // only groups have these
        }
    }

    private static Range range(String code) {
        return Range.parse(code).orElseGet(Range.SinceMine::new);
    }

    private void showGroup(
            Incoming.Pressed pressed, View view, Chosen chosen, Responder responder) {
        responder.acknowledge(pressed);
        CallFactory.typing(responder.context(), responder.transaction());
        show(view, chosen, responder, reply -> responder.edit(pressed, reply));
    }

    private void showPage(
            Incoming.Pressed pressed, CatchupCallback.ShowPage page, Responder responder) {
        Optional<CatchupViewStore.View> view =
                catchups.views().find(responder.context().chatId(), page.view());
        if (view.isEmpty()) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
            return;
        }
        Optional<Author> person = groups.member(view.get().groupId(), responder);
        if (person.isEmpty()) {
            responder.alert(pressed, MessageKey.CATCHUP_NOT_MEMBER);
        } else if (!mayUseTheBot.test(view.get().groupId())) {
            responder.alert(pressed, MessageKey.CATCHUP_OFF);
        } else {
            responder.acknowledge(pressed);
            Audience audience = audience(person.get(), responder);
            responder.edit(
                    pressed, catchups.page(view.get(), page, audience, responder.transaction()));
        }
    }

    /// The button under a group's catch-up. Readers who haven't opened a private chat yet are led
    /// there, since a bot may not write first.
    void sendPrivately(Incoming.Pressed pressed, long viewId, Responder group) {
        Optional<CatchupViewStore.View> view =
                catchups.views().find(group.context().chatId(), viewId);
        if (view.isEmpty()) {
            group.notify(pressed, MessageKey.BUTTON_LOST);
        } else {
            sendPrivately(pressed, viewId, scope(view.get()), group);
        }
    }

    /// The button under a live catch-up: only what was said since the reader got a catch-up last.
    void sendNew(Incoming.Pressed pressed, long viewId, Responder group) {
        Optional<CatchupViewStore.View> view =
                catchups.views().find(group.context().chatId(), viewId);
        Optional<Scope> fresh = view.flatMap(one -> sinceLast(scope(one), group));
        if (view.isEmpty()) {
            group.notify(pressed, MessageKey.BUTTON_LOST);
        } else if (fresh.isEmpty()) {
            group.notify(pressed, MessageKey.LIVE_NOTHING_NEW);
        } else {
            sendPrivately(pressed, viewId, fresh.get(), group);
        }
    }

    private Optional<Scope> sinceLast(Scope all, Responder group) {
        MessageArchive archive = catchups.archive();
        String reader = Author.id(group.context().personId());
        MessageRange range =
                archive.lastCatchupAt(all.groupId(), all.topicId(), reader)
                        .map(all.range()::since)
                        .orElse(all.range());
        return archive.messages(all.groupId(), range).stream().anyMatch(ChatMessage::hasWords)
                ? Optional.of(new Scope(all.groupId(), all.topicId(), range))
                : Optional.empty();
    }

    private void sendPrivately(
            Incoming.Pressed pressed, long viewId, Scope scope, Responder group) {
        Responder home = group.inPrivateChat();
        if (CallFactory.typing(home.context(), home.transaction())) {
            group.notify(pressed, MessageKey.CATCHUP_SENT);
            home.send(catchup(scope, home));
        } else if (group.transaction().reachesOne(group.context().chatId())) {
            group.acknowledge(pressed);
            showAlone(pressed, viewId, catchup(scope, group), group);
        } else {
            CallFactory.lead(pressed, link(viewId), group.transaction());
        }
    }

    private String link(long viewId) {
        return CatchupLink.to(viewId, me.get().userName());
    }

    /// Shows a reader's catch-up in the group to nobody else. Where that is refused, a link leads
    /// to the private chat.
    private void showAlone(
            Incoming.Pressed pressed, long viewId, ReplyMessage catchup, Responder group) {
        var lead =
                new ReplyMessage.Button(
                        MessageKey.GUEST_CONTINUE.in(group.messages()),
                        new ReplyMessage.OpenUrl(link(viewId)));
        ReplyMessage leading =
                ReplyMessage.of(MessageKey.CATCHUP_PRIVATELY.in(group.messages()), lead);
        ApiCall otherwise = CallFactory.reply(group.context(), leading);
        group.transaction()
                .send(
                        CallFactory.sendToUser(
                                group.context(), pressed.queryId(), catchup, otherwise));
    }

    /// Turns the pages of a catch-up that its reader only sees in the group.
    void showPageAlone(
            Incoming.Pressed pressed,
            CatchupViewStore.View view,
            CatchupCallback.ShowPage page,
            Responder group) {
        group.acknowledge(pressed);
        Optional<Author> person = groups.member(view.groupId(), group);
        ReplyMessage shown =
                person.map(
                                one ->
                                        catchups.page(
                                                view,
                                                page,
                                                audience(one, group),
                                                group.transaction()))
                        .orElseGet(() -> group.text(MessageKey.CATCHUP_NOT_MEMBER));
        group.transaction().send(CallFactory.editForUser(pressed, shown));
    }

    /// The link that such a button leads to; false when it is another one, or opened where others
    /// read along.
    public boolean open(Incoming.Commanded start, Responder responder) {
        String payload = start.payload().strip();
        if (start.context().kind().isGroup() || !CatchupLink.isIn(payload)) {
            return false;
        }
        CallFactory.typing(responder.context(), responder.transaction());
        responder.send(
                CatchupLink.viewIn(payload)
                        .flatMap(catchups.views()::find)
                        .map(view -> catchup(scope(view), responder))
                        .orElseGet(() -> responder.text(MessageKey.BUTTON_LOST)));
        return true;
    }

    /// Whether the payload of a link is the beginning of one to a catch-up.
    public boolean isCutOff(String payload) {
        return CatchupLink.isCutOff(payload);
    }

    private static Scope scope(CatchupViewStore.View view) {
        Long topic = view.topicId();
        return new Scope(
                view.groupId(), topic == null ? CatchupService.ALL_TOPICS : topic, view.range());
    }
}
