package dev.verbatim.playground.botapi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bot's account, with the settings that BotFather has. Thread-safe.
public final class BotAccount implements Account {

    private final FakeTelegram telegram;
    private final String token;
    private volatile String username;
    private final String name;
    private final BotProfile profile = new BotProfile();
    private final UpdateQueue updates;
    private final AtomicReference<@Nullable WebhookSender> webhook = new AtomicReference<>();
    private final SendRateLimits sendRateLimits;
    private volatile boolean privacyMode = true;
    private volatile boolean inlineMode = true;
    private volatile boolean guestMode = true;
    private volatile boolean ephemeralMessages = true;
    private volatile boolean richMessages = true;

    BotAccount(FakeTelegram telegram, String token, String username, String name) {
        this.telegram = telegram;
        this.token = token;
        this.username = username;
        this.name = name;
        updates = new UpdateQueue(telegram.firstUpdateId());
        sendRateLimits = new SendRateLimits(telegram.clock());
    }

    /// The part of the token before the colon.
    @Override
    public long id() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    public String token() {
        return token;
    }

    public String username() {
        return username;
    }

    /// Gives the bot another user name, as its owner can with BotFather.
    public void rename(String other) {
        username = other;
        publishChange();
    }

    public boolean privacyMode() {
        return privacyMode;
    }

    /// With it, the bot gets only what is addressed to it in groups. Takes effect at once; on
    /// Telegram only when the bot is added again.
    public void setPrivacyMode(boolean on) {
        privacyMode = on;
        publishChange();
    }

    public void setInlineMode(boolean on) {
        inlineMode = on;
    }

    /// With it, the bot is asked when it is mentioned in a chat that it isn't in.
    public void setGuestMode(boolean on) {
        guestMode = on;
        publishChange();
    }

    /// Switches the limits of how much the bot may send; off at first.
    public void setRateLimits(boolean on) {
        sendRateLimits.enable(on);
    }

    /// Queues an update as it is, whatever is in it; only its number is put in.
    ///
    /// @return the number
    public int queueUpdate(ObjectNode update) {
        return telegram.updateDispatcher().queue(this, update);
    }

    /// The number of updates that no poll has confirmed yet.
    public int pendingUpdates() {
        return updates.size();
    }

    /// The answer to `getMe`.
    public ObjectNode getMe() {
        return telegram.locked(this::self);
    }

    /// The commands that the menu shows to a person in a chat.
    public JsonNode commandsFor(PersonAccount person, SimulatedChat chat) {
        return telegram.locked(() -> profile.commandsFor(person, chat));
    }

    /// The description, which an empty private chat shows, in a language.
    public String description(String language) {
        return telegram.locked(() -> profile.text(BotProfile.DESCRIPTION, language));
    }

    void publishChange() {
        telegram.publish(new SimulationEvent.BotChanged(this));
    }

    /// Whether the server knows messages that one user of a group sees. An older one has no method
    /// for them, and passes over the parameters that they are sent with.
    public void setEphemeralMessages(boolean on) {
        ephemeralMessages = on;
    }

    boolean hasEphemeralMessages() {
        return ephemeralMessages;
    }

    /// Whether the server knows rich messages. An older one has no method for them.
    public void setRichMessages(boolean on) {
        richMessages = on;
    }

    boolean hasRichMessages() {
        return richMessages;
    }

    boolean hasGuestMode() {
        return guestMode;
    }

    boolean hasInlineMode() {
        return inlineMode;
    }

    BotProfile profile() {
        return profile;
    }

    UpdateQueue updates() {
        return updates;
    }

    SendRateLimits sendRateLimits() {
        return sendRateLimits;
    }

    @Nullable WebhookSender webhook() {
        return webhook.get();
    }

    /// Replaces the present webhook, which ends; null for none.
    void setWebhook(@Nullable WebhookSender next) {
        WebhookSender before = webhook.getAndSet(next);
        if (before != null) {
            before.close();
        }
        updates.interruptPoll();
    }

    @Override
    public ObjectNode toJson() {
        return JsonTrees.object()
                .put("id", id())
                .put("is_bot", true)
                .put("first_name", name)
                .put("username", username);
    }

    ObjectNode self() {
        return toJson().put("can_join_groups", true)
                .put("can_read_all_group_messages", !privacyMode)
                .put("supports_inline_queries", inlineMode)
                .put("supports_guest_queries", guestMode)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}
