package dev.verbatim.group.catchup;

import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
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
import java.util.stream.Collectors;

/// A detector of messages by which something may have been decided, and of later ones that
/// supersede them.
///
/// Where people only agree, it finds the message they agree with; a proposal that somebody
/// concludes from isn't shown beside the conclusion.
final class DecisionDetector {

    /// One agreement is a courtesy, two are a vote.
    private static final int VOTE = 2;

    /// A longer message that is no explicit reply may agree with something else.
    private static final int AGREEMENT = 8;

    private static final int BEFORE_VOTE = 10;
    private static final Duration VOTING = Duration.ofMinutes(10);

    // Terms of the log-odds that a message decides, beside the classifier's.
    private static final double ENOUGH = 3.7;
    private static final double CUE = 7;
    private static final double UNDECIDED = 4;
    private static final double TIME = 1;
    private static final double AGREED = 1;
    private static final double DISAGREED = 2.5;
    private static final double MOST_AGREED = 3;
    private static final double CHANGE = 1;
    private static final double POLL = 3;
    private static final double JEST = 8;
    private static final double OTHER_ACT = 2;

    /// So much of a joke is in everything.
    private static final double DOUBT = 0.1;

    private final ThreadedChat conversation;
    private final ConversationEvidence evidence;
    private final SortedSet<Integer> decided = new TreeSet<>();
    private final Map<AnalyzedMessage, AnalyzedMessage> superseded = new HashMap<>();
    private final SortedSet<Integer> concluded = new TreeSet<>();
    private final Map<AnalyzedMessage, Set<String>> votes = new HashMap<>();
    private final Map<AnalyzedMessage, Integer> replies = new HashMap<>();

    DecisionDetector(ThreadedChat conversation, ConversationEvidence evidence) {
        this.conversation = conversation;
        this.evidence = evidence;
        conversation.chat().messages().forEach(this::read);
        votes.forEach(this::count);
        superseded.putAll(findSuperseded());
    }

    List<AnalyzedMessage> decisions() {
        return decided.stream().map(conversation.chat().messages()::get).toList();
    }

    /// Whether a message is one of the decisions.
    boolean decides(AnalyzedMessage message) {
        return decided.contains(message.index());
    }

    /// What holds now of a message: itself, or the decision that changed it last.
    AnalyzedMessage latest(AnalyzedMessage message) {
        AnalyzedMessage latest = message;
        while (superseded.containsKey(latest)) {
            latest = superseded.get(latest);
        }
        return latest;
    }

    /// For each decision that a later one changes, the later one.
    Map<AnalyzedMessage, AnalyzedMessage> superseded() {
        return superseded;
    }

    private Map<AnalyzedMessage, AnalyzedMessage> findSuperseded() {
        Map<AnalyzedMessage, AnalyzedMessage> found = new HashMap<>();
        List<AnalyzedMessage> decisions = decisions();
        for (int i = 0; i < decisions.size(); i++) {
            AnalyzedMessage earlier = decisions.get(i);
            decisions.subList(i + 1, decisions.size()).stream()
                    .filter(later -> changes(later, earlier))
                    .findFirst()
                    .ifPresent(later -> found.put(earlier, later));
        }
        return found;
    }

    /// Whether a decision is about the same thing as an earlier one, and says another time or that
    /// it is changed.
    private boolean changes(AnalyzedMessage later, AnalyzedMessage earlier) {
        Set<String> shared = subjects(later);
        shared.retainAll(subjects(earlier));
        Set<String> times = times(later);
        boolean sameTime = times.removeAll(times(earlier));
        boolean changed = later.has(CueClass.CHANGE);
        return later.message().topic() == earlier.message().topic()
                && ((!shared.isEmpty() && (changed || (!times.isEmpty() && saysWhen(earlier))))
                        || (changed && sameTime && !times.isEmpty()));
    }

    private static boolean saysWhen(AnalyzedMessage message) {
        return ConversationEvidence.saysWhen(message);
    }

    /// The words that say what a message is about, besides when.
    private static Set<String> subjects(AnalyzedMessage message) {
        return message.tokens().stream()
                .filter(token -> !message.isTime(token))
                .filter(token -> message.contentWords().contains(token.stem()) || token.isDecimal())
                .map(ChatToken::stem)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> times(AnalyzedMessage message) {
        return message.tokens().stream()
                .filter(message::isTime)
                .map(ChatToken::stem)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void read(AnalyzedMessage message) {
        CpuShare.checkpoint();
        if (agrees(message)) {
            whatItAnswers(message).ifPresent(to -> vote(message, to));
        }
        if (concludes(message)) {
            AnalyzedMessage words =
                    message.isTrivial() ? whatItAnswers(message).orElse(message) : message;
            decided.add(words.index());
            concluded.add(words.index());
        }
    }

    /// Whether it answers a question about facts.
    private boolean informs(AnalyzedMessage message) {
        return conversation
                .parent(message)
                .filter(parent -> parent.asks() && !parent.has(CueClass.DELIBERATION))
                .isPresent();
    }

    private void vote(AnalyzedMessage vote, AnalyzedMessage about) {
        votes.computeIfAbsent(about, _ -> new HashSet<>()).add(vote.author().id());
        if (vote.message().replyTo() != null) {
            replies.merge(about, 1, Integer::sum);
        }
    }

    private boolean concludes(AnalyzedMessage message) {
        return !message.asks() && !message.isCommand() && score(message) >= ENOUGH;
    }

    double score(AnalyzedMessage message) {
        double score = evidence.logOdds(message, DialogueAct.DECISION);
        score += message.has(CueClass.DECISION) && !message.has(CueClass.UNDECIDED) ? CUE : 0;
        score -= message.has(CueClass.UNDECIDED) ? UNDECIDED : 0;
        score += saysWhen(message) ? TIME : 0;
        score += message.has(CueClass.CHANGE) ? CHANGE : 0;
        score += Math.min(MOST_AGREED, AGREED * evidence.agreeing(message));
        score += AGREED * Math.min(2, evidence.agreedBefore(message));
        score += evidence.saysWhatWon(message) ? POLL : 0;
        score -= DISAGREED * evidence.disagreeing(message);
        score -= message.hasLink() ? OTHER_ACT : 0;
        score -= informs(message) ? 1 : 0;
        score -= JEST * Math.max(0, evidence.jest(message) - DOUBT);
        for (DialogueAct other : List.of(DialogueAct.PROPOSAL, DialogueAct.REJECTION)) {
            score -= evidence.isLikely(message, other) ? OTHER_ACT : 0;
        }
        return score;
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
        if (voters.size() >= VOTE
                && (replies.getOrDefault(message, 0) >= VOTE || !isConcludedFrom(message))
                && !message.has(CueClass.IGNORANCE)
                && evidence.jest(message) < LIKELY) {
            decided.add(message.index());
        }
    }

    /// Whether somebody decides soon after it, so that it was only a proposal.
    private boolean isConcludedFrom(AnalyzedMessage message) {
        return concluded.subSet(message.index() + 1, message.index() + 1 + BEFORE_VOTE).stream()
                .map(conversation.chat().messages()::get)
                .anyMatch(later -> later.message().topic() == message.message().topic());
    }

    private static final double LIKELY = 0.5;
}
