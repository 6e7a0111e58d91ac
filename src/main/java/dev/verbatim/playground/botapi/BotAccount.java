package dev.verbatim.playground.botapi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bot's account, with what BotFather sets there.
public final class BotAccount implements Account {

    private final FakeTelegram telegram;
    private final String token;
    private final String username;
    private final String name;
    private final BotProfile profile = new BotProfile();
    private final UpdateQueue updates;
    private final AtomicReference<@Nullable WebhookSender> webhook = new AtomicReference<>();
    private final SendRateLimits sendRateLimits;
    private volatile boolean privacyMode = true;
    private volatile boolean inlineMode = true;

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

    public boolean privacyMode() {
        return privacyMode;
    }

    /// Whether it gets only what is meant for it in groups. Takes effect at once, and not only when
    /// the bot is added again.
    public void setPrivacyMode(boolean on) {
        privacyMode = on;
        telegram.publish(new SimulationEvent.BotChanged(this));
    }

    public void setInlineMode(boolean on) {
        inlineMode = on;
    }

    /// Whether it meets the limits on how much may be sent.
    public void setRateLimits(boolean on) {
        sendRateLimits.enable(on);
    }

    /// An update as it would come over the wire, whatever is in it; its number is put in.
    ///
    /// @return the number
    public int queueUpdate(ObjectNode update) {
        return telegram.updateDispatcher().queue(this, update);
    }

    /// The updates that nobody has confirmed yet.
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

    /// What the empty private chat says, in a language.
    public String description(String language) {
        return telegram.locked(() -> profile.text(BotProfile.DESCRIPTION, language));
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

    /// Takes the place of the present one, which ends.
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
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}
