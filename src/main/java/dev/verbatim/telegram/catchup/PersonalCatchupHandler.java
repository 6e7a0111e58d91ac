package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
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
    private final PersonalCatchupSender sender;
    private final LongPredicate mayUseTheBot;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public PersonalCatchupHandler(
            CatchupService catchups, LongPredicate mayUseTheBot, Supplier<BotIdentity> me) {
        this.catchups = catchups;
        this.groups = new SharedGroups(catchups, mayUseTheBot);
        this.sender = new PersonalCatchupSender(catchups, groups, me);
        this.mayUseTheBot = mayUseTheBot;
    }

    /// Sends readers of a group their own catch-ups.
    PersonalCatchupSender sender() {
        return sender;
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
                        PersonalCatchupSender.audience(person.get(), home),
                        home.transaction())
                .ifPresentOrElse(
                        talk -> {
                            sender.accept(talk.text());
                            talk.sendPicture(home.context(), home.transaction());
                        },
                        () -> sender.accept(home.text(MessageKey.MAP_EMPTY)));
    }

    private ReplyMessage catchup(long group, Range range, Responder responder) {
        return sender.catchup(scope(group, range, responder), responder);
    }

    private Scope scope(long group, Range range, Responder responder) {
        String reader = Author.id(responder.context().personId());
        var rangeContext =
                new RangeContext(group, CatchupService.ALL_TOPICS, reader, reader, Long.MAX_VALUE);
        return new Scope(group, CatchupService.ALL_TOPICS, catchups.resolve(range, rangeContext));
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
            Audience audience = PersonalCatchupSender.audience(person.get(), responder);
            responder.edit(
                    pressed, catchups.page(view.get(), page, audience, responder.transaction()));
        }
    }

    /// The link that leads readers of a group to their catch-up; false when it is another one, or
    /// opened where others read along.
    public boolean open(Incoming.Commanded start, Responder responder) {
        String payload = start.payload().strip();
        if (start.context().kind().isGroup() || !CatchupLink.isIn(payload)) {
            return false;
        }
        CallFactory.typing(responder.context(), responder.transaction());
        responder.send(sender.catchup(CatchupLink.viewIn(payload), responder));
        return true;
    }

    /// Whether the payload of a link is the beginning of one to a catch-up.
    public boolean isCutOff(String payload) {
        return CatchupLink.isCutOff(payload);
    }
}
