package dev.verbatim.group.catchup;

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
        var decisionDetector = new DecisionDetector(conversation);
        conversation.chat().messages().forEach(decisionDetector::read);
        decisionDetector.votes.forEach(decisionDetector::count);
        return decisionDetector.decided.stream().map(conversation.chat().messages()::get).toList();
    }

    private void read(AnalyzedMessage analyzedMessage) {
        if (agrees(analyzedMessage)) {
            whatItAnswers(analyzedMessage)
                    .ifPresent(
                            to ->
                                    votes.computeIfAbsent(to, _ -> new HashSet<>())
                                            .add(analyzedMessage.author().id()));
        }
        if (decides(analyzedMessage)) {
            AnalyzedMessage words =
                    analyzedMessage.isTrivial()
                            ? whatItAnswers(analyzedMessage).orElse(analyzedMessage)
                            : analyzedMessage;
            decided.add(words.index());
        }
    }

    private static boolean decides(AnalyzedMessage analyzedMessage) {
        return analyzedMessage.has(CueClass.DECISION)
                && !analyzedMessage.has(CueClass.UNDECIDED)
                && !analyzedMessage.asks()
                && !analyzedMessage.isCommand();
    }

    private static boolean agrees(AnalyzedMessage analyzedMessage) {
        return analyzedMessage.opens(CueClass.AGREEMENT)
                && !analyzedMessage.isCommand()
                && (analyzedMessage.message().replyTo() != null
                        || analyzedMessage.tokens().size() - analyzedMessage.bodyStart()
                                <= AGREEMENT);
    }

    private Optional<AnalyzedMessage> whatItAnswers(AnalyzedMessage analyzedMessage) {
        return conversation
                .parent(analyzedMessage)
                .filter(parent -> !parent.isBy(analyzedMessage))
                .map(parent -> agrees(parent) ? whatItAnswers(parent).orElse(parent) : parent)
                .filter(parent -> !parent.isTrivial())
                .or(
                        () ->
                                analyzedMessage.isTrivial()
                                        ? putToTheVote(analyzedMessage)
                                        : Optional.empty());
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
                        .filter(
                                analyzedMessage ->
                                        !analyzedMessage.isTrivial() && !agrees(analyzedMessage))
                        .filter(
                                analyzedMessage ->
                                        analyzedMessage.message().topic() == vote.message().topic())
                        .filter(
                                analyzedMessage ->
                                        !analyzedMessage.isBy(vote)
                                                && isShortlyBefore(analyzedMessage, vote))
                        .toList();
        return before.stream()
                .filter(AnalyzedMessage::asks)
                .findFirst()
                .or(() -> before.stream().findFirst());
    }

    private static boolean isShortlyBefore(AnalyzedMessage analyzedMessage, AnalyzedMessage vote) {
        Instant from = vote.message().time().minus(VOTING);
        return !analyzedMessage.message().time().isBefore(from);
    }

    private void count(AnalyzedMessage analyzedMessage, Set<String> voters) {
        if (voters.size() >= VOTE) {
            decided.add(analyzedMessage.index());
        }
    }
}
