package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.CpuShare;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.store.Store;
import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.chat.GroupLookup;
import dev.verbatim.telegram.chat.GroupLookup.Group;
import dev.verbatim.telegram.delivery.ApiCall;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A service that sums up what a group said and renders it for a group or a person.
///
/// It owns what is stored about catch-ups: those that were shown, the daily digests and the groups'
/// time zones. Thread-safe.
public final class CatchupService {

    /// Instead of a topic: all topics of a group.
    static final long ALL_TOPICS = -1;

    private static final Logger log = LoggerFactory.getLogger(CatchupService.class);

    // The longest conversation takes some 3 s, and then the articles are searched. A reply may take
    // 5 s on the processor, and what comes after this must fit, too.
    private static final Duration LIMIT = Duration.ofMillis(4_500);
    private static final int END = 500;
    private static final int FEWEST = 50;

    private final MessageArchive archive;
    private final CatchupGenerator generator;
    private final CatchupViewStore views;
    private final DigestStore digests;
    private final DigestBarrierStore barriers;
    private final LiveCatchupStore lives;
    private final Clock clock;
    private final GroupLookup groups = new GroupLookup();
    private final CpuShare share = new CpuShare(LIMIT);

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
        this.barriers = new DigestBarrierStore(store);
        this.lives = new LiveCatchupStore(store);
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

    /// The time zone of a chat.
    public ZoneId zoneOf(long chatId) {
        return digests.zoneOf(chatId);
    }

    DigestStore digests() {
        return digests;
    }

    DigestBarrierStore barriers() {
        return barriers;
    }

    LiveCatchupStore lives() {
        return lives;
    }

    /// Who learns what became of the digests and the live catch-ups.
    public List<ApiCall.SendListener> sendListeners() {
        return List.of(barriers, lives);
    }

    GroupLookup groups() {
        return groups;
    }

    Clock clock() {
        return clock;
    }

    /// What must move or vanish with a chat.
    public List<ChatData> chatData() {
        return List.of(views, digests, barriers, lives);
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
        if (messages.stream().noneMatch(ChatMessage::hasWords)) {
            return Optional.empty();
        }
        Generated generated = generate(messages, whole(audience));
        List<ChatMessage> read = generated.messages();
        var view =
                new CatchupViewStore.View(
                        views.newId(),
                        audience.chatId(),
                        scope.groupId(),
                        scope.topicId() == ALL_TOPICS ? null : scope.topicId(),
                        read.getFirst().id(),
                        read.getLast().id());
        transaction.write(rows -> views.insert(view, rows));
        Group group = groups.group(view.groupId(), transaction);
        return Optional.of(
                new CatchupRenderer(generated.catchup(), context(view, generated, audience, group))
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
        if (messages.stream().noneMatch(ChatMessage::hasWords)) {
            return ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(audience.messages()));
        }
        return show(
                view,
                messages,
                audience,
                transaction,
                renderer -> renderer.page(page.part(), page.number()));
    }

    /// What a renderer makes of some messages of a view, at least one with words.
    ReplyMessage show(
            CatchupViewStore.View view,
            List<ChatMessage> messages,
            Audience audience,
            ReplyTransaction transaction,
            Function<CatchupRenderer, ReplyMessage> rendered) {
        Group group = groups.group(view.groupId(), transaction);
        Generated generated = generate(messages, whole(audience));
        var renderer =
                new CatchupRenderer(generated.catchup(), context(view, generated, audience, group));
        return rendered.apply(renderer).withProtectedContent(group.protectedContent());
    }

    /// What was said about the articles; empty when nothing was.
    Optional<ArticleTalkRenderer.Rendered> articleTalk(
            Scope scope, Audience audience, ReplyTransaction transaction) {
        List<ChatMessage> messages = archive.messages(scope.groupId(), scope.range());
        if (messages.stream().noneMatch(ChatMessage::hasWords)) {
            return Optional.empty();
        }
        Generated generated = generate(messages, generator::generateArticleTalk);
        Group group = groups.group(scope.groupId(), transaction);
        var view =
                CatchupViewStore.View.open(
                        0, scope.groupId(), ALL_TOPICS, messages.getFirst().id());
        return new ArticleTalkRenderer(
                        generated.catchup(), context(view, generated, audience, group))
                .render(group.protectedContent());
    }

    private CatchupRenderer.Context context(
            CatchupViewStore.View view, Generated generated, Audience audience, Group group) {
        return new CatchupRenderer.Context(
                audience.messages(),
                digests.zoneOf(view.groupId()),
                group.links(),
                audience.person() != null,
                view.id(),
                generated.older());
    }

    private Function<List<ChatMessage>, Catchup> whole(Audience audience) {
        return messages -> generator.generate(messages, audience.person());
    }

    /// May take seconds. Of a conversation that takes too long, only the end is summed up.
    private Generated generate(
            List<ChatMessage> messages, Function<List<ChatMessage>, Catchup> work) {
        try {
            return new Generated(
                    share.call(() -> work.apply(messages)),
                    messages,
                    messages.size() == MessageRange.MOST);
        } catch (CancellationException e) {
            if (messages.size() < FEWEST) {
                throw e;
            }
            log.info("{} messages take too long to sum up", messages.size());
            int size = Math.min(END, messages.size() / 10);
            Generated end =
                    generate(List.copyOf(messages.reversed().subList(0, size).reversed()), work);
            return new Generated(end.catchup(), end.messages(), true);
        }
    }

    /// @param messages those that were summed up
    /// @param older whether there were more before them
    private record Generated(Catchup catchup, List<ChatMessage> messages, boolean older) {}
}
