package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.catchup.CatchupPresenter.Listener;
import dev.verbatim.telegram.catchup.CatchupPresenter.Subject;
import dev.verbatim.telegram.chat.GroupChats;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.CatchupChoice;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.Shortened;
import dev.verbatim.telegram.update.Identity;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells somebody in their private chat what was said in a group, with what concerns them first.
/// Only members are told: Telegram is asked each time. Thread-safe.
final class PersonalCatchupHandler {

    // Each costs a question to Telegram.
    private static final int GROUPS_ASKED = 40;
    private static final int LABEL = 48;
    private static final Pattern LINK = Pattern.compile("catchup-([0-9a-z]{1,13})");

    private final CatchupServices catchupServices;
    private final GroupChats chats;
    private final CatchupPresenter telling;
    private final Supplier<Identity> me;

    PersonalCatchupHandler(
            CatchupServices catchupServices, GroupChats chats, Supplier<Identity> me) {
        this.catchupServices = catchupServices;
        this.chats = chats;
        this.telling = new CatchupPresenter(catchupServices, chats);
        this.me = me;
    }

    /// The command, in a private chat.
    void command(Incoming.Commanded commanded, MessageCatalog messages, Turn turn) {
        Origin origin = commanded.origin();
        Optional<CatchupRequest> request = CatchupRequest.read(commanded.payload());
        if (request.isEmpty()) {
            turn.say(Requests.send(origin, Reply.of(Phrase.CATCHUP_USAGE.in(messages))));
            return;
        }
        Requests.typing(origin, turn);
        turn.say(Requests.send(origin, offer(origin, request.get().range(), messages, turn)));
    }

    /// The groups to choose from; with only one there is no choice.
    private Reply offer(Origin origin, CatchupRange range, MessageCatalog messages, Turn turn) {
        List<Long> shared =
                catchupServices.archive().groups().stream()
                        .limit(GROUPS_ASKED)
                        .filter(group -> isMember(group, origin, turn))
                        .toList();
        return switch (shared.size()) {
            case 0 -> Reply.of(Phrase.CATCHUP_NO_GROUPS.in(messages));
            case 1 -> told(shared.getFirst(), range, origin, messages, turn);
            default ->
                    Reply.of(Phrase.CATCHUP_WHICH.in(messages)).with(choices(shared, range, turn));
        };
    }

    private boolean isMember(long group, Origin origin, Turn turn) {
        return chats.member(group, origin.personId(), turn).isPresent();
    }

    private List<List<Reply.Button>> choices(List<Long> groups, CatchupRange range, Turn turn) {
        List<List<Reply.Button>> rows = new ArrayList<>();
        for (long group : groups) {
            String title = Shortened.of(chats.group(group, turn).title(), LABEL);
            var choice = new CatchupChoice.Group(group, range.code());
            rows.add(List.of(new Reply.Button(title, new Press.Catchup(choice))));
        }
        return rows;
    }

    /// A button with a group.
    void choose(
            Incoming.Pressed pressed,
            CatchupChoice.Group choice,
            MessageCatalog messages,
            Turn turn) {
        Origin origin = pressed.origin();
        Requests.acknowledge(pressed, "", turn);
        Requests.typing(origin, turn);
        CatchupRange range =
                CatchupRange.coded(choice.range()).orElseGet(CatchupRange.SinceMine::new);
        turn.say(Requests.edit(origin, told(choice.group(), range, origin, messages, turn)));
    }

    private Reply told(
            long group, CatchupRange range, Origin origin, MessageCatalog messages, Turn turn) {
        String reader = Author.id(origin.personId());
        var span =
                new CatchupRangeResolver(
                        catchupServices.archive(),
                        catchupServices.clock(),
                        group,
                        CatchupRangeResolver.EVERYWHERE,
                        reader,
                        reader);
        return told(
                new Subject(
                        group,
                        CatchupRangeResolver.EVERYWHERE,
                        span.of(range, Long.MAX_VALUE, catchupServices.zones().of(group))),
                origin,
                messages,
                turn);
    }

