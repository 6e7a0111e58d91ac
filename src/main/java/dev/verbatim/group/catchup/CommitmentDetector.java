package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
import java.util.List;
import java.util.regex.Pattern;

/// A detector of messages by which somebody may have taken on a task, or been given one by name or
/// with a time.
///
/// A promise that nobody means is none: what reads like a joke, comes from who is always joking, or
/// is laughed at.
final class CommitmentDetector {

    private static final Pattern CALL = Pattern.compile("^\\s*+@?\\p{L}[\\p{L}\\p{N}_|-]*+:\\s");

    /// So many messages later a promise answers something else.
    private static final int RESPONDING = 4;

    private static final double ENOUGH = 1;
    private static final double ENOUGH_WITHOUT_CUE = 1.5;
    private static final double CUE = 5;
    private static final double RESPONSE = 1;
    private static final double TIME = 1;
    private static final double THANKS = 1;
    private static final double JEST = 8;
    private static final double REFUSAL = 3;
    private static final double REPORT = 1.5;

    private final ThreadedChat conversation;
    private final ConversationEvidence evidence;

    CommitmentDetector(ThreadedChat conversation, ConversationEvidence evidence) {
        this.conversation = conversation;
        this.evidence = evidence;
    }

    List<AnalyzedMessage> find() {
        return conversation.chat().messages().stream()
                .filter(message -> !message.isCommand() && !message.contentWords().isEmpty())
                .filter(message -> commits(message) || (assigns(message) && !isTakenOn(message)))
                .toList();
    }

    /// Whether somebody else promises right afterwards what is asked for here: then the promise
    /// says it all.
    private boolean isTakenOn(AnalyzedMessage request) {
        List<AnalyzedMessage> all = conversation.chat().messages();
        int end = Math.min(all.size(), request.index() + 1 + RESPONDING);
        return all.subList(request.index() + 1, end).stream()
                .filter(next -> !next.isBy(request) && commits(next))
                .anyMatch(next -> isFor(next, request));
    }

    private static boolean isFor(AnalyzedMessage promise, AnalyzedMessage request) {
        Long replyTo = promise.message().replyTo();
        return replyTo == null
                ? request.named().isEmpty() || request.named().contains(promise.author().id())
                : replyTo == request.message().id();
    }

    private boolean commits(AnalyzedMessage message) {
        return !message.asks()
                && score(message) >= (message.has(CueClass.ACTION) ? ENOUGH : ENOUGH_WITHOUT_CUE);
    }

    double score(AnalyzedMessage message) {
        double score = evidence.logOdds(message, DialogueAct.COMMITMENT);
        score += message.has(CueClass.ACTION) && !message.has(CueClass.IDLE) ? CUE : 0;
        score -= message.has(CueClass.IDLE) ? CUE : 0;
        score += evidence.responds(message) ? RESPONSE : 0;
        score += ConversationEvidence.saysWhen(message) ? TIME : 0;
        score += evidence.thanked(message) ? THANKS : 0;
        score -= JEST * evidence.jest(message);
        score -= REFUSAL * message.probability(DialogueAct.REJECTION);
        score -= evidence.isLikely(message, DialogueAct.ANSWER) ? REPORT : 0;
        return score;
    }

    /// Whether somebody is asked by name, or everybody, to do something.
    private boolean assigns(AnalyzedMessage message) {
        return message.has(CueClass.ACTION)
                && !message.has(CueClass.IDLE)
                && (message.asks() ? isToOne(message) : isRequest(message));
    }

    /// Whether it is said to one person, who may not have written anything.
    private static boolean isToOne(AnalyzedMessage message) {
        return !message.named().isEmpty() || CALL.matcher(message.message().text()).find();
    }

    private boolean isRequest(AnalyzedMessage message) {
        return evidence.isLikely(message, DialogueAct.REQUEST) && evidence.jest(message) < 0.5;
    }
}
