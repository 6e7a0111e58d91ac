package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.Incoming;
import java.util.Optional;
import java.util.function.Supplier;

/// A sender of a catch-up to one reader of a group, who presses a button there: into the private
/// chat, or in the group where nobody else sees it. Thread-safe.
final class PersonalCatchupSender {

    private final CatchupService catchups;
    private final SharedGroups groups;
    private final Supplier<BotIdentity> me;

    PersonalCatchupSender(CatchupService catchups, SharedGroups groups, Supplier<BotIdentity> me) {
        this.catchups = catchups;
        this.groups = groups;
        this.me = me;
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

    /// The catch-up that a link leads to.
    ///
    /// @param viewId missing when there is none in it
    ReplyMessage catchup(Optional<Long> viewId, Responder home) {
        return viewId.flatMap(catchups.views()::find)
                .map(view -> catchup(scope(view), home))
                .orElseGet(() -> home.text(MessageKey.BUTTON_LOST));
    }

    /// @param home in the reader's private chat
    ReplyMessage catchup(Scope scope, Responder home) {
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

    static Audience audience(Author person, Responder home) {
        return new Audience(home.context().chatId(), person, home.messages());
    }

    private static Scope scope(CatchupViewStore.View view) {
        Long topic = view.topicId();
        return new Scope(
                view.groupId(), topic == null ? CatchupService.ALL_TOPICS : topic, view.range());
    }
}
