package dev.verbatim.playground.botapi;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Somebody with an app: writes, presses, shares files and blocks bots.
public final class Person implements Account {

    private final World world;
    private final long id;
    private final String firstName;
    private final @Nullable String username;
    private final String language;
    private final Set<Bot> blocked = new HashSet<>();
    private final Set<Bot> started = new HashSet<>();
    private boolean deactivated;

    Person(World world, long id, String firstName, @Nullable String username, String language) {
        this.world = world;
        this.id = id;
        this.firstName = firstName;
        this.username = username;
        this.language = language;
    }

    @Override
    public long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    /// That of the app, such as `de`.
    public String language() {
        return language;
    }

    /// Empty when there is none.
    String username() {
        return username == null ? "" : username;
    }

    /// The private chat with a bot.
    public Room chatWith(Bot bot) {
        return world.privateChat(this, bot);
    }

    public Post writes(Room room, String text) {
        return writes(room, Draft.text(text));
    }

    public Post writes(Room room, Draft draft) {
        return world.doing(
                () -> {
                    room.bot().ifPresent(started::add);
                    return world.posting().write(this, room, draft);
                });
    }

    /// Changes the text, or the caption.
    public void edits(Post post, String text) {
        world.happen(() -> world.posting().rewrite(post, Draft.text(text)));
    }

    public void deletes(Post post) {
        world.happen(() -> world.posting().remove(post));
    }

    /// Presses the button with this data.
    ///
    /// @return the number by which the bot's answer will be known
    public String presses(Post post, String data) {
        return world.doing(() -> world.queries().press(this, post, data));
    }

    /// Types the bot's name and a query, in any chat.
    ///
    /// @param chatType of the chat that is typed in, such as `private` or `sender`
    /// @return the number by which the bot's answer will be known
    public String asksInline(Bot bot, String query, String offset, String chatType) {
        return world.doing(() -> world.queries().type(this, bot, query, offset, chatType));
    }

    /// Takes one of the results that came for an inline query.
    public Post picks(String queryId, String resultId, Room room) {
        return world.doing(() -> world.queries().pick(this, queryId, resultId, room));
    }

    /// Sets the reaction to a message; an empty one takes it back.
    public void reacts(Post post, String emoji) {
        world.happen(() -> world.posting().react(this, post, emoji));
    }

    public void blocks(Bot bot) {
        setBlocked(bot, true);
    }

    public void unblocks(Bot bot) {
        setBlocked(bot, false);
    }

    /// Deletes the account.
    public void leavesForGood() {
        world.happen(() -> deactivated = true);
    }

    boolean hasBlocked(Bot bot) {
        return blocked.contains(bot);
    }

    boolean hasStarted(Bot bot) {
        return started.contains(bot);
    }

    boolean isDeactivated() {
        return deactivated;
    }

    @Override
    public ObjectNode wire() {
        ObjectNode wire = Json.object().put("id", id).put("is_bot", false);
        wire.put("first_name", firstName);
        if (username != null) {
            wire.put("username", username);
        }
        return wire.put("language_code", language);
    }

    private void setBlocked(Bot bot, boolean now) {
        world.happen(
                () -> {
                    boolean changed = now ? blocked.add(bot) : blocked.remove(bot);
                    if (changed) {
                        Membership after = now ? Membership.KICKED : Membership.MEMBER;
                        Membership before = now ? Membership.MEMBER : Membership.KICKED;
                        world.dispatch().standing(chatWith(bot), bot, this, before, after);
                    }
                });
    }
}
