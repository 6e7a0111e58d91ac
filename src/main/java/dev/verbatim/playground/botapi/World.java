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
public final class World {

    // Ids as the real ones look: a supergroup's and a channel's have this before them.
    private static final long SUPERGROUPS = -1_001_000_000_000L;
    private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Event>> observers = new CopyOnWriteArrayList<>();
    private final Map<String, Bot> bots = new LinkedHashMap<>();
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Map<Room.Pair, Room> talks = new LinkedHashMap<>();
    private final Map<Long, Room> rooms = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private final Files files = new Files();
    private final Dispatch dispatch = new Dispatch(this);
    private final Posting posting = new Posting(this);
    private final Doors doors = new Doors(this);
    private final Queries queries = new Queries(this);
    private final int firstUpdate;
    private int lastMessageId;
    private long lastRoom;

    /// An empty one.
    ///
    /// @param clock dates messages, and measures rates and how old a query is; how long a poll
    ///   waits is real time
    public World(Clock clock) {
        this(clock, 1_000);
    }

    /// One whose chats, messages and updates are numbered from here on, so that a bot that
    /// remembers an earlier world doesn't take this one's for the same.
    public World(Clock clock, int numbersFrom) {
        this.clock = clock;
        firstUpdate = numbersFrom;
        lastMessageId = numbersFrom;
        lastRoom = numbersFrom;
    }

    /// A bot that can be used with this token, such as `123:abc`.
    public Bot bot(String token, String username, String name) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "a token is digits, a colon and letters, as in 123:abc");
        }
        var bot = new Bot(this, token, username, name);
        happen(() -> bots.put(token, bot));
        return bot;
    }

    /// Somebody whose app is in English and who has no user name.
    public Person person(long id, String firstName) {
        return person(id, firstName, null, "en");
    }

    public Person person(long id, String firstName, @Nullable String username, String language) {
        var person = new Person(this, id, firstName, username, language);
        happen(() -> people.put(id, person));
        return person;
    }

    /// A basic group. Bots hear that they were let in.
    public Room group(String title, Person creator, Account... members) {
        return open(new Room(this, -nextRoom(), Room.Type.GROUP, title), creator, members);
    }

    public Room supergroup(String title, Person creator, Account... members) {
        return open(supergroup(title), creator, members);
    }

    /// A supergroup with topics.
    public Room forum(String title, Person creator, Account... members) {
        Room room = supergroup(title);
        room.makeForum();
        return open(room, creator, members);
    }

    public Room channel(String title, Person creator, Account... members) {
        return open(
                new Room(this, SUPERGROUPS - nextRoom(), Room.Type.CHANNEL, title),
                creator,
                members);
    }

    public Optional<Room> room(long id) {
        return doing(() -> Optional.ofNullable(rooms.get(id)));
    }

    public Optional<Person> person(long id) {
        return doing(() -> Optional.ofNullable(people.get(id)));
    }

    /// All but the private chats, in the order they were made.
    public List<Room> rooms() {
        return doing(() -> List.copyOf(rooms.values()));
    }

    public List<Bot> bots() {
        return doing(() -> List.copyOf(bots.values()));
    }

    /// What is put in the way of bots' calls.
    public Faults faults() {
        return faults;
    }

    /// Tells of everything that happens, in its order. An observer must be quick: nothing else
    /// happens until it returns.
    public void observe(Consumer<Event> observer) {
        observers.add(observer);
    }

    /// A file that can be sent as a document.
    public Draft document(Upload upload, String caption) {
        var content = Json.object();
        content.set("document", files.store(upload));
        return Draft.content(caption.isEmpty() ? content : content.put("caption", caption));
    }

    /// What a document holds; empty when there is no such file.
    public Optional<Upload> download(String fileId) {
        return files.find(fileId);
    }

    /// For what was said earlier: see [Draft#at].
    public long secondsAgo(long seconds) {
        return now() - seconds;
    }

    Room privateChat(Person person, Bot bot) {
        return doing(
                () ->
                        talks.computeIfAbsent(
                                new Room.Pair(person, bot), _ -> Room.between(this, person, bot)));
    }

    Optional<Room> existingChat(Person person, Bot bot) {
        return Optional.ofNullable(talks.get(new Room.Pair(person, bot)));
    }

    Optional<Bot> botWith(String token) {
        return doing(() -> Optional.ofNullable(bots.get(token)));
    }

    Optional<Account> account(long id) {
        Optional<Account> bot =
                bots.values().stream().filter(b -> b.id() == id).map(Account.class::cast).findAny();
        return bot.or(() -> Optional.ofNullable(people.get(id)));
    }

    Room supergroup(String title) {
        return new Room(this, SUPERGROUPS - nextRoom(), Room.Type.SUPERGROUP, title);
    }

    void add(Room room) {
        rooms.put(room.id(), room);
    }

    Clock clock() {
        return clock;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    Files files() {
        return files;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Posting posting() {
        return posting;
    }

    Doors doors() {
        return doors;
    }

    Queries queries() {
        return queries;
    }

    int firstUpdate() {
        return firstUpdate;
    }

    int nextMessageId() {
        return ++lastMessageId;
    }

    void tell(Event event) {
        happen(() -> observers.forEach(observer -> observer.accept(event)));
    }

    void happen(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T doing(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private long nextRoom() {
        return doing(() -> ++lastRoom);
    }

    private Room open(Room room, Person creator, Account... members) {
        happen(() -> doors.open(room, creator, List.of(members)));
        return room;
    }
}
