package dev.verbatim.playground.botapi;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// All chats, people and bots that there are. Thread-safe.
public final class FakeTelegram {

    // Ids as the real ones look: a supergroup's and a channel's have this before them.
    private static final long SUPERGROUP_IDS = -1_001_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<SimulationEvent>> observers = new CopyOnWriteArrayList<>();
    private final Map<String, BotAccount> bots = new LinkedHashMap<>();
    private final Map<Long, PersonAccount> people = new LinkedHashMap<>();
    private final Map<SimulatedChat.Pair, SimulatedChat> privateChats = new LinkedHashMap<>();
    private final Map<Long, SimulatedChat> groups = new LinkedHashMap<>();
    private final FaultInjector faults = new FaultInjector();
    private final FileStore files = new FileStore();
    private final UpdateDispatcher updateDispatcher = new UpdateDispatcher(this);
    private final MessageService messageService = new MessageService(this);
    private final MembershipService membershipService = new MembershipService(this);
    private final QueryService queryService = new QueryService(this);
    private final int firstUpdateId;
    private int lastMessageId;
    private long lastGroupId;

    /// An empty one.
    ///
    /// @param clock dates messages, and measures rates and how old a query is; how long a poll
    ///   waits is real time
    public FakeTelegram(Clock clock) {
        this(clock, 1_000);
    }

    /// One whose chats, messages and updates are numbered from here on, so that a bot that
    /// remembers an earlier world doesn't take this one's for the same.
    public FakeTelegram(Clock clock, int numbersFrom) {
        this.clock = clock;
        firstUpdateId = numbersFrom;
        lastMessageId = numbersFrom;
        lastGroupId = numbersFrom;
    }

    /// A bot that can be used with this token, such as `123:abc`.
    public BotAccount bot(String token, String username, String name) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a token is digits, a colon and letters, as in 123:abc");
        }
        var bot = new BotAccount(this, token, username, name);
        runLocked(() -> bots.put(token, bot));
        return bot;
    }

    /// Somebody whose app is in English and who has no user name.
    public PersonAccount person(long id, String firstName) {
        return person(id, firstName, null, "en");
    }

    public PersonAccount person(
            long id, String firstName, @Nullable String username, String language) {
        var person = new PersonAccount(this, id, firstName, username, language);
        runLocked(() -> people.put(id, person));
        return person;
    }

    /// A basic group. Bots hear that they were let in.
    public SimulatedChat group(String title, PersonAccount creator, Account... members) {
        return create(
                new SimulatedChat(this, -nextGroupId(), SimulatedChat.Type.GROUP, title),
                creator,
                members);
    }

    public SimulatedChat supergroup(String title, PersonAccount creator, Account... members) {
        return create(supergroup(title), creator, members);
    }

    /// A supergroup with topics.
    public SimulatedChat forum(String title, PersonAccount creator, Account... members) {
        SimulatedChat chat = supergroup(title);
        chat.makeForum();
        return create(chat, creator, members);
    }

    public Optional<SimulatedChat> group(long id) {
        return locked(() -> Optional.ofNullable(groups.get(id)));
    }

    public Optional<PersonAccount> person(long id) {
        return locked(() -> Optional.ofNullable(people.get(id)));
    }

    /// All but the private chats, in the order they were made.
    public List<SimulatedChat> groups() {
        return locked(() -> List.copyOf(groups.values()));
    }

    public List<BotAccount> bots() {
        return locked(() -> List.copyOf(bots.values()));
    }

    /// What is put in the way of bots' calls.
    public FaultInjector faults() {
        return faults;
    }

    /// Tells of everything that happens, in its order. An observer must be quick: nothing else
    /// happens until it returns.
    public void observe(Consumer<SimulationEvent> observer) {
        observers.add(observer);
    }

    /// A file that can be sent as a document.
    public DraftMessage document(UploadedFile upload, String caption) {
        var content = JsonTrees.object();
        content.set("document", files.store(upload));
        return DraftMessage.content(caption.isEmpty() ? content : content.put("caption", caption));
    }

    /// What a document holds; empty when there is no such file.
    public Optional<UploadedFile> download(String fileId) {
        return files.find(fileId);
    }

    /// For what was said earlier: see [DraftMessage#dated].
    public long secondsAgo(long seconds) {
        return now() - seconds;
    }

    SimulatedChat privateChat(PersonAccount person, BotAccount bot) {
        return locked(
                () ->
                        privateChats.computeIfAbsent(
                                new SimulatedChat.Pair(person, bot),
                                _ -> SimulatedChat.between(this, person, bot)));
    }

    Optional<SimulatedChat> existingChat(PersonAccount person, BotAccount bot) {
        return Optional.ofNullable(privateChats.get(new SimulatedChat.Pair(person, bot)));
    }

    Optional<BotAccount> botWith(String token) {
        return locked(() -> Optional.ofNullable(bots.get(token)));
    }

    Optional<Account> account(long id) {
        Optional<Account> bot =
                bots.values().stream().filter(b -> b.id() == id).map(Account.class::cast).findAny();
        return bot.or(() -> Optional.ofNullable(people.get(id)));
    }

    SimulatedChat supergroup(String title) {
        return new SimulatedChat(
                this, SUPERGROUP_IDS - nextGroupId(), SimulatedChat.Type.SUPERGROUP, title);
    }

    void add(SimulatedChat chat) {
        groups.put(chat.id(), chat);
    }

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    FileStore files() {
        return files;
    }

    UpdateDispatcher updateDispatcher() {
        return updateDispatcher;
    }

    MessageService messageService() {
        return messageService;
    }

    MembershipService membershipService() {
        return membershipService;
    }

    QueryService queryService() {
        return queryService;
    }

    int firstUpdateId() {
        return firstUpdateId;
    }

    int nextMessageId() {
        return ++lastMessageId;
    }

    void publish(SimulationEvent event) {
        runLocked(() -> observers.forEach(observer -> observer.accept(event)));
    }

    void runLocked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private long nextGroupId() {
        return locked(() -> ++lastGroupId);
    }

    private SimulatedChat create(SimulatedChat chat, PersonAccount creator, Account... members) {
        runLocked(() -> membershipService.create(chat, creator, List.of(members)));
        return chat;
    }
}
