package dev.verbatim.playground.botapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a person is about to send.
///
/// @param content as the Bot API has it in a `Message`, such as `{"text": …}` or `{"sticker": {…}}`
/// @param replyTo the message that is replied to; 0 for none
/// @param quote the part of it that is quoted; empty for none
/// @param topic of a forum, or the first message of a channel post's comments; 0 for none
/// @param sentAs the group for an anonymous administrator, or a channel; missing for oneself
/// @param date in seconds since 1970; 0 for now
public record DraftMessage(
        ObjectNode content,
        int replyTo,
        String quote,
        int topic,
        @Nullable SimulatedChat sentAs,
        long date) {

    /// Bold words and the like are not marked up; commands, mentions and links are found.
    public static DraftMessage text(String text) {
        return content(JsonTrees.object().put("text", text));
    }

    public static DraftMessage content(ObjectNode content) {
        return new DraftMessage(content, 0, "", 0, null, 0);
    }

    public DraftMessage replyingTo(SimulatedMessage message) {
        return new DraftMessage(content, message.id(), quote, topic, sentAs, date);
    }

    public DraftMessage quoting(String words) {
        return new DraftMessage(content, replyTo, words, topic, sentAs, date);
    }

    public DraftMessage inTopic(int otherTopic) {
        return new DraftMessage(content, replyTo, quote, otherTopic, sentAs, date);
    }

    /// Sent as a channel, or as the group by an anonymous administrator.
    public DraftMessage sentAs(SimulatedChat chat) {
        return new DraftMessage(content, replyTo, quote, topic, chat, date);
    }

    /// Written earlier: for a conversation that is brought in.
    public DraftMessage dated(long seconds) {
        return new DraftMessage(content, replyTo, quote, topic, sentAs, seconds);
    }
}
