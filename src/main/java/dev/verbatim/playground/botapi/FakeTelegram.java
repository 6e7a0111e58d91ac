package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
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

/// A simulated Telegram: all chats, users and bots, in memory. Thread-safe.
public final class FakeTelegram {

    // Real ids of supergroups start like this.
    private static final long SUPERGROUP_IDS = -1_001_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("\\d{1,18}+:[A-Za-z0-9_-]++");

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

    /// @param clock dates messages, and measures rates and the age of queries; polls wait in real
    ///   time
    public FakeTelegram(Clock clock) {
        this(clock, 1_000);
    }

    /// @param numbersFrom first number of chats, messages and updates: above those of an earlier
    ///   simulation, so that a bot that remembers them doesn't confuse the two
    public FakeTelegram(Clock clock, int numbersFrom) {
        this.clock = clock;
        firstUpdateId = numbersFrom;
        lastMessageId = numbersFrom;
        lastGroupId = numbersFrom;
    }

    /// Creates a bot with this token, such as `123:abc`.
    public BotAccount bot(String token, String username, String name) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a token is digits, a colon and letters, as in 123:abc");
        }
        var bot = new BotAccount(this, token, username, name);
        runLocked(() -> bots.put(token, bot));
        return bot;
    }

    /// Creates a user whose app is in English and who has no user name.
    public PersonAccount person(long id, String firstName) {
        return person(id, firstName, null, "en");
    }

    public PersonAccount person(
            long id, String firstName, @Nullable String username, String language) {
        var person = new PersonAccount(this, id, firstName, username, language);
        runLocked(() -> people.put(id, person));
        return person;
    }

    /// Creates a basic group. Bots get an update about being added.
    public SimulatedChat group(String title, PersonAccount creator, Account... members) {
        return create(
                new SimulatedChat(this, -nextGroupId(), SimulatedChat.Type.GROUP, title),
                creator,
                members);
    }

    public SimulatedChat supergroup(String title, PersonAccount creator, Account... members) {
        return create(supergroup(title), creator, members);
    }

    /// Creates a supergroup with topics.
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

    /// All chats but the private ones, in the order of their creation.
    public List<SimulatedChat> groups() {
        return locked(() -> List.copyOf(groups.values()));
    }

    public List<BotAccount> bots() {
        return locked(() -> List.copyOf(bots.values()));
    }

    /// The faults that bots' calls meet.
    public FaultInjector faults() {
        return faults;
    }

    /// Tells an observer of every event, in order. It must be quick: nothing else happens until it
    /// returns.
    public void observe(Consumer<SimulationEvent> observer) {
        observers.add(observer);
    }

    /// Stores a file and drafts a message with it.
    public DraftMessage document(UploadedFile upload, String caption) {
        var content = JsonTrees.object();
        content.set("document", files.store(upload));
        return DraftMessage.content(caption.isEmpty() ? content : content.put("caption", caption));
    }

    /// The file with this id, if there is one.
    public Optional<UploadedFile> download(String fileId) {
        return files.find(fileId);
    }

    /// A time for [DraftMessage#dated].
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
