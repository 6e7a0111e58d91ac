package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.CallbackHandler;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A handler of catch-up commands and buttons in private chats: what was said in a group, with what
/// concerns the reader first.
///
/// Only members of the group get it: Telegram is asked each time. Thread-safe.
public final class PersonalCatchupHandler
        implements CommandHandler, CallbackHandler<CatchupCallback> {

    // Each costs a question to Telegram.
    private static final int GROUPS_ASKED = 40;
    private static final int LABEL = 48;
    private static final String LINK_PREFIX = "catchup-";
    private static final Pattern LINK = Pattern.compile(LINK_PREFIX + "([0-9a-z]{1,13})");
    private static final int LEAST_OF_A_LINK = 5;

    private final CatchupService catchups;
    private final LongPredicate mayUseTheBot;
    private final Supplier<BotIdentity> me;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public PersonalCatchupHandler(
            CatchupService catchups, LongPredicate mayUseTheBot, Supplier<BotIdentity> me) {
        this.catchups = catchups;
        this.mayUseTheBot = mayUseTheBot;
        this.me = me;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(Command.CATCHUP, this::catchUp);
    }

    @Override
    public boolean handlesCommandsIn(ChatKind kind) {
        return !kind.isGroup();
    }

    private void catchUp(Incoming.Commanded command, Responder responder) {
        Optional<CatchupRequest> request = CatchupRequest.parse(command.payload());
        if (request.isEmpty()) {
            responder.send(MessageKey.CATCHUP_USAGE);
        } else {
            CallFactory.typing(responder.context(), responder.transaction());
            responder.send(offer(request.get().range(), responder));
        }
    }

    /// The groups to choose from; with only one, its catch-up.
    private ReplyMessage offer(Range range, Responder responder) {
        long person = responder.context().personId();
        List<Long> shared =
                catchups.archive().groups().stream()
                        .filter(mayUseTheBot::test)
                        .limit(GROUPS_ASKED)
                        .filter(group -> member(group, person, responder).isPresent())
                        .toList();
        return switch (shared.size()) {
            case 0 -> responder.text(MessageKey.CATCHUP_NO_GROUPS);
            case 1 -> catchup(shared.getFirst(), range, responder);
            default ->
                    responder
                            .text(MessageKey.CATCHUP_WHICH)
                            .withButtons(
                                    shared.stream()
                                            .map(group -> choice(group, range, responder))
                                            .map(List::of)
                                            .toList());
        };
    }

    private Optional<Author> member(long group, long person, Responder responder) {
        return catchups.groups().member(group, person, responder.transaction());
    }

    private ReplyMessage.Button choice(long group, Range range, Responder responder) {
        String title = catchups.groups().group(group, responder.transaction()).title();
        return new ReplyMessage.Button(
                Truncation.ellipsize(title, LABEL),
                new CatchupCallback.ShowGroup(group, range.encode()));
    }

    private ReplyMessage catchup(long group, Range range, Responder responder) {
        String reader = Author.id(responder.context().personId());
        var rangeContext =
                new RangeContext(group, CatchupService.ALL_TOPICS, reader, reader, Long.MAX_VALUE);
        return catchup(
                new Scope(group, CatchupService.ALL_TOPICS, catchups.resolve(range, rangeContext)),
                responder);
    }

    /// @param home in the reader's private chat
    private ReplyMessage catchup(Scope scope, Responder home) {
        MessageArchive archive = catchups.archive();
        Optional<Author> person = member(scope.groupId(), home.context().personId(), home);
        if (person.isEmpty()) {
            return home.text(MessageKey.CATCHUP_NOT_MEMBER);
        }
        if (archive.consent(scope.groupId()).isEmpty() || !mayUseTheBot.test(scope.groupId())) {
            return home.text(MessageKey.CATCHUP_OFF);
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
            case CatchupCallback.ShowGroup group -> showGroup(pressed, group, responder);
            case CatchupCallback.SendPrivately _, CatchupCallback.JumpToMessage _ ->
                    responder.notify(pressed, MessageKey.BUTTON_LOST); // only groups have these
        }
    }

    private void showGroup(
            Incoming.Pressed pressed, CatchupCallback.ShowGroup choice, Responder responder) {
        responder.acknowledge(pressed);
        CallFactory.typing(responder.context(), responder.transaction());
        Range range = Range.parse(choice.range()).orElseGet(Range.SinceMine::new);
        responder.edit(pressed, catchup(choice.group(), range, responder));
    }

    private void showPage(
            Incoming.Pressed pressed, CatchupCallback.ShowPage page, Responder responder) {
        Optional<CatchupViewStore.View> view =
                catchups.views().find(responder.context().chatId(), page.view());
        if (view.isEmpty()) {
            responder.notify(pressed, MessageKey.BUTTON_LOST);
            return;
        }
        Optional<Author> person =
                member(view.get().groupId(), responder.context().personId(), responder);
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
        Responder home = group.inPrivateChat();
        if (view.isEmpty()) {
            group.notify(pressed, MessageKey.BUTTON_LOST);
        } else if (CallFactory.typing(home.context(), home.transaction())) {
            group.notify(pressed, MessageKey.CATCHUP_SENT);
            home.send(catchup(scope(view.get()), home));
        } else {
            String start = "?start=" + LINK_PREFIX + Long.toString(viewId, Character.MAX_RADIX);
            CallFactory.lead(
                    pressed, "https://t.me/" + me.get().userName() + start, group.transaction());
        }
    }

    /// The link that such a button leads to; false when it is another one, or opened where others
    /// read along.
    public boolean open(Incoming.Commanded start, Responder responder) {
        Matcher link = LINK.matcher(start.payload().strip());
        if (start.context().kind().isGroup() || !link.matches()) {
            return false;
        }
        CallFactory.typing(responder.context(), responder.transaction());
        responder.send(
                view(link.group(1))
                        .map(view -> catchup(scope(view), responder))
                        .orElseGet(() -> responder.text(MessageKey.BUTTON_LOST)));
        return true;
    }

    /// Whether the payload of a link is the beginning of one to a catch-up.
    public boolean isCutOff(String payload) {
        return payload.length() >= LEAST_OF_A_LINK
                && (LINK_PREFIX.startsWith(payload) || payload.startsWith(LINK_PREFIX));
    }

    private Optional<CatchupViewStore.View> view(String key) {
        try {
            return catchups.views().find(Long.parseLong(key, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty(); // typed by hand
        }
    }

    private static Scope scope(CatchupViewStore.View view) {
        Long topic = view.topicId();
        return new Scope(
                view.groupId(), topic == null ? CatchupService.ALL_TOPICS : topic, view.range());
    }
}
