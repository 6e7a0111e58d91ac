package dev.verbatim.playground.botapi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bot's account, with what BotFather sets there.
public final class Bot implements Account {

    private final World world;
    private final String token;
    private final String username;
    private final Profile profile;
    private final UpdateQueue updates;
    private final AtomicReference<@Nullable Webhook> webhook = new AtomicReference<>();
    private final Rates rates;
    private volatile boolean privacyMode = true;
    private volatile boolean inlineMode = true;
    private volatile boolean inlineFeedback;

    Bot(World world, String token, String username, String name) {
        this.world = world;
        this.token = token;
        this.username = username;
        profile = new Profile(name);
        updates = new UpdateQueue(world.firstUpdate());
        rates = new Rates(world.clock());
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
        world.tell(new Event.BotChanged(this));
    }

    public void setInlineMode(boolean on) {
        inlineMode = on;
    }

    /// Whether it hears which inline result was taken.
    public void setInlineFeedback(boolean on) {
        inlineFeedback = on;
    }

    /// Whether it meets the limits on how much may be sent.
    public void setRates(boolean on) {
        rates.set(on);
    }

    /// An update as it would come over the wire, whatever is in it; its number is put in.
    ///
    /// @return the number
    public int deliver(ObjectNode update) {
        return world.dispatch().add(this, update);
    }

    /// The updates that nobody has confirmed yet.
    public int unconfirmed() {
        return updates.size();
    }

    /// The answer to `getMe`.
    public ObjectNode about() {
        return world.doing(this::self);
    }

    /// The commands that the menu shows to a person in a chat.
    public JsonNode commandsFor(Person person, Room room) {
        return world.doing(() -> profile.commandsFor(person, room));
    }

    /// What the empty private chat says, in a language.
    public String description(String language) {
        return world.doing(() -> profile.text(Profile.DESCRIPTION, language));
    }

    boolean hasInlineMode() {
        return inlineMode;
    }

    boolean hasInlineFeedback() {
        return inlineFeedback;
    }

    Profile profile() {
        return profile;
    }

    UpdateQueue updates() {
        return updates;
    }

    Rates rates() {
        return rates;
    }

    @Nullable Webhook webhook() {
        return webhook.get();
    }

    /// Takes the place of the present one, which ends.
    void setWebhook(@Nullable Webhook next) {
        Webhook before = webhook.getAndSet(next);
        if (before != null) {
            before.close();
        }
        updates.interruptPoll();
    }

    @Override
    public ObjectNode wire() {
        return Json.object()
                .put("id", id())
                .put("is_bot", true)
                .put("first_name", profile.text(Profile.NAME, ""))
                .put("username", username);
    }

    ObjectNode self() {
        return wire().put("can_join_groups", true)
                .put("can_read_all_group_messages", !privacyMode)
                .put("supports_inline_queries", inlineMode)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }
}
