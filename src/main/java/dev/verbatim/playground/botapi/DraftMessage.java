package dev.verbatim.playground.botapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A message that a user is about to send.
///
/// @param content as the Bot API has it in a `Message`, such as `{"text": …}` or `{"sticker": {…}}`
/// @param replyTo the message that is replied to; 0 for none
/// @param quote the part of it that is quoted; empty for none
/// @param topic of a forum; 0 for none
/// @param sentAs the group, for an anonymous administrator; missing for the user
/// @param date in seconds since 1970; 0 for now
public record DraftMessage(
        ObjectNode content,
        int replyTo,
        String quote,
        int topic,
        @Nullable SimulatedChat sentAs,
        long date) {

    /// A plain text; commands, mentions and links in it become entities.
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

    /// Sent by an anonymous administrator in the name of the group.
    public DraftMessage sentAs(SimulatedChat chat) {
        return new DraftMessage(content, replyTo, quote, topic, chat, date);
    }

    /// Sent at an earlier time, for an imported conversation.
    public DraftMessage dated(long seconds) {
        return new DraftMessage(content, replyTo, quote, topic, sentAs, seconds);
    }

    /// A file that a user or a bot sends.
    public static final class UploadedFile {

        private final String name;
        private final String type;
        private final byte[] content;

        /// The content isn't copied; nobody may change it.
        ///
        /// @param type such as `text/markdown`
        public UploadedFile(String name, String type, byte[] content) {
            this.name = name;
            this.type = type;
            this.content = content;
        }

        public String name() {
            return name;
        }

        public String type() {
            return type;
        }

        public byte[] content() {
            return content;
        }
    }
}
