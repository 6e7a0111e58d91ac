package dev.verbatim.group.catchup;

import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// A detector of messages by which something may have been decided.
///
/// Where people only agree, it finds the message they agree with.
final class DecisionDetector {

    /// One agreement is a courtesy, two are a vote.
    private static final int VOTE = 2;

    /// A longer message that is no explicit reply may agree with something else.
    private static final int AGREEMENT = 8;

    private static final int BEFORE_VOTE = 10;
    private static final Duration VOTING = Duration.ofMinutes(10);

    private final ThreadedChat conversation;
    private final SortedSet<Integer> decided = new TreeSet<>();
    private final Map<AnalyzedMessage, Set<String>> votes = new HashMap<>();

    private DecisionDetector(ThreadedChat conversation) {
        this.conversation = conversation;
    }

    static List<AnalyzedMessage> in(ThreadedChat conversation) {
        var detector = new DecisionDetector(conversation);
        conversation.chat().messages().forEach(detector::read);
        detector.votes.forEach(detector::count);
        return detector.decided.stream().map(conversation.chat().messages()::get).toList();
    }

    private void read(AnalyzedMessage message) {
        CpuShare.checkpoint();
        if (agrees(message)) {
            whatItAnswers(message)
                    .ifPresent(
                            to ->
                                    votes.computeIfAbsent(to, _ -> new HashSet<>())
                                            .add(message.author().id()));
        }
        if (decides(message)) {
            AnalyzedMessage words =
                    message.isTrivial() ? whatItAnswers(message).orElse(message) : message;
            decided.add(words.index());
        }
    }

    private static boolean decides(AnalyzedMessage message) {
        return message.has(CueClass.DECISION)
                && !message.has(CueClass.UNDECIDED)
                && !message.asks()
                && !message.isCommand();
    }

    private static boolean agrees(AnalyzedMessage message) {
        return message.opens(CueClass.AGREEMENT)
                && !message.isCommand()
                && (message.message().replyTo() != null
                        || message.tokens().size() - message.bodyStart() <= AGREEMENT);
    }

    private Optional<AnalyzedMessage> whatItAnswers(AnalyzedMessage message) {
        return conversation
                .parent(message)
                .filter(parent -> !parent.isBy(message))
                .map(parent -> agrees(parent) ? whatItAnswers(parent).orElse(parent) : parent)
                .filter(parent -> !parent.isTrivial())
                .or(() -> message.isTrivial() ? putToTheVote(message) : Optional.empty());
    }

    /// A bare "+1" answers the last question or, without one, the last message.
    private Optional<AnalyzedMessage> putToTheVote(AnalyzedMessage vote) {
        List<AnalyzedMessage> before =
                conversation
                        .chat()
                        .messages()
                        .subList(Math.max(0, vote.index() - BEFORE_VOTE), vote.index())
                        .reversed()
                        .stream()
                        .filter(message -> !message.isTrivial() && !agrees(message))
                        .filter(message -> message.message().topic() == vote.message().topic())
                        .filter(message -> !message.isBy(vote) && isShortlyBefore(message, vote))
                        .toList();
        return before.stream()
                .filter(AnalyzedMessage::asks)
                .findFirst()
                .or(() -> before.stream().findFirst());
    }

    private static boolean isShortlyBefore(AnalyzedMessage message, AnalyzedMessage vote) {
        Instant from = vote.message().time().minus(VOTING);
        return !message.message().time().isBefore(from);
    }

    private void count(AnalyzedMessage message, Set<String> voters) {
        if (voters.size() >= VOTE) {
            decided.add(message.index());
        }
    }
}
