package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.ClosedPoll;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The evidence that a conversation gives of what its messages do: whether others agree with one,
/// laugh at it or thank for it, and whether its author is usually joking.
///
/// Every kind of evidence is a term of a sum of log-odds. The classifier's probability is the first
/// term; the others were set by hand, and stay below what the words themselves can say.
final class ConversationEvidence {

    // Not \b, which knows Latin letters only and reads runs of combining marks over and over.
    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";

    private static final Pattern LAUGHTER =
            Pattern.compile(
                    "(?iu)"
                            + NO_WORD_BEFORE
                            + "(?:lo++l|rofl|lmao|mdr|ptdr|xd"
                            + "|(?:ha|he|ah|ха|ах|хе|ja|je|hi|ih){2}[\\p{L}\\p{N}]*+)"
                            + NO_WORD_AFTER
                            + "|[\uD83D\uDE02\uD83E\uDD23\uD83D\uDE05\uD83D\uDE04\uD83D\uDE06\uD83D\uDE01]"
                            + "|:D"
                            + NO_WORD_AFTER);

    /// The time of day, the day of a month or a part of a day in numbers.
    private static final Pattern NUMERIC_TIME =
            Pattern.compile(
                    "(?iu)"
                            + NO_WORD_BEFORE
                            + "\\d{1,2}(?:[:.]\\d{2}|\\.(?=\\s|,|$)"
                            + "|(?:st|nd|rd|th|\\s?+(?:am|pm|uhr|h|часов|год)|-?(?:го|е|ого))"
                            + NO_WORD_AFTER
                            + ")");

    /// So many messages later a reaction belongs to others.
    private static final int REACTIONS = 6;

    /// People say within so much time what a poll has decided.
    private static final Duration COUNTING = Duration.ofHours(12);

    private static final Duration REACTING = Duration.ofMinutes(20);
    private static final double CERTAIN = 4;
    private static final double LIKELY = 0.5;

    private final ThreadedChat conversation;
    private final List<AnalyzedMessage> messages;
    private final List<ChatMessage> polls;
    private final Map<String, Double> habits = new HashMap<>();
    private final Map<AnalyzedMessage, Double> jests = new HashMap<>();

    /// @param wordless messages without words, such as polls
    ConversationEvidence(ThreadedChat conversation, List<ChatMessage> wordless) {
        this.conversation = conversation;
        polls = wordless.stream().filter(one -> one.attachment() instanceof ClosedPoll).toList();
        messages = conversation.chat().messages();
        Map<String, List<AnalyzedMessage>> byAuthor =
                messages.stream().collect(Collectors.groupingBy(message -> message.author().id()));
        double usual = chatter(messages);
        byAuthor.forEach((author, own) -> habits.put(author, chatter(own) - usual));
    }

    private static double chatter(List<AnalyzedMessage> some) {
        return some.stream()
                .mapToDouble(message -> message.probability(DialogueAct.CHATTER))
                .average()
                .orElse(0);
    }

    /// The log-odds of an act by the words, bounded: a classifier is never as sure as it says.
    double logOdds(AnalyzedMessage message, DialogueAct act) {
        double probability = message.probability(act);
        double odds = Math.log(probability / (1 - probability));
        return Math.clamp(odds, -CERTAIN, CERTAIN);
    }

    boolean isLikely(AnalyzedMessage message, DialogueAct act) {
        return message.probability(act) >= LIKELY;
    }

    /// How much speaks for a joke or chatter, from 0 to 1.
    double jest(AnalyzedMessage message) {
        return jests.computeIfAbsent(message, this::findJest);
    }

    private double findJest(AnalyzedMessage message) {
        double score = logOdds(message, DialogueAct.CHATTER);
        score += Math.clamp(12 * habits.getOrDefault(message.author().id(), 0.0), -1, 2.5);
        score += followsJest(message) ? 2 : 0;
        score += laughs(message) || LAUGHTER.matcher(message.message().text()).find() ? 2 : 0;
        score -= thanked(message) ? 1.5 : 0;
        score -= message.message().replyTo() != null ? 1 : 0;
        score -= saysWhen(message) ? 1 : 0;
        return 1 / (1 + Math.exp(-score));
    }

    /// Jokes come in rows.
    private boolean followsJest(AnalyzedMessage message) {
        return message.index() > 0
                && message.message().approvals() == 0
                && isLikely(messages.get(message.index() - 1), DialogueAct.CHATTER)
                && !messages.get(message.index() - 1).isBy(message);
    }

    /// Whether others laugh at it.
    private boolean laughs(AnalyzedMessage message) {
        return reactions(message)
                .limit(2)
                .filter(next -> !next.isBy(message))
                .anyMatch(next -> LAUGHTER.matcher(next.message().text()).find());
    }

    /// Whether somebody thanks for it.
    boolean thanked(AnalyzedMessage message) {
        return reactions(message)
                .limit(3)
                .anyMatch(next -> !next.isBy(message) && next.has(CueClass.THANKS));
    }

    /// Whether it says when something is.
    static boolean saysWhen(AnalyzedMessage message) {
        return message.has(CueClass.TIME) || NUMERIC_TIME.matcher(message.message().text()).find();
    }

    /// Whether it says what won in a poll that was closed shortly before.
    boolean saysWhatWon(AnalyzedMessage message) {
        return polls.stream()
                .filter(poll -> poll.topic() == message.message().topic())
                .filter(poll -> isSoonAfter(message, poll))
                .anyMatch(
                        poll ->
                                poll.attachment() instanceof ClosedPoll(_, var choice)
                                        && sharesWord(message, choice));
    }

