package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.language.WordTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A finder of the messages for one reader: mentions of them, replies and questions to them, what
/// they have taken on, and what was decided where they took part.
final class ReaderMentions {

    private static final Pattern BLANK = Pattern.compile("\\s");

    private final Author reader;
    private final Set<Long> own;
    private final List<String> names;

    /// @param before messages that the others may reply to, and that aren't looked at
    ReaderMentions(Author reader, List<ChatMessage> messages, List<ChatMessage> before) {
        this.reader = reader;
        own =
                Stream.concat(before.stream(), messages.stream())
                        .filter(message -> message.author().is(reader))
                        .map(ChatMessage::id)
                        .collect(Collectors.toSet());
        names = names(reader);
    }

    /// The messages of a conversation that are for the reader, oldest first.
    List<ChatMessage> in(ThreadedChat conversation, Findings findings) {
        return conversation.chat().messages().stream()
                .filter(
                        one ->
                                isOwn(one)
                                        ? findings.commitments().contains(one)
                                        : isForReader(one.message())
                                                || asksReader(one, conversation)
                                                || (findings.decisions().contains(one)
                                                        && tookPart(one, conversation)))
                .map(AnalyzedMessage::message)
                .toList();
    }

    private boolean isOwn(AnalyzedMessage message) {
        return message.author().is(reader);
    }

    private boolean asksReader(AnalyzedMessage message, ThreadedChat conversation) {
        return message.asks() && conversation.parent(message).filter(this::isOwn).isPresent();
    }

    private boolean tookPart(AnalyzedMessage decision, ThreadedChat conversation) {
        return conversation.threadOf(decision).stream().anyMatch(this::isOwn);
    }

    /// The whole name and the first one, which match only as they are written, because they may be
    /// words as well.
    private static List<String> names(Author reader) {
        return reader.name().isBlank()
                ? List.of()
                : Stream.of(reader.name(), BLANK.split(reader.name(), 2)[0])
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private boolean isForReader(ChatMessage message) {
        Long replyTo = message.replyTo();
        return (replyTo != null && own.contains(replyTo))
                || message.mentions().contains(reader.id())
                || names(message.text());
    }

    private boolean names(String text) {
        return names.stream().anyMatch(name -> contains(text, name))
                || containsUserName(text)
                || isAddressed(text);
    }

    /// Whether a name stands in a text as words of their own.
    private static boolean contains(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0 && !isWhole(text, at, at + name.length())) {
            at = text.indexOf(name, at + 1);
        }
        return at >= 0;
    }

    /// A user name matches in any case.
    private boolean containsUserName(String text) {
        return reader.username() != null
                && contains(
                        text.toLowerCase(Locale.ROOT),
                        "@" + reader.username().toLowerCase(Locale.ROOT));
    }

    /// "anna: yes", in any case, because the colon says that it is a name.
    private boolean isAddressed(String text) {
        String name = reader.name();
        String start = text.stripLeading();
        if (name.isBlank() || !start.regionMatches(true, 0, name, 0, name.length())) {
            return false;
        }
        String rest = start.substring(name.length()).stripLeading();
        return rest.startsWith(":") || rest.startsWith(",");
    }

    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isPart(text.codePointBefore(start)))
                && (end == text.length() || !isPart(text.codePointAt(end)));
    }

    private static boolean isPart(int character) {
        return character == '_' || WordTokenizer.isPart(character);
    }
}
