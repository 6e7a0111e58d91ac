package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
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

/// A chat: private, a basic group or a supergroup. Thread-safe where public.
public final class SimulatedChat {

    enum Type {
        PRIVATE("private"),
        GROUP("group"),
        SUPERGROUP("supergroup");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// The members of a private chat.
    record Pair(PersonAccount person, BotAccount bot) {}

    private final FakeTelegram telegram;
    private final long id;
    private final Type type;
    private final @Nullable Pair pair;
    private final Map<Account, MembershipStatus> members = new LinkedHashMap<>();
    private final NavigableMap<Integer, SimulatedMessage> messages = new TreeMap<>();
    private final NavigableSet<Integer> pinned = new TreeSet<>();
    private final Map<Integer, String> topics = new LinkedHashMap<>();
    private final String title;
    private String username = "";
    private boolean forum;
    private boolean protectedContent;
    private @Nullable SimulatedChat migratedTo;
    private @Nullable BotAccount lastBot;
    private int lastId;

    SimulatedChat(FakeTelegram telegram, long id, Type type, String title) {
        this(telegram, id, type, title, null);
    }

    private SimulatedChat(
            FakeTelegram telegram, long id, Type type, String title, @Nullable Pair pair) {
        this.telegram = telegram;
        this.id = id;
        this.type = type;
        this.title = title;
        this.pair = pair;
    }

    static SimulatedChat between(FakeTelegram telegram, PersonAccount person, BotAccount bot) {
        return new SimulatedChat(telegram, person.id(), Type.PRIVATE, "", new Pair(person, bot));
    }

    /// The id by which bots know it: in a private chat the user's.
    public long id() {
        return id;
    }

    public boolean isPrivate() {
        return type == Type.PRIVATE;
    }

    public boolean isForum() {
        return forum;
    }

    /// A user adds a user or a bot.
    public void addMember(Account who, PersonAccount by) {
        telegram.runLocked(() -> telegram.membershipService().addMember(this, who, by));
    }

    /// A user removes a user or a bot; with the same account twice, it leaves.
    public void removeMember(Account who, Account by) {
        telegram.runLocked(() -> telegram.membershipService().removeMember(this, who, by));
    }

    public void promote(Account who, PersonAccount by) {
        changeStatus(who, by, MembershipStatus.ADMINISTRATOR);
    }

    /// Makes an administrator or a restricted member a plain member again.
    public void demote(Account who, PersonAccount by) {
        changeStatus(who, by, MembershipStatus.MEMBER);
    }

    /// The account may read but not write.
    public void restrict(Account who, PersonAccount by) {
        changeStatus(who, by, MembershipStatus.MUTED);
    }

    /// Opens a topic of a forum and returns its number.
    public int openTopic(String name, Account by) {
        return telegram.locked(() -> telegram.messageService().openTopic(this, name, by));
    }

    /// Makes a basic group a supergroup, as the app does when it grows.
    public SimulatedChat upgrade() {
        return telegram.locked(() -> telegram.membershipService().upgrade(this));
    }

    /// Makes the chat public under this name.
    public void setUsername(String name) {
        telegram.runLocked(() -> username = name);
    }

    /// All messages that aren't deleted, in order.
    public List<SimulatedMessage> messages() {
        return telegram.locked(() -> List.copyOf(messages.values()));
    }

    /// The message with this number, if it is there.
    public Optional<SimulatedMessage> message(int messageId) {
        return telegram.locked(() -> Optional.ofNullable(messages.get(messageId)));
    }

    /// The last message that a bot wrote here, if any.
    public Optional<SimulatedMessage> lastMessageBy(BotAccount bot) {
        return messages().stream().filter(message -> message.isBy(bot)).reduce((_, later) -> later);
    }

    /// From now on what is written here may not be forwarded or saved.
    void protectContent() {
        protectedContent = true;
    }

    boolean hasProtectedContent() {
        return protectedContent;
    }

    /// The `Chat` of the Bot API.
    public ObjectNode toJson() {
        ObjectNode wire = JsonTrees.object().put("id", id).put("type", type.word());
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

    /// The `Chat` with its members, their status and its topics, for a page that shows them.
    public ObjectNode toJsonWithMembers() {
        return telegram.locked(
                () -> {
                    ObjectNode roll = toJson();
                    var list = roll.putArray("members");
                    members.forEach((who, how) -> list.add(how.toJson(who, false)));
                    var names = roll.putArray("topics");
                    topics.forEach(
                            (topic, name) -> names.addObject().put("id", topic).put("name", name));
                    return roll;
                });
    }

    FakeTelegram telegram() {
        return telegram;
    }

    Optional<BotAccount> bot() {
        return Optional.ofNullable(pair).map(Pair::bot);
    }

    Optional<PersonAccount> person() {
        return Optional.ofNullable(pair).map(Pair::person);
    }

    Type type() {
        return type;
    }

    String title() {
        return title;
    }

    String username() {
        return username;
    }

    void makeForum() {
        forum = true;
    }

    @Nullable SimulatedChat migratedTo() {
        return migratedTo;
    }

    void setMigratedTo(SimulatedChat chat) {
        migratedTo = chat;
    }

    @Nullable BotAccount lastBot() {
        return lastBot;
    }

    Map<Account, MembershipStatus> members() {
        return members;
    }

    /// The numbers of the messages that are pinned, the oldest first.
    NavigableSet<Integer> pinned() {
        return pinned;
    }

    Map<Integer, String> topics() {
        return topics;
    }

    MembershipStatus statusOf(Account account) {
        return members.getOrDefault(account, MembershipStatus.LEFT);
    }

    /// Whether the account was ever a member.
    boolean knows(Account account) {
        return members.containsKey(account);
    }

    List<Account> currentMembers() {
        List<Account> inside = new ArrayList<>();
        members.forEach(
                (account, membershipStatus) -> {
                    if (membershipStatus.isMember()) {
                        inside.add(account);
                    }
                });
        return inside;
    }

    @Nullable SimulatedMessage find(int messageId) {
        return messages.get(messageId);
    }

    /// As on the real server, each supergroup numbers its own messages, and all other chats share
    /// one numbering.
    int nextId() {
        return type == Type.SUPERGROUP ? ++lastId : telegram.nextMessageId();
    }

    void add(SimulatedMessage message) {
        messages.put(message.id(), message);
        if (message.sender().account() instanceof BotAccount bot) {
            lastBot = bot;
        }
    }

    void forget(int messageId) {
        messages.remove(messageId);
        pinned.remove(messageId);
    }

    private void changeStatus(Account who, PersonAccount by, MembershipStatus after) {
        telegram.runLocked(() -> telegram.membershipService().changeStatus(this, who, by, after));
    }
}
