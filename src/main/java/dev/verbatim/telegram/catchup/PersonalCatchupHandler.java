package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.RangeContext;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A handler of catch-up commands and buttons in private chats: what was said in a group, with what
/// concerns the reader first.
///
/// Only members of the group get it: Telegram is asked each time. Thread-safe.
final class PersonalCatchupHandler {

    // Each costs a question to Telegram.
    private static final int GROUPS_ASKED = 40;
    private static final int LABEL = 48;
    private static final Pattern LINK = Pattern.compile("catchup-([0-9a-z]{1,13})");

    private final CatchupService catchups;
    private final Supplier<BotIdentity> me;

    PersonalCatchupHandler(CatchupService catchups, Supplier<BotIdentity> me) {
        this.catchups = catchups;
        this.me = me;
    }

    /// The command, in a private chat.
    void command(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        Optional<CatchupRequest> request = CatchupRequest.parse(commanded.payload());
        if (request.isEmpty()) {
            transaction.send(
                    CallFactory.send(
                            context, ReplyMessage.of(MessageKey.CATCHUP_USAGE.in(messages))));
            return;
        }
        CallFactory.typing(context, transaction);
        transaction.send(
                CallFactory.send(
                        context, offer(context, request.get().range(), messages, transaction)));
    }

    /// The groups to choose from; with only one, its catch-up.
    private ReplyMessage offer(
            MessageContext context,
            CatchupRange range,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        List<Long> shared =
                catchups.archive().groups().stream()
                        .limit(GROUPS_ASKED)
                        .filter(group -> isMember(group, context, transaction))
                        .toList();
        return switch (shared.size()) {
            case 0 -> ReplyMessage.of(MessageKey.CATCHUP_NO_GROUPS.in(messages));
            case 1 -> catchup(shared.getFirst(), range, context, messages, transaction);
            default ->
                    ReplyMessage.of(MessageKey.CATCHUP_WHICH.in(messages))
                            .withButtons(choices(shared, range, transaction));
        };
    }

    private boolean isMember(long group, MessageContext context, ReplyTransaction transaction) {
        return catchups.groups().member(group, context.personId(), transaction).isPresent();
    }

    private List<List<ReplyMessage.Button>> choices(
            List<Long> groups, CatchupRange range, ReplyTransaction transaction) {
        List<List<ReplyMessage.Button>> rows = new ArrayList<>();
        for (long group : groups) {
            String title =
                    Truncation.ellipsize(
                            catchups.groups().group(group, transaction).title(), LABEL);
            var choice = new CatchupCallback.ShowGroup(group, range.encode());
            rows.add(List.of(new ReplyMessage.Button(title, choice)));
        }
        return rows;
    }

    /// A button that chooses a group.
    void chooseGroup(
            Incoming.Pressed pressed,
            CatchupCallback.ShowGroup choice,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        CallFactory.acknowledge(pressed, "", transaction);
        CallFactory.typing(context, transaction);
        CatchupRange range =
                CatchupRange.parse(choice.range()).orElseGet(CatchupRange.SinceMine::new);
        transaction.send(
                CallFactory.edit(
                        context, catchup(choice.group(), range, context, messages, transaction)));
    }

    private ReplyMessage catchup(
            long group,
            CatchupRange range,
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        String reader = Author.id(context.personId());
        var rangeContext =
                new RangeContext(group, CatchupService.ALL_TOPICS, reader, reader, Long.MAX_VALUE);
        return catchup(
                new Scope(group, CatchupService.ALL_TOPICS, catchups.resolve(range, rangeContext)),
                context,
                messages,
                transaction);
    }

    /// @param context of the private chat
    private ReplyMessage catchup(
            Scope scope,
            MessageContext context,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageArchive archive = catchups.archive();
        Optional<Author> person =
                catchups.groups().member(scope.groupId(), context.personId(), transaction);
        if (person.isEmpty()) {
            return ReplyMessage.of(MessageKey.CATCHUP_NOT_MEMBER.in(messages));
        }
        if (archive.consent(scope.groupId()).isEmpty()) {
            return ReplyMessage.of(MessageKey.CATCHUP_OFF.in(messages));
        }
        String reader = person.get().id();
        transaction.write(
                rows -> archive.recordCatchup(scope.groupId(), scope.topicId(), reader, rows));
        return catchups.create(
                        scope, new Audience(context.chatId(), person.get(), messages), transaction)
                .orElseGet(() -> ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(messages)));
    }

    /// A button that shows another page, in a private chat.
    void showPage(
            Incoming.Pressed pressed,
            CatchupCallback.ShowPage page,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Optional<CatchupViewStore.View> view = catchups.views().find(context.chatId(), page.view());
        Optional<Author> person =
                view.flatMap(
                        found ->
                                catchups.groups()
                                        .member(found.groupId(), context.personId(), transaction));
        if (view.isPresent() && person.isEmpty()) {
            CallFactory.alert(pressed, MessageKey.CATCHUP_NOT_MEMBER.in(messages), transaction);
            return;
        }
        CallFactory.acknowledge(
                pressed, view.isPresent() ? "" : MessageKey.BUTTON_LOST.in(messages), transaction);
        if (view.isPresent() && person.isPresent()) {
            var audience = new Audience(context.chatId(), person.get(), messages);
            ReplyMessage reply = catchups.page(view.get(), page, audience, transaction);
            transaction.send(CallFactory.edit(context, reply));
        }
    }

    /// The button under a group's catch-up. Readers who haven't opened a private chat yet are led
    /// there, since a bot may not write first.
    void sendPrivately(
            Incoming.Pressed pressed,
            long viewId,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        MessageContext context = pressed.context();
        Optional<CatchupViewStore.View> view = catchups.views().find(context.chatId(), viewId);
        MessageContext home = context.privateChat();
        if (view.isEmpty()) {
            CallFactory.acknowledge(pressed, MessageKey.BUTTON_LOST.in(messages), transaction);
        } else if (CallFactory.typing(home, transaction)) {
            CallFactory.acknowledge(pressed, MessageKey.CATCHUP_SENT.in(messages), transaction);
            transaction.send(
                    CallFactory.send(
                            home, catchup(scope(view.get()), home, messages, transaction)));
        } else {
            CallFactory.lead(
                    pressed, "https://t.me/" + me.get().userName() + start(viewId), transaction);
        }
    }

    private static String start(long viewId) {
        return "?start=catchup-" + Long.toString(viewId, Character.MAX_RADIX);
    }

    /// The link that such a button leads to; false when it is another one.
    boolean openLink(
            MessageContext context,
            String payload,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        Matcher link = LINK.matcher(payload);
        if (!link.matches()) {
            return false;
        }
        CallFactory.typing(context, transaction);
        ReplyMessage reply =
                view(link.group(1))
                        .map(view -> catchup(scope(view), context, messages, transaction))
                        .orElseGet(() -> ReplyMessage.of(MessageKey.BUTTON_LOST.in(messages)));
        transaction.send(CallFactory.send(context, reply));
        return true;
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
        MessageRange messageRange = view.range();
        return new Scope(
                view.groupId(), topic == null ? CatchupService.ALL_TOPICS : topic, messageRange);
    }
}
