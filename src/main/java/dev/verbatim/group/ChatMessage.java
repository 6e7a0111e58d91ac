package dev.verbatim.group;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message of a group, character for character.
///
/// @param id as Telegram numbers it: unique in its group, and growing with time. Below zero when
///   Telegram has no such message, and so no link to it: it is of before the group became a
///   supergroup
/// @param topic of a forum: the id of the message that opened it; 0 in a group without topics, and
///   in a forum's general one
/// @param replyTo the message that this one answers, said by its author's own hand
/// @param text UTF-16, as Telegram counts; may be empty when only a link is kept of it
/// @param mentions ids of authors that are named by a link to them, not by words; see [Author#id()]
/// @param links addresses in it, in the order of the text, those behind words too
/// @param approvals how many people reacted to it with approval, as far as that is known; a pin
///   counts as two
/// @param attachment what it has besides words, as far as that is known
public record ChatMessage(
        long id,
        long topic,
        Author author,
        Instant time,
        @Nullable Long replyTo,
        String text,
        Set<String> mentions,
        List<String> links,
        int approvals,
        @Nullable Attachment attachment) {

    /// Telegram marks names of files as addresses, because their endings are also countries.
    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "^[\\p{L}\\p{N}_-]++(?:\\.[\\p{L}\\p{N}_-]++){0,8}?"
                            + "\\.(?:py|rs|sh|md|pl|so|ps|cc|mk|ts|js|st|cs|vb|pm|zip|mov)",
                    Pattern.CASE_INSENSITIVE);

    public ChatMessage {
        mentions = Set.copyOf(mentions);
        links = links.stream().filter(link -> !FILE_NAME.matcher(link).matches()).toList();
    }

    /// A message whose reactions are not known.
    public ChatMessage(
            long id,
            long topic,
            Author author,
            Instant time,
            @Nullable Long replyTo,
            String text,
            Set<String> mentions,
            List<String> links) {
        this(id, topic, author, time, replyTo, text, mentions, links, 0, null);
    }

    /// What a message has besides words.
    public sealed interface Attachment {}

    /// What can't be read.
    public enum Media implements Attachment {
        PICTURE,
        FILE,
        VOICE
    }

    /// A poll that nobody can vote in any more.
    ///
    /// @param choice the option with the most votes
    public record ClosedPoll(String question, String choice) implements Attachment {}

    /// Whether there is anything to read.
    public boolean hasWords() {
        return !text.isEmpty() || !links.isEmpty();
    }

    /// What it is if it has no words, as far as that is known.
    public Optional<Media> wordlessMedia() {
        return !hasWords() && attachment instanceof Media media
                ? Optional.of(media)
                : Optional.empty();
    }

    /// The same message with only a part of its text.
    public ChatMessage with(String part) {
        return new ChatMessage(
                id, topic, author, time, replyTo, part, mentions, links, approvals, attachment);
    }

    /// The same message with approval that was learnt later.
    ChatMessage withApprovals(int more) {
        return new ChatMessage(
                id,
                topic,
                author,
                time,
                replyTo,
                text,
                mentions,
                links,
                approvals + more,
                attachment);
    }

    /// A writer of messages. Two are the same person when their ids are the same, whatever they
    /// call themselves by then.
    ///
    /// @param id as Telegram's desktop export writes it: `user` or `channel` and the number
    /// @param name as the group saw it
    /// @param username without the `@`
    public record Author(String id, String name, @Nullable String username) {

        private static final long FIRST_CHANNEL = 1_000_000_000_000L;

        /// The id of who has a number at the Bot API, where channels and groups are below zero. A
        /// group is the author of what its admins write without their names.
        public static String id(long number) {
            if (number >= 0) {
                return "user" + number;
            }
            return "channel" + (-number > FIRST_CHANNEL ? -number - FIRST_CHANNEL : -number);
        }

        public boolean is(Author other) {
            return id.equals(other.id);
        }
    }
}
