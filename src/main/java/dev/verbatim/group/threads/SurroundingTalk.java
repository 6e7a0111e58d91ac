package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The talk right before and after a message ("me"): how fast it goes, who takes turns with me, and
/// who turns out to talk to whom.
///
/// What comes after is known, because a chat is read when it is over. "Try this", and then "thanks
/// anna" from somebody who asked before: that says for whom the first was.
final class SurroundingTalk {

    /// How many messages before make the pace and the turns.
    private static final int BEFORE = 20;

    private static final int AFTER = 30;
    private static final Duration SOON = Duration.ofMinutes(15);

    /// In minutes. A longer silence is a break in the talk, and not its pace.
    private static final double LONGEST = 30;

    /// In minutes. Some logs have no seconds.
    private static final double SHORTEST = 0.1;

    private final ThreadMessage me;
    private final double pace;
    private final Map<String, Integer> turns = new HashMap<>();
    private final Set<String> namingMe = new HashSet<>();
    private final Set<String> namedByMe = new HashSet<>();
    private @Nullable String next;

    /// @param before the messages before, the latest first
    SurroundingTalk(ThreadMessage me, List<LinkedMessage> before, AnalyzedChat chat) {
        this.me = me;
        List<ThreadMessage> recent =
                before.stream().limit(BEFORE).map(LinkedMessage::threadMessage).toList();
        pace = paceOf(recent);
        for (int i = 1; i < recent.size(); i++) {
            countTurn(recent.get(i), recent.get(i - 1));
        }
        lookAhead(chat.messages());
    }

    private static double paceOf(List<ThreadMessage> recent) {
        double sum = 0;
        for (int i = 1; i < recent.size(); i++) {
            sum += Math.min(LONGEST, recent.get(i - 1).minutesSince(recent.get(i)));
        }
        return Math.max(SHORTEST, sum / Math.max(1, recent.size() - 1));
    }

    private void countTurn(ThreadMessage one, ThreadMessage following) {
        if (one.sameAuthor(me) != following.sameAuthor(me)) {
            turns.merge(one.sameAuthor(me) ? following.author() : one.author(), 1, Integer::sum);
        }
    }

    private void lookAhead(List<AnalyzedMessage> messages) {
        Set<String> writers = new HashSet<>();
        int start = me.analysis().index() + 1;
        for (int i = start; i < Math.min(messages.size(), start + AFTER); i++) {
            ChatMessage later = messages.get(i).message();
            if (Duration.between(me.message().time(), later.time()).compareTo(SOON) > 0) {
                return;
            }
            if (later.topic() == me.message().topic()
                    && writers.add(messages.get(i).author().id())) {
                lookAt(messages.get(i));
            }
        }
    }

    /// Looks at the first message of somebody that comes later.
    private void lookAt(AnalyzedMessage later) {
        String author = later.author().id();
        if (author.equals(me.author())) {
            namedByMe.addAll(later.named());
            return;
        }
        if (next == null) {
            next = author;
        }
        if (later.named().contains(me.author())) {
            namingMe.add(author);
        }
    }

    /// The usual time between two messages, in minutes.
    double pace() {
        return pace;
    }

    /// How often they and I lately wrote one after the other.
    int turnsWith(ThreadMessage they) {
        return turns.getOrDefault(they.author(), 0);
    }

    boolean theyNameMe(ThreadMessage they) {
        return namingMe.contains(they.author());
    }

    boolean anybodyNamesMe() {
        return !namingMe.isEmpty();
    }

    boolean iName(ThreadMessage they) {
        return namedByMe.contains(they.author());
    }

    /// Whether they are the next who write, me aside.
    boolean isNext(ThreadMessage they) {
        return they.author().equals(next);
    }
}