    /// @param origin of the private chat
    private Reply told(Subject subject, Origin origin, MessageCatalog messages, Turn turn) {
        MessageArchive archive = catchupServices.archive();
        Optional<Author> person = chats.member(subject.groupId(), origin.personId(), turn);
        if (person.isEmpty()) {
            return Reply.of(Phrase.CATCHUP_NOT_MEMBER.in(messages));
        }
        if (archive.consent(subject.groupId()).isEmpty()) {
            return Reply.of(Phrase.CATCHUP_OFF.in(messages));
        }
        String reader = person.get().id();
        turn.write(rows -> archive.caughtUp(subject.groupId(), subject.topicId(), reader, rows));
        return telling.tell(subject, new Listener(origin.chatId(), person.get(), messages), turn)
                .orElseGet(() -> Reply.of(Phrase.CATCHUP_EMPTY.in(messages)));
    }

    /// A button that turns pages, in a private chat.
    void turnPage(
            Incoming.Pressed pressed, CatchupChoice.Page page, MessageCatalog messages, Turn turn) {
        Origin origin = pressed.origin();
        Optional<CatchupView> view = catchupServices.views().find(origin.chatId(), page.view());
        Optional<Author> person =
                view.flatMap(found -> chats.member(found.groupId(), origin.personId(), turn));
        if (view.isPresent() && person.isEmpty()) {
            Requests.alert(pressed, Phrase.CATCHUP_NOT_MEMBER.in(messages), turn);
            return;
        }
        Requests.acknowledge(
                pressed, view.isPresent() ? "" : Phrase.BUTTON_LOST.in(messages), turn);
        if (view.isPresent() && person.isPresent()) {
            var listener = new Listener(origin.chatId(), person.get(), messages);
            Reply reply = telling.again(view.get(), page, listener, turn);
            turn.say(Requests.edit(origin, reply));
        }
    }

    /// The button under a group's catch-up. Whoever hasn't opened our private chat yet is led
    /// there, since we may not write first.
    void send(Incoming.Pressed pressed, long viewId, MessageCatalog messages, Turn turn) {
        Origin origin = pressed.origin();
        Optional<CatchupView> view = catchupServices.views().find(origin.chatId(), viewId);
        Origin home = origin.home();
        if (view.isEmpty()) {
            Requests.acknowledge(pressed, Phrase.BUTTON_LOST.in(messages), turn);
        } else if (Requests.typing(home, turn)) {
            Requests.acknowledge(pressed, Phrase.CATCHUP_SENT.in(messages), turn);
            turn.say(Requests.send(home, told(subject(view.get()), home, messages, turn)));
        } else {
            Requests.lead(pressed, "https://t.me/" + me.get().userName() + start(viewId), turn);
        }
    }

    private static String start(long viewId) {
        return "?start=catchup-" + Long.toString(viewId, Character.MAX_RADIX);
    }

    /// The link that such a button leads to; false when it is another one.
    boolean open(Origin origin, String payload, MessageCatalog messages, Turn turn) {
        Matcher link = LINK.matcher(payload);
        if (!link.matches()) {
            return false;
        }
        Requests.typing(origin, turn);
        Reply reply =
                view(link.group(1))
                        .map(view -> told(subject(view), origin, messages, turn))
                        .orElseGet(() -> Reply.of(Phrase.BUTTON_LOST.in(messages)));
        turn.say(Requests.send(origin, reply));
        return true;
    }

    private Optional<CatchupView> view(String key) {
        try {
            return catchupServices.views().find(Long.parseLong(key, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return Optional.empty(); // somebody has typed it
        }
    }

    private static Subject subject(CatchupView view) {
        Long topic = view.topicId();
        MessageRange messageRange = view.range();
        return new Subject(
                view.groupId(),
                topic == null ? CatchupRangeResolver.EVERYWHERE : topic,
                messageRange);
    }
}
