package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.chat.GroupLookup.Group;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A service that sums up what a group said and renders it for a group or a person.
///
/// It owns what is stored about catch-ups: those that were shown, the daily digests and the groups'
/// time zones. Thread-safe.
public final class CatchupService {

    /// Instead of a topic: all topics of a group.
    static final long ALL_TOPICS = -1;

    // Summing up a long conversation keeps a processor busy for seconds, and questions are answered
    // meanwhile.
    private static final int MAX_CONCURRENT = 1;

    private final MessageArchive archive;
    private final CatchupGenerator generator;
    private final CatchupViewStore views;
    private final DigestStore digests;
    private final Clock clock;
    private final GroupLookup groups = new GroupLookup();
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT, true);

    public CatchupService(
            MessageArchive archive,
            CatchupGenerator generator,
            Store store,
            GroupCalendar calendar,
            Clock clock) {
        this.archive = archive;
        this.generator = generator;
        this.views = new CatchupViewStore(store, clock);
        this.digests = new DigestStore(store, calendar.timeZone());
        this.clock = clock;
    }

    /// A setting: the time zone of groups.
    ///
    /// @param timeZone of groups that have set none
    @ConfigurationProperties("verbatim")
    public record GroupCalendar(@DefaultValue("UTC") ZoneId timeZone) {}

    /// Who reads a catch-up, and where.
    ///
    /// @param chatId the group itself, or the reader's private chat
    /// @param person the one reader; missing when the whole group reads it
    record Audience(long chatId, @Nullable Author person, MessageCatalog messages) {}

    /// The messages to sum up.
    ///
    /// @param topicId of a message in it, or [#ALL_TOPICS]
    record Scope(long groupId, long topicId, MessageRange range) {}

    /// Where the messages of a range are looked for.
    ///
    /// @param topicId of a message in it, or [#ALL_TOPICS]
    /// @param requester the id of who asks, as an author
    /// @param lastReader the id of who read the last catch-up: the requester, or the group
    /// @param before messages with at least this number don't count: the command itself
    record RangeContext(
            long groupId, long topicId, String requester, String lastReader, long before) {}

    MessageArchive archive() {
        return archive;
    }

    CatchupViewStore views() {
        return views;
    }

    DigestStore digests() {
        return digests;
    }

    GroupLookup groups() {
        return groups;
    }

    Clock clock() {
        return clock;
    }

    /// What must move or vanish with a chat.
    public List<ChatData> chatData() {
        return List.of(views, digests);
    }

    /// Deletes what has been kept long enough.
    public void purgeExpired() {
        views.purgeExpired();
    }

    /// The messages that a range means.
    MessageRange resolve(Range range, RangeContext context) {
        MessageRange topic =
                context.topicId == ALL_TOPICS
                        ? MessageRange.ALL
                        : MessageRange.ALL.inTopic(context.topicId);
        MessageRange all = topic.before(context.before);
        return switch (range) {
            case Range.SinceMine() ->
                    archive.lastBy(context.groupId, context.requester, all)
                            .map(own -> all.after(own.id()))
                            .orElseGet(() -> sinceLast(all, context));
            case Range.SinceMessage(long id) -> all.after(id - 1);
            case Range.Last(int messages) -> all.newest(messages);
            case Range.Past(var time) -> all.since(clock.instant().minus(time));
            case Range.Day(int daysAgo) -> day(all, daysAgo, digests.zoneOf(context.groupId));
            case Range.SinceLast() -> sinceLast(all, context);
        };
    }

    private MessageRange sinceLast(MessageRange all, RangeContext context) {
        return archive.lastCatchupAt(context.groupId, context.topicId, context.lastReader)
                .map(all::since)
                .orElse(all);
    }

    private MessageRange day(MessageRange all, int daysAgo, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone).minusDays(daysAgo);
        return all.since(day.atStartOfDay(zone).toInstant())
                .until(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /// A new catch-up, which is stored for its buttons; empty when there are no messages.
    Optional<ReplyMessage> create(Scope scope, Audience audience, ReplyTransaction transaction) {
        List<ChatMessage> messages = archive.messages(scope.groupId(), scope.range());
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        var view =
                new CatchupViewStore.View(
                        views.newId(),
                        audience.chatId(),
                        scope.groupId(),
                        scope.topicId() == ALL_TOPICS ? null : scope.topicId(),
                        messages.getFirst().id(),
                        messages.getLast().id());
        transaction.write(rows -> views.insert(view, rows));
        boolean older = messages.size() == MessageRange.MOST;
        Group group = groups.group(view.groupId(), transaction);
        return Optional.of(
                renderer(view, messages, older, audience, group)
                        .reply()
                        .withProtectedContent(group.protectedContent()));
    }

    /// A page of a catch-up that was shown, with its messages as they are now; it says so when none
    /// of them is kept any more.
    ReplyMessage page(
            CatchupViewStore.View view,
            CatchupCallback.ShowPage page,
            Audience audience,
            ReplyTransaction transaction) {
        List<ChatMessage> messages = archive.messages(view.groupId(), view.range());
        if (messages.isEmpty()) {
            return ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(audience.messages()));
        }
        Group group = groups.group(view.groupId(), transaction);
        return renderer(view, messages, false, audience, group)
                .page(page.part(), page.number())
                .withProtectedContent(group.protectedContent());
    }

    private CatchupRenderer renderer(
            CatchupViewStore.View view,
            List<ChatMessage> messages,
            boolean older,
            Audience audience,
            Group group) {
        Catchup catchup = generate(messages, audience.person());
        return new CatchupRenderer(
                catchup,
                new CatchupRenderer.Context(
                        audience.messages(),
                        digests.zoneOf(view.groupId()),
                        group.links(),
                        audience.person() != null,
                        view.id(),
                        older));
    }

    /// May take seconds, and waits for its turn.
    private Catchup generate(List<ChatMessage> messages, @Nullable Author reader) {
        permits.acquireUninterruptibly();
        try {
            return generator.generate(messages, reader);
        } finally {
            permits.release();
        }
    }
}
