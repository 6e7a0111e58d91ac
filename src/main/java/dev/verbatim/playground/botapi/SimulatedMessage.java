package dev.verbatim.playground.botapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message of a chat, as it is now.
public final class SimulatedMessage {

    /// The sender of a message.
    ///
    /// @param account the one that sent it
    /// @param as the chat in whose name; missing for the account's own
    record Sender(Account account, @Nullable SimulatedChat as) {}

    /// The topic of a message and the message that it replies to.
    ///
    /// @param topic 0 for none
    /// @param replyTo 0 for none
    /// @param quote the `TextQuote`; missing for none
    record Placement(int topic, int replyTo, @Nullable ObjectNode quote) {

        static final Placement ANYWHERE = new Placement(0, 0, null);
    }

    private static final List<String> SERVICE_FIELDS =
            List.of(
                    "new_chat_members",
                    "left_chat_member",
                    "new_chat_title",
                    "group_chat_created",
                    "supergroup_chat_created",
                    "forum_topic_created",
                    "pinned_message",
                    "migrate_to_chat_id",
                    "migrate_from_chat_id");

    private static final Set<String> FORMATTING =
            Set.of("bold", "italic", "underline", "strikethrough", "spoiler");

    private final SimulatedChat chat;
    private final int id;
    private final Sender sender;
    private final Placement placement;
    private final long date;
    private final Set<BotAccount> addressees = new HashSet<>();
    private final Map<Account, String> reactions = new LinkedHashMap<>();
    private ObjectNode content;
    private @Nullable BotAccount via;
    private long editDate;

    SimulatedMessage(
            SimulatedChat chat,
            int id,
            Sender sender,
            Placement placement,
            long date,
            ObjectNode content) {
        this.chat = chat;
        this.id = id;
        this.sender = sender;
        this.placement = placement;
        this.date = date;
        this.content = content;
    }

    public SimulatedChat chat() {
        return chat;
    }

    public int id() {
        return id;
    }

    /// The text, the words of a rich message, or the caption; empty when there is none.
    public String text() {
        if (content.has(RichContent.FIELD)) {
            return RichContent.plainText(content.path(RichContent.FIELD));
        }
        return content.path("text").asString(content.path("caption").asString(""));
    }

    /// The data of the first button; empty if it has none.
    public String firstButtonData() {
        return content.at("/reply_markup/inline_keyboard/0/0/callback_data").asString("");
    }

    public boolean isBy(Account account) {
        return sender.account() == account;
    }

    /// The reactions to it, each with its count.
    public Map<String, Integer> reactionCounts() {
        return chat.telegram()
                .locked(
                        () -> {
                            Map<String, Integer> counts = new LinkedHashMap<>();
                            reactions
                                    .values()
                                    .forEach(emoji -> counts.merge(emoji, 1, Integer::sum));
                            return counts;
                        });
    }

    /// The reaction of each account.
    Map<Account, String> reactions() {
        return reactions;
    }

    Sender sender() {
        return sender;
    }

    Placement placement() {
        return placement;
    }

    long date() {
        return date;
    }

    ObjectNode content() {
        return content;
    }

    /// Whether an entity that a quote must repeat marks a part of the text.
    boolean isFormatted(int from, int to) {
        return Stream.of("entities", "caption_entities")
                .flatMap(name -> content.path(name).valueStream())
                .filter(entity -> FORMATTING.contains(entity.path("type").asString("")))
                .anyMatch(
                        entity ->
                                FormattedText.start(entity) < to
                                        && FormattedText.end(entity) > from);
    }

    /// Whether one user of the group only sees it.
    public boolean isForOne() {
        return content.has("ephemeral_message_id");
    }

    boolean isService() {
        return !content.has("text") && SERVICE_FIELDS.stream().anyMatch(content::has);
    }

    void setVia(BotAccount bot) {
        via = bot;
    }

    @Nullable BotAccount via() {
        return via;
    }

    /// The bots that it is addressed to, in terms of privacy mode.
    Set<BotAccount> addressees() {
        return addressees;
    }

    /// @param seconds the time of the edit; 0 when only the buttons change
    void replaceContent(ObjectNode other, long seconds) {
        content = other;
        editDate = seconds == 0 ? editDate : seconds;
    }

    /// The `Message` of the Bot API.
    public ObjectNode toJson() {
        return chat.telegram().locked(this::view);
    }

    private ObjectNode view() {
        ObjectNode wire = bare();
        SimulatedMessage target = chat.find(placement.replyTo());
        if (target == null && placement.topic() != 0) {
            // As on the real server, a message that replies to none replies to its topic's
            // first message.
            target = chat.find(placement.topic());
        }
        if (target != null) {
            wire.set("reply_to_message", target.bare());
        }
        if (placement.quote() != null) {
            wire.set("quote", placement.quote().deepCopy());
        }
        return wire;
    }

    private ObjectNode bare() {
        ObjectNode wire = JsonTrees.object().put("message_id", id);
        if (placement.topic() != 0) {
            wire.put("message_thread_id", placement.topic());
            if (chat.isForum()) {
                wire.put("is_topic_message", true);
            }
        }
        putSender(wire);
        wire.set("chat", chat.toJson());
        wire.put("date", date);
        if (editDate != 0) {
            wire.put("edit_date", editDate);
        }
        if (via != null) {
            wire.set("via_bot", via.toJson());
        }
        wire.setAll(content.deepCopy());
        if (chat.hasProtectedContent()) {
            wire.put("has_protected_content", true);
        }
        return wire;
    }

    /// The account that the real server puts into `from` when a group is the sender.
    private static ObjectNode anonymousAdministrator() {
        return JsonTrees.object()
                .put("id", 1_087_968_824)
                .put("is_bot", true)
                .put("first_name", "Group")
                .put("username", "GroupAnonymousBot");
    }

    private void putSender(ObjectNode wire) {
        SimulatedChat as = sender.as();
        if (as == null) {
            wire.set("from", sender.account().toJson());
            return;
        }
        wire.set("from", anonymousAdministrator());
        wire.set("sender_chat", as.toJson());
    }
}
