package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A user with an app, who sends messages, presses buttons and blocks bots. Thread-safe.
public final class PersonAccount implements Account {

    private final FakeTelegram telegram;
    private final long id;
    private final String firstName;
    private final @Nullable String username;
    private final String language;
    private final Set<BotAccount> blocked = new HashSet<>();
    private final Set<BotAccount> started = new HashSet<>();

    PersonAccount(
            FakeTelegram telegram,
            long id,
            String firstName,
            @Nullable String username,
            String language) {
        this.telegram = telegram;
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

    /// The app's language, such as `de`.
    public String language() {
        return language;
    }

    /// Empty when there is none.
    String username() {
        return username == null ? "" : username;
    }

    /// The private chat with a bot.
    public SimulatedChat chatWith(BotAccount bot) {
        return telegram.privateChat(this, bot);
    }

    /// Starts a bot, which may write to them from now on. Writing to it does so too.
    public void start(BotAccount bot) {
        telegram.runLocked(() -> started.add(bot));
    }

    public SimulatedMessage send(SimulatedChat chat, String text) {
        return send(chat, DraftMessage.text(text));
    }

    public SimulatedMessage send(SimulatedChat chat, DraftMessage draft) {
        return telegram.locked(
                () -> {
                    chat.bot().ifPresent(this::start);
                    return telegram.messageService().send(this, chat, draft);
                });
    }

    /// Edits the text, or the caption.
    public void edit(SimulatedMessage message, String text) {
        telegram.runLocked(
                () -> telegram.messageService().editByUser(message, DraftMessage.text(text)));
    }

    public void delete(SimulatedMessage message) {
        telegram.runLocked(() -> telegram.messageService().delete(message));
    }

    /// Presses the button with this data.
    ///
    /// @return the query's id, which the bot's answer names
    public String pressButton(SimulatedMessage message, String data) {
        return telegram.locked(() -> telegram.queryService().pressButton(this, message, data));
    }

    /// Types the bot's name and a query in some chat.
    ///
    /// @param chatType of the chat that is typed in, such as `private` or `sender`
    /// @return the query's id, which the bot's answer names
    public String queryInline(BotAccount bot, String query, String offset, String chatType) {
        return telegram.locked(
                () -> telegram.queryService().queryInline(this, bot, query, offset, chatType));
    }

    /// Sends one of the results of an inline query.
    public SimulatedMessage chooseInlineResult(
            String queryId, String resultId, SimulatedChat chat) {
        return telegram.locked(
                () -> telegram.queryService().chooseInlineResult(this, queryId, resultId, chat));
    }

    /// Sets the reaction to a message; an empty one removes it.
    public void react(SimulatedMessage message, String emoji) {
        telegram.runLocked(() -> telegram.messageService().react(this, message, emoji));
    }

    public void block(BotAccount bot) {
        setBlocked(bot, true);
    }

    public void unblock(BotAccount bot) {
        setBlocked(bot, false);
    }

    boolean hasBlocked(BotAccount bot) {
        return blocked.contains(bot);
    }

    boolean hasStarted(BotAccount bot) {
        return started.contains(bot);
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode wire = JsonTrees.object().put("id", id).put("is_bot", false);
        wire.put("first_name", firstName);
        if (username != null) {
            wire.put("username", username);
        }
        return wire.put("language_code", language);
    }

    private void setBlocked(BotAccount bot, boolean now) {
        telegram.runLocked(
                () -> {
                    boolean changed = now ? blocked.add(bot) : blocked.remove(bot);
                    if (changed) {
                        MembershipStatus after =
                                now ? MembershipStatus.KICKED : MembershipStatus.MEMBER;
                        MembershipStatus before =
                                now ? MembershipStatus.MEMBER : MembershipStatus.KICKED;
                        telegram.updateDispatcher()
                                .membershipChanged(chatWith(bot), bot, this, before, after);
                    }
                });
    }
}
