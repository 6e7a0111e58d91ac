package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
import java.util.Collections;

/// A message at its position in a [Transcript], as it is compared with others.
///
/// @param position in its transcript, from 0
record ThreadMessage(AnalyzedMessage analysis, int position, WeightedTerms terms, Shape shape) {

    ChatMessage message() {
        return analysis.message();
    }

    /// The id of its author.
    String author() {
        return analysis.author().id();
    }

    double minutesSince(ThreadMessage earlier) {
        long seconds =
                message().time().getEpochSecond() - earlier.message().time().getEpochSecond();
        return Math.max(0, seconds) / 60.0;
    }

    boolean sameAuthor(ThreadMessage other) {
        return analysis.isBy(other.analysis);
    }

    boolean addresses(ThreadMessage other) {
        return analysis.addressees().contains(other.author());
    }

    boolean names(ThreadMessage other) {
        return analysis.named().contains(other.author());
    }

    boolean namesSameAs(ThreadMessage other) {
        return !Collections.disjoint(analysis.named(), other.analysis.named());
    }

    double probability(DialogueAct act) {
        return analysis.probability(act);
    }

    /// How probable it is that it agrees or declines.
    double agreeing() {
        return probability(DialogueAct.AGREEMENT) + probability(DialogueAct.REJECTION);
    }

    /// What a message does. Kept, because each message is compared with a hundred others.
    ///
    /// @param commands whether it tells a bot to do something: `/help`, `!help`
    /// @param words how many it has besides names
    record Shape(
            boolean asks,
            boolean greets,
            boolean thanks,
            boolean answers,
            boolean links,
            boolean commands,
            int words) {

        static Shape of(AnalyzedMessage message) {
            return new Shape(
                    message.asks(),
                    message.opens(CueClass.GREETING),
                    message.opens(CueClass.THANKS),
                    message.opens(CueClass.ANSWER),
                    message.hasLink(),
                    message.isCommand(),
                    message.length());
        }
    }
}