    private static boolean isSoonAfter(AnalyzedMessage message, ChatMessage poll) {
        Duration passed = Duration.between(poll.time(), message.message().time());
        return !passed.isNegative() && passed.compareTo(COUNTING) <= 0;
    }

    private static boolean sharesWord(AnalyzedMessage message, String words) {
        return ChatToken.tokenize(words).stream()
                .map(ChatToken::stem)
                .anyMatch(message.contentWords()::contains);
    }

    /// How many people agree with it, by words or by reactions.
    long agreeing(AnalyzedMessage message) {
        return count(message, next -> agrees(next)) + message.message().approvals();
    }

    /// How many people agreed with something shortly before.
    long agreedBefore(AnalyzedMessage message) {
        int from = Math.max(0, message.index() - REACTIONS);
        return messages.subList(from, message.index()).stream()
                .filter(before -> !before.isBy(message) && agrees(before))
                .map(before -> before.author().id())
                .distinct()
                .count();
    }

    private boolean agrees(AnalyzedMessage message) {
        return (isLikely(message, DialogueAct.AGREEMENT) || message.opens(CueClass.AGREEMENT))
                && message.length() <= REACTIONS + 2;
    }

    /// How many people disagree with it.
    long disagreeing(AnalyzedMessage message) {
        return count(
                message,
                next -> isLikely(next, DialogueAct.REJECTION) || next.has(CueClass.UNDECIDED));
    }

    /// How many people agree with one of some messages, by words or by reactions.
    int agreeing(List<AnalyzedMessage> some) {
        int approvals = some.stream().mapToInt(one -> one.message().approvals()).sum();
        return responding(some, this::agrees) + approvals;
    }

    /// How many people disagree with one of some messages.
    int disagreeing(List<AnalyzedMessage> some) {
        return responding(some, one -> isLikely(one, DialogueAct.REJECTION));
    }

    /// How many people respond to one of some messages in such a way. What follows shortly after
    /// counts unless it is known to answer another message.
    private int responding(List<AnalyzedMessage> some, Predicate<AnalyzedMessage> condition) {
        return (int)
                some.stream()
                        .flatMap(
                                one ->
                                        Stream.concat(conversation.answersTo(one), nextTo(one))
                                                .filter(next -> !next.isBy(one)))
                        .filter(condition)
                        .map(next -> next.author().id())
                        .distinct()
                        .count();
    }

    private Stream<AnalyzedMessage> nextTo(AnalyzedMessage message) {
        return reactions(message)
                .filter(
                        next ->
                                conversation
                                        .parent(next)
                                        .filter(other -> !other.equals(message))
                                        .isEmpty());
    }

    private long count(AnalyzedMessage message, Predicate<AnalyzedMessage> condition) {
        Set<String> people =
                reactions(message)
                        .filter(next -> !next.isBy(message) && condition.test(next))
                        .map(next -> next.author().id())
                        .collect(Collectors.toSet());
        return people.size();
    }

    /// The next messages, up to the next one that decides something, in the same topic.
    private Stream<AnalyzedMessage> reactions(AnalyzedMessage message) {
        int end = Math.min(messages.size(), message.index() + 1 + REACTIONS);
        return messages.subList(message.index() + 1, end).stream()
                .filter(next -> next.message().topic() == message.message().topic())
                .takeWhile(
                        next ->
                                Duration.between(message.message().time(), next.message().time())
                                                .compareTo(REACTING)
                                        <= 0);
    }

    /// Whether it follows a question or a request of somebody else that it may answer.
    boolean responds(AnalyzedMessage message) {
        int from = Math.max(0, message.index() - 3);
        return conversation
                        .parent(message)
                        .filter(parent -> !parent.isBy(message) && wants(parent))
                        .isPresent()
                || messages.subList(from, message.index()).stream()
                        .anyMatch(before -> !before.isBy(message) && wants(before));
    }

    private boolean wants(AnalyzedMessage message) {
        return message.asks() || isLikely(message, DialogueAct.REQUEST);
    }

    /// The messages that their authors corrected right afterwards, by their ids.
    Map<Long, ChatMessage> corrections() {
        Map<Long, ChatMessage> corrections = new HashMap<>();
        for (AnalyzedMessage message : messages) {
            if (isCorrection(message)) {
                corrected(message)
                        .ifPresent(
                                before ->
                                        corrections.putIfAbsent(
                                                before.message().id(), message.message()));
            }
        }
        return corrections;
    }

    private boolean isCorrection(AnalyzedMessage message) {
        return !message.asks()
                && !message.contentWords().isEmpty()
                && (isLikely(message, DialogueAct.CORRECTION)
                        || ASTERISK.matcher(message.message().text()).find());
    }

    /// The last message of the same author, if it is so recent that it can be what is corrected.
    private Optional<AnalyzedMessage> corrected(AnalyzedMessage correction) {
        int from = Math.max(0, correction.index() - REACTIONS);
        return messages.subList(from, correction.index()).reversed().stream()
                .filter(before -> before.isBy(correction))
                .findFirst()
                .filter(before -> !before.isTrivial() && !isCorrection(before))
                .filter(
                        before ->
                                Duration.between(
                                                        before.message().time(),
                                                        correction.message().time())
                                                .compareTo(REACTING)
                                        <= 0);
    }

    private static final Pattern ASTERISK = Pattern.compile("^\\s*+\\*\\p{L}[^*]*+$");
}
