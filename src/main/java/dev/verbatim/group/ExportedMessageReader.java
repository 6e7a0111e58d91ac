package dev.verbatim.group;

import dev.verbatim.group.ChatMessage.Attachment;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.ClosedPoll;
import dev.verbatim.group.ChatMessage.Media;
import dev.verbatim.group.DesktopExportReader.Unusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the messages of a [DesktopExportReader], one after the other.
final class ExportedMessageReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final String NOBODY = "Deleted account";
    private static final int SHOWN = 60;
    private static final int PIN = 2;
    private static final Set<String> APPROVING =
            Set.of("👍", "👌", "🎉", "❤", "❤️", "🔥", "👏", "💯", "🙏", "✅", "🤝", "🥰", "🤩");

    private final String file;
    private final boolean wordless;
    private final Consumer<ChatMessage> each;
    private final Set<Long> pinned = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();

    /// The file doesn't say a message's topic, but everything in one goes back, reply by reply, to
    /// the message that opened it.
    private final Map<Long, Long> topics = new HashMap<>();

    /// Who wrote messages with buttons, as only bots can.
    private final Set<Author> bots = new HashSet<>();

    private int count;

    /// @param wordless whether to pass on messages that have only an attachment
    ExportedMessageReader(String file, boolean wordless, Consumer<ChatMessage> each) {
        this.file = file;
        this.wordless = wordless;
        this.each = each;
    }

    void read(JsonNode message) {
        count++;
        if (!message.isObject()) {
            throw wrong("", message, "is not a message");
        }
        String type = message.path("type").asString("message");
        if (type.equals("message") && !message.hasNonNull("via_bot")) {
            if (message.hasNonNull("inline_bot_buttons")) {
                bots.add(author(message));
            }
            readWords(message);
        } else if (message.path("action").asString("").equals("topic_created")) {
            topics.put(id(message), id(message));
        } else if (message.path("action").asString("").equals("pin_message")) {
            pinned.add(message.path("message_id").asLong(0));
        }
    }

    /// The name of the file, for error messages.
    String file() {
        return file;
    }

    /// A message read so far with the approval that a pin is.
    ChatMessage withPin(ChatMessage message) {
        return pinned.contains(message.id()) ? message.withApprovals(PIN) : message;
    }

    /// Whether a message read so far shows that its author is a bot.
    boolean isBot(Author author) {
        return bots.stream().anyMatch(author::is);
    }

    private void readWords(JsonNode message) {
        long id = id(message);
        Long repliesTo = replyTo(message);
        Long topic = repliesTo == null ? null : topics.get(repliesTo);
        if (topic != null) {
            topics.put(id, topic);
        }
        var words = new Words(message);
        Attachment attachment = attachment(message);
        boolean says = !words.text.isEmpty() || !words.links.isEmpty();
        if (seen.add(id) && (says || (wordless && attachment != null))) {
            each.accept(
                    new ChatMessage(
                            id,
                            topic == null ? 0 : topic,
                            author(message),
                            time(message),
                            repliesTo == null || repliesTo.equals(topic) ? null : repliesTo,
                            words.text.toString(),
                            words.mentions,
                            words.links,
                            approvals(message),
                            attachment));
        }
    }

    private static @Nullable Attachment attachment(JsonNode message) {
        JsonNode poll = message.path("poll");
        if (poll.path("closed").asBoolean(false)) {
            return closed(poll);
        }
        if (message.has("photo")) {
            return Media.PICTURE;
        }
        return switch (message.path("media_type").asString("")) {
            case "sticker", "animation" -> null; // nobody misses its words
            case "voice_message", "video_message" -> Media.VOICE;
            default -> message.has("file") ? Media.FILE : null;
        };
    }

    private static @Nullable Attachment closed(JsonNode poll) {
        return poll.path("answers")
                .valueStream()
                .max(Comparator.comparingInt(answer -> answer.path("voters").asInt(0)))
                .filter(answer -> answer.path("voters").asInt(0) > 0)
                .map(
                        answer ->
                                new ClosedPoll(
                                        poll.path("question").asString(""),
                                        answer.path("text").asString("")))
                .orElse(null);
    }

    private static int approvals(JsonNode message) {
        return message.path("reactions")
                .valueStream()
                .filter(reaction -> APPROVING.contains(reaction.path("emoji").asString("")))
                .mapToInt(reaction -> reaction.path("count").asInt(0))
                .sum();
    }

    private long id(JsonNode message) {
        JsonNode id = message.path("id");
        if (!id.isIntegralNumber()) {
            throw wrong("id", id, "is not a number");
        }
        return id.longValue();
    }

    /// Only in this chat: in another one the number is another message's.
    private static @Nullable Long replyTo(JsonNode message) {
        JsonNode id = message.path("reply_to_message_id");
        boolean here = id.isIntegralNumber() && !message.has("reply_to_peer_id");
        return here ? Long.valueOf(id.longValue()) : null;
    }

    private static Author author(JsonNode message) {
        String name = message.path("from").asString("");
        JsonNode id = message.path("from_id");
        String shown = name.isBlank() ? NOBODY : name;
        // Until 2021 the number stood alone; and where there is none, people are known by name.
        String known =
                id.isIntegralNumber() ? "user" + id.longValue() : id.asString("user " + shown);
        return new Author(known, shown, null);
    }

    private Instant time(JsonNode message) {
        JsonNode seconds = message.path("date_unixtime");
        if (NUMBER.matcher(seconds.asString("")).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(seconds.asString("")));
        }
        if (!seconds.isMissingNode()) {
            throw wrong("date_unixtime", seconds, "is not a time in seconds");
        }
        return dateOf(message.path("date"));
    }

    /// The time in old files: by the clock of the exporting machine, whose zone is not recorded.
    private Instant dateOf(JsonNode date) {
        try {
            return LocalDateTime.parse(date.asString("")).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw wrong("date", date, "is not a time like 2026-11-22T09:00:00");
        }
    }

    private Unusable wrong(String field, JsonNode value, String what) {
        String written = value.isMissingNode() ? "what is missing" : value.toString();
        String shown = written.length() <= SHOWN ? written : written.substring(0, SHOWN) + "…";
        return new Unusable(
                "%s message %d: %s%s %s. Export the chat again, or take that message out."
                        .formatted(
                                file,
                                count,
                                field.isEmpty() ? "" : "\"" + field + "\": ",
                                shown,
                                what));
    }

    /// What is written in a message: a string, or parts, some of which are marked.
    private static final class Words {

        private final StringBuilder text = new StringBuilder();
        private final Set<String> mentions = new HashSet<>();
        private final List<String> links = new ArrayList<>();

        Words(JsonNode message) {
            JsonNode marked = message.path("text_entities");
            JsonNode written = message.path("text");
            JsonNode parts = marked.isArray() && !marked.isEmpty() ? marked : written;
            if (parts.isString()) {
                text.append(parts.asString());
            }
            parts.values().forEach(this::add);
            // Forwarded words are another author's: only their links are kept.
            if (message.hasNonNull("forwarded_from")) {
                text.setLength(0);
                mentions.clear();
            }
        }

        private void add(JsonNode part) {
            String words = part.isString() ? part.asString() : part.path("text").asString("");
            text.append(words);
            switch (part.path("type").asString("")) {
                case "link" -> links.add(words);
                case "text_link" -> links.add(part.path("href").asString(words));
                case "mention_name" -> mentions.add("user" + part.path("user_id").asLong(0));
                default -> {
                    // Bold, a hashtag, plain words: the text is all there is to it.
                }
            }
        }
    }
}
