package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import java.util.List;
import java.util.Set;

/// A message, and all about it that doesn't depend on others.
///
/// @param place in its transcript, from 0
/// @param author number in [ParticipantIndex]
/// @param addressed whom it speaks to: it begins with their names, or links to them
/// @param named whom it names anywhere
/// @param weightedTerms but for names
record ThreadMessage(
        ChatMessage message,
        int place,
        int author,
        Set<Integer> addressed,
        Set<Integer> named,
        WeightedTerms weightedTerms,
        Shape shape) {

    double minutesSince(ThreadMessage earlier) {
        long seconds = message.time().getEpochSecond() - earlier.message.time().getEpochSecond();
        return Math.max(0, seconds) / 60.0;
    }

    boolean sameAuthor(ThreadMessage other) {
        return author == other.author;
    }

    boolean addresses(ThreadMessage other) {
        return addressed.contains(other.author);
    }

    boolean names(ThreadMessage other) {
        return named.contains(other.author);
    }

    boolean namesSameAs(ThreadMessage other) {
        for (int somebody : named) {
            if (other.named.contains(somebody)) {
                return true;
            }
        }
        return false;
    }

    /// What a message does, by its look.
    ///
    /// @param commands whether it orders a machine to do something: `/help`, `!help`
    /// @param words how many
    record Shape(
            boolean asks,
            boolean greets,
            boolean thanks,
            boolean answers,
            boolean links,
            boolean commands,
            int words) {

        static Shape of(ChatMessage message, List<String> words) {
            String text = message.text();
            return new Shape(
                    OpeningCues.BUNDLED.asks(text, words),
                    OpeningCues.BUNDLED.greets(words),
                    OpeningCues.BUNDLED.thanks(words),
                    OpeningCues.BUNDLED.answers(words),
                    !message.links().isEmpty() || text.contains("://"),
                    text.startsWith("!") || text.startsWith("/"),
                    words.size());
        }
    }
}
