package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was said so far in a chat, or in one topic of a forum.
final class Transcript {

    private static final int WINDOW = 100;
    private static final Duration SOON = Duration.ofMinutes(5);

    private final People people;
    private final List<Line> lines = new ArrayList<>();

    Transcript(People people) {
        this.people = people;
    }

    /// The message that this one may answer, and remembers this one.
    @Nullable ChatMessage guess(ChatMessage message) {
        Line line = new Line(message, people.namedIn(message));
        Optional<Line> parent =
                latest(earlier -> line.names(earlier))
                        .or(() -> latest(earlier -> earlier.names(line)))
                        .or(() -> latest(earlier -> earlier.sameAuthor(line) && line.soon(earlier)))
                        .or(() -> line.isQuestion() ? Optional.empty() : latest(line::soon));
        lines.add(line);
        return parent.map(Line::message).orElse(null);
    }

    private Optional<Line> latest(Predicate<Line> which) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - WINDOW); i--) {
            if (which.test(lines.get(i))) {
                return Optional.of(lines.get(i));
            }
        }
        return Optional.empty();
    }

    private record Line(ChatMessage message, Set<String> named) {

        boolean names(Line other) {
            return named.contains(other.message.author().id());
        }

        boolean sameAuthor(Line other) {
            return message.author().is(other.message.author());
        }

        boolean soon(Line earlier) {
            return Duration.between(earlier.message.time(), message.time()).compareTo(SOON) <= 0;
        }

        boolean isQuestion() {
            return message.text().contains("?");
        }
    }
}
