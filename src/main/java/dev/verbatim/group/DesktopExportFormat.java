package dev.verbatim.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The format of the `result.json` that Telegram's desktop app exports, as far as it holds what an
/// archive keeps. [DesktopExportReader] reads it.
///
/// @param id without what the Bot API puts before the number
public record DesktopExportFormat(String name, String type, long id, List<Item> messages) {

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private static final String USER = "user";

    // As the app writes it.
    private static final String NO_FILE =
            "(File not included. Change data exporting settings to download.)";

    // In the order of the components, as the app writes it.
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    /// The file with the messages of a group.
    ///
    /// @param chatId the group's number at the Bot API
    public static byte[] write(long chatId, List<ChatMessage> messages) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(of(chatId, messages));
    }

    private static DesktopExportFormat of(long chatId, List<ChatMessage> messages) {
        String id = NO_DIGIT.matcher(Author.id(chatId)).replaceAll("");
        boolean large = !id.equals(Long.toString(-chatId));
        Set<Long> ids = messages.stream().map(ChatMessage::id).collect(Collectors.toSet());
        return new DesktopExportFormat(
                "",
                large ? "private_supergroup" : "private_group",
                Long.parseLong(id),
                Stream.concat(
                                topics(messages),
                                messages.stream().map(message -> Item.of(message, ids)))
                        .toList());
    }

    /// A topic is the message that opened it, of which only the number is known.
    private static Stream<Item> topics(List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> message.topic() != 0)
                .collect(Collectors.groupingBy(ChatMessage::topic))
                .values()
                .stream()
                .map(List::getFirst)
                .map(Item::topicOf);
    }

    /// A message, or that a topic was opened.
    ///
    /// @param date in UTC; the app writes its own time here
    /// @param from missing for a topic, like everything that follows but the text
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long id,
            String type,
            Moment date,
            @JsonProperty("date_unixtime") String seconds,
            @Nullable String action,
            @Nullable String title,
            @Nullable String from,
            @JsonProperty("from_id") @Nullable String fromId,
            @JsonProperty("reply_to_message_id") @Nullable Long replyTo,
            @Nullable String photo,
            @Nullable String file,
            @JsonProperty("media_type") @Nullable String mediaType,
            Object text,
            @JsonProperty("text_entities") List<Part> parts) {

        /// @param ids of what is there: where a reply goes to nothing, or to nobody, the topic is
        ///   what it goes back to
        static Item of(ChatMessage message, Set<Long> ids) {
            List<Part> parts = Part.of(message);
            Long replyTo = message.replyTo();
            Media media = message.wordlessMedia().orElse(null);
            boolean lost = message.topic() != 0 && (replyTo == null || !ids.contains(replyTo));
            return new Item(
                    message.id(),
                    "message",
                    Moment.of(message),
                    seconds(message),
                    null,
                    null,
                    message.author().name(),
                    message.author().id(),
                    lost ? Long.valueOf(message.topic()) : replyTo,
                    media == Media.PICTURE ? NO_FILE : null,
                    media == Media.FILE || media == Media.VOICE ? NO_FILE : null,
                    media == Media.VOICE ? "voice_message" : null,
                    parts.stream().allMatch(Part::isPlain) ? message.text() : parts,
                    parts);
        }

        /// Dated as the first message we know of it.
        static Item topicOf(ChatMessage first) {
            return new Item(
                    first.topic(),
                    "service",
                    Moment.of(first),
                    seconds(first),
                    "topic_created",
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "",
                    List.of());
        }

        private static String seconds(ChatMessage message) {
            return Long.toString(message.time().getEpochSecond());
        }
    }

    /// As the app writes a time: without a zone.
    record Moment(@JsonValue String text) {

        static Moment of(ChatMessage message) {
            return new Moment(
                    LocalDateTime.ofEpochSecond(message.time().getEpochSecond(), 0, ZoneOffset.UTC)
                            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
        }
    }

    /// A part of a text.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String type,
            String text,
            @Nullable String href,
            @JsonProperty("user_id") @Nullable Long userId) {

        private static final String PLAIN = "plain";

        boolean isPlain() {
            return type.equals(PLAIN);
        }

        /// The parts of a text in their order. A link or a mention behind words has a part without
        /// text, since the archive doesn't keep which words these are.
        static List<Part> of(ChatMessage message) {
            List<Part> parts = new ArrayList<>();
            String text = message.text();
            int done = 0;
            for (String link : message.links()) {
                int at = text.indexOf(link, done);
                if (at < 0) {
                    parts.add(new Part("text_link", "", link, null));
                } else {
                    plain(text.substring(done, at), parts);
                    parts.add(new Part("link", link, null, null));
                    done = at + link.length();
                }
            }
            plain(text.substring(done), parts);
            message.mentions().stream()
                    .sorted()
                    .filter(author -> author.startsWith(USER))
                    .map(author -> Long.valueOf(author.substring(USER.length())))
                    .forEach(user -> parts.add(new Part("mention_name", "", null, user)));
            return parts;
        }

        private static void plain(String text, List<Part> parts) {
            if (!text.isEmpty()) {
                parts.add(new Part(PLAIN, text, null, null));
            }
        }
    }
}
