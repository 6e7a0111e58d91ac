package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A finder of the messages for one reader: mentions of them, and replies to them.
final class ReaderMentions {

    private static final String EDGE = "[^\\p{L}\\p{M}\\p{N}_]";

    private final Author reader;
    private final Set<Long> own;
    private final Pattern name;

    private ReaderMentions(Stream<ChatMessage> messages, Author reader) {
        this.reader = reader;
        own =
                messages.filter(message -> message.author().is(reader))
                        .map(ChatMessage::id)
                        .collect(Collectors.toSet());
        name = name(reader);
    }

    static List<ChatMessage> of(
            List<ChatMessage> messages, List<ChatMessage> before, Author reader) {
        var concerns =
                new ReaderMentions(Stream.concat(before.stream(), messages.stream()), reader);
        return messages.stream().filter(concerns::isForReader).toList();
    }

    /// A user name matches in any case; the name that is shown only as it is written, because it
    /// may be a word as well.
    private static Pattern name(Author reader) {
        String called = Pattern.quote(reader.name());
        String first = Pattern.quote(reader.name().split("\\s", 2)[0]);
        String user =
                reader.username() == null ? "" : "|(?i:@" + Pattern.quote(reader.username()) + ")";
        String names = reader.name().isBlank() ? "(?!)" : called + "|" + first;
        return Pattern.compile(
                "(?:^|"
                        + EDGE
                        + ")(?:"
                        + names
                        + user
                        + ")(?:$|"
                        + EDGE
                        + ")"
                        + "|^\\s*(?i:"
                        + called
                        + ")\\s*[:,]");
    }

    private boolean isForReader(ChatMessage message) {
        Long replyTo = message.replyTo();
        return !message.author().is(reader)
                && ((replyTo != null && own.contains(replyTo))
                        || message.mentions().contains(reader.id())
                        || name.matcher(message.text()).find());
    }
}
