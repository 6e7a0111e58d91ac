package dev.verbatim.playground.botapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A chat: private, a basic group, a supergroup or a channel.
public final class Room {

    /// The kinds of chats.
    enum Type {
        PRIVATE("private"),
        GROUP("group"),
        SUPERGROUP("supergroup"),
        CHANNEL("channel");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// The two of a private chat.
    record Pair(Person person, Bot bot) {}

    private final World world;
    private final long id;
    private final Type type;
    private final @Nullable Pair pair;
    private final Map<Account, Membership> members = new LinkedHashMap<>();
    private final NavigableMap<Integer, Post> posts = new TreeMap<>();
    private final Map<Integer, String> topics = new LinkedHashMap<>();
    private final NavigableSet<Integer> pinned = new TreeSet<>();
    private String title;
    private String username = "";
    private boolean forum;
    private boolean deleted;
    private @Nullable Room migratedTo;
    private @Nullable Room linked;
    private @Nullable Bot lastSpeaker;
    private int lastId;

    Room(World world, long id, Type type, String title) {
        this(world, id, type, title, null);
    }

    private Room(World world, long id, Type type, String title, @Nullable Pair pair) {
        this.world = world;
        this.id = id;
        this.type = type;
        this.title = title;
        this.pair = pair;
    }

    static Room between(World world, Person person, Bot bot) {
        return new Room(world, person.id(), Type.PRIVATE, "", new Pair(person, bot));
    }

    /// As bots know it: in a private chat the person's.
    public long id() {
        return id;
    }

    public boolean isPrivate() {
        return type == Type.PRIVATE;
    }

    public boolean isForum() {
        return forum;
    }

    /// Somebody lets a person or a bot in.
    public void admit(Account who, Person by) {
        world.happen(() -> world.doors().admit(this, who, by));
    }

    /// Somebody throws a person or a bot out; or they leave, when it is they themselves.
    public void remove(Account who, Account by) {
        world.happen(() -> world.doors().remove(this, who, by));
    }

    public void promote(Account who, Person by) {
        stand(who, by, Membership.ADMINISTRATOR);
    }

    /// Makes an administrator, or somebody muted, a plain member again.
    public void demote(Account who, Person by) {
        stand(who, by, Membership.MEMBER);
    }

    /// They may read but not write.
    public void mute(Account who, Person by) {
        stand(who, by, Membership.MUTED);
    }

    /// Opens a topic of a forum and returns its number.
    public int openTopic(String name, Account by) {
        return world.doing(() -> world.posting().openTopic(this, name, by));
    }

    /// Makes a basic group a supergroup, as the app does when it grows.
    public Room upgrade() {
        return world.doing(() -> world.doors().upgrade(this));
    }

    /// Comments on a channel's posts go to this group.
    public void linkTo(Room channel) {
        world.happen(
                () -> {
                    linked = channel;
                    channel.linked = this;
                });
    }

    /// Makes it public.
    public void setUsername(String name) {
        world.happen(() -> username = name);
    }

    /// The group is gone for all.
    public void delete() {
        world.happen(() -> deleted = true);
    }

    /// All messages that are left, in order.
    public List<Post> posts() {
        return world.doing(() -> List.copyOf(posts.values()));
    }

    /// The message with this number, if it is there.
    public Optional<Post> post(int messageId) {
        return world.doing(() -> Optional.ofNullable(posts.get(messageId)));
    }

    /// The last message that a bot wrote here, if any.
    public Optional<Post> lastOf(Bot bot) {
        return posts().stream().filter(post -> post.isBy(bot)).reduce((_, later) -> later);
    }

    /// The `Chat` of the Bot API.
    public ObjectNode wire() {
        ObjectNode wire = Json.object().put("id", id).put("type", type.word());
        if (pair != null) {
            wire.put("first_name", pair.person().firstName());
            if (!pair.person().username().isEmpty()) {
                wire.put("username", pair.person().username());
            }
            return wire;
        }
        wire.put("title", title);
        if (!username.isEmpty()) {
            wire.put("username", username);
        }
        return forum ? wire.put("is_forum", true) : wire;
    }

    /// The chat with its members, their standing and its topics, for a page that shows it.
    public ObjectNode roll() {
        return world.doing(
                () -> {
                    ObjectNode roll = wire();
                    var list = roll.putArray("members");
                    members.forEach((who, how) -> list.add(how.wire(who, false)));
                    var names = roll.putArray("topics");
                    topics.forEach(
                            (topic, name) -> names.addObject().put("id", topic).put("name", name));
                    return roll;
                });
    }

    World world() {
        return world;
    }

    Optional<Bot> bot() {
        return Optional.ofNullable(pair).map(Pair::bot);
    }

    Optional<Person> person() {
        return Optional.ofNullable(pair).map(Pair::person);
    }

    Type type() {
        return type;
    }

    boolean isChannel() {
        return type == Type.CHANNEL;
    }

    String title() {
        return title;
    }

    void rename(String name) {
        title = name;
    }

    String username() {
        return username;
    }

    void makeForum() {
        forum = true;
    }

    boolean isDeleted() {
        return deleted;
    }

    @Nullable Room migratedTo() {
        return migratedTo;
    }

    void setMigratedTo(Room room) {
        migratedTo = room;
    }

    @Nullable Room linked() {
        return linked;
    }

    @Nullable Bot lastSpeaker() {
        return lastSpeaker;
    }

    Map<Account, Membership> members() {
        return members;
    }

    Map<Integer, String> topics() {
        return topics;
    }

    NavigableSet<Integer> pinned() {
        return pinned;
    }

    Membership membership(Account account) {
        return members.getOrDefault(account, Membership.LEFT);
    }

    /// Whether it was ever inside, so that it knows of the chat.
    boolean knows(Account account) {
        return members.containsKey(account);
    }

    List<Account> inside() {
        List<Account> inside = new ArrayList<>();
        members.forEach(
                (account, membership) -> {
                    if (membership.isInside()) {
                        inside.add(account);
                    }
                });
        return inside;
    }

    @Nullable Post find(int messageId) {
        return posts.get(messageId);
    }

    /// As on the real server, supergroups and channels count for themselves, and all the others
    /// together.
    int nextId() {
        boolean ownCount = type == Type.SUPERGROUP || type == Type.CHANNEL;
        return ownCount ? ++lastId : world.nextMessageId();
    }

    void add(Post post) {
        posts.put(post.id(), post);
        if (post.sender().account() instanceof Bot bot) {
            lastSpeaker = bot;
        }
    }

    void forget(int messageId) {
        posts.remove(messageId);
        pinned.remove(messageId);
    }

    private void stand(Account who, Person by, Membership after) {
        world.happen(() -> world.doors().stand(this, who, by, after));
    }
}
