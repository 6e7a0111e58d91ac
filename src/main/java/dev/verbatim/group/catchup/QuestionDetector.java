package dev.verbatim.group.catchup;

import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.analysis.DialogueAct;
import dev.verbatim.group.catchup.Catchup.AnsweredQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A detector of questions and of the messages that answer them.
final class QuestionDetector {

    /// In Ubuntu's chats the first response comes within 3 minutes in 19 of 20 conversations
    /// (Kummerfeld et al., ACL 2019). Groups on phones are slower.
    private static final Duration SOON = Duration.ofMinutes(30);

    /// A second question by the same author so soon is the same question.
    private static final Duration AGAIN = Duration.ofMinutes(3);

    private static final Pattern NUMBER = Pattern.compile("\\p{N}");

    // What speaks for an answer, in steps of about one.
    private static final double ENOUGH = 2.5;
    private static final double REPLY = 6;
    private static final double ASKED = 2;
    private static final double ADDRESSED = 2;
    private static final double REQUESTED = 3;
    private static final double THREAD = 1;
    private static final double NEAR = 2;
    private static final double LATE = 1.5;
    private static final double SHARED = 1.5;
    private static final double JEST = 5;
    private static final double REPETITION = 8;
    private static final double DECISION = 3;

    /// A person asked replies within so many messages, or means something else.
    private static final int NEXT = 10;

    private static final int PROPOSAL = 8;
    private static final int WINDOW = 40;

    private static final int FAR = 1_000;

    private final ThreadedChat conversation;
    private final ConversationEvidence evidence;
    private final DecisionDetector decisions;
    private final Map<AnalyzedMessage, @Nullable AnalyzedMessage> answers = new LinkedHashMap<>();

    QuestionDetector(
            ThreadedChat conversation, ConversationEvidence evidence, DecisionDetector decisions) {
        this.conversation = conversation;
        this.evidence = evidence;
        this.decisions = decisions;
        List<AnalyzedMessage> asked =
                conversation.chat().messages().stream().filter(AnalyzedMessage::asks).toList();
        asked.forEach(question -> answers.put(question, answer(question).orElse(null)));
        asked.reversed().forEach(this::lookAtNextQuestion);
    }

    List<AnalyzedMessage> open() {
        return answers.keySet().stream()
                .filter(question -> answers.get(question) == null)
                .filter(question -> !isOnlyProposal(question) && !isEcho(question))
                .toList();
    }

    /// "Wasn't it cancelled?", while somebody else's question waits for its answer.
    private boolean isEcho(AnalyzedMessage question) {
        return question.contentWords().size() <= 1
                && !question.hasQuestionWordWithin(question.length())
                && answers.keySet().stream()
                        .filter(earlier -> earlier.index() < question.index())
                        .filter(earlier -> question.index() - earlier.index() <= NEXT)
                        .filter(earlier -> !earlier.isBy(question))
                        .map(answers::get)
                        .anyMatch(answer -> answer != null && answer.index() > question.index());
    }

    /// "Saturday then?": a few words to be agreed with, which nobody needs to answer; without a
    /// time only very few, or a proposal that somebody reacted to.
    private boolean isOnlyProposal(AnalyzedMessage question) {
        return !question.has(CueClass.QUESTION)
                && !question.hasQuestionWordWithin(1)
                && (question.length()
                                <= (ConversationEvidence.saysWhen(question)
                                        ? PROPOSAL
                                        : PROPOSAL / 2)
                        || (question.probability(DialogueAct.PROPOSAL) > 0.5
                                && evidence.agreeing(question) + evidence.disagreeing(question)
                                        > 0));
    }

    List<AnsweredQuestion> answered() {
        List<AnsweredQuestion> answered = new ArrayList<>();
        answers.forEach(
                (question, answer) -> {
                    if (answer != null) {
                        answered.add(new AnsweredQuestion(question.message(), answer.message()));
                    }
                });
        return answered;
    }

    private Optional<AnalyzedMessage> answer(AnalyzedMessage question) {
        CpuShare.checkpoint();
        List<AnalyzedMessage> all = conversation.chat().messages();
        int near = Math.min(all.size(), question.index() + 1 + WINDOW);
        return Stream.concat(
                        all.subList(question.index() + 1, near).stream(),
                        all.subList(near, Math.min(all.size(), near + FAR)).stream()
                                .filter(later -> refersTo(question, later)))
                .filter(later -> mayAnswer(question, later))
                .map(later -> new Scored(later, score(question, later)))
                .filter(scored -> scored.score >= ENOUGH)
                .max(Comparator.comparingDouble(Scored::score))
                .map(scored -> decisions.latest(scored.message));
    }

    /// Much later only what replies, or is about the same thing, can be an answer.
    private boolean refersTo(AnalyzedMessage question, AnalyzedMessage later) {
        Long replyTo = later.message().replyTo();
        return replyTo == null
                ? sharedRareWords(question, later) > 1
                : replyTo == question.message().id();
    }

    private record Scored(AnalyzedMessage message, double score) {}

    /// Who asks what the group is to do may also be the one who says it in the end.
    private boolean mayAnswer(AnalyzedMessage question, AnalyzedMessage later) {
        return (!later.isBy(question) || decisions.decides(later))
                && !later.asks()
                && !later.isCommand()
                && later.message().topic() == question.message().topic()
                && (!later.contentWords().isEmpty() || later.opens(CueClass.ANSWER))
                && !later.has(CueClass.IGNORANCE);
    }

    /// How much speaks for a message being the answer.
    double score(AnalyzedMessage question, AnalyzedMessage later) {
        double score = link(question, later) + words(question, later);
        score -= JEST * evidence.jest(later);
        score -= isOnlyRepetition(question, later) ? REPETITION : 0;
        if (question.has(CueClass.DELIBERATION)) {
            score += decisions.decides(later) ? DECISION : -DECISION;
        }
        return score;
    }

    /// By replies, names, threads, nearness and time.
    private double link(AnalyzedMessage question, AnalyzedMessage later) {
        if (later.message().replyTo() != null) {
            return later.message().replyTo() == question.message().id() ? REPLY : -REPLY;
        }
        double score = 0;
        if (isAsked(question, later)) {
            score += ASKED;
        } else if (!later.addressees().isEmpty()) {
            score += later.addressees().contains(question.author().id()) ? ADDRESSED : -ADDRESSED;
        }
        score += conversation.inSameThread(question, later) ? THREAD : 0;
        int others = othersBetween(question, later);
        score += Math.max(0, NEAR - others * 0.5);
        boolean sharesMuch = sharedRareWords(question, later) > 1;
        score -= sharesMuch && !isNear(question, later) ? 0 : questionsBetween(question, later);
        double minutes = Duration.between(time(question), time(later)).toSeconds() / 60.0;
        double late = Math.max(0, Math.log(Math.max(1, minutes) / SOON.toMinutes()) + 1) * LATE;
        // Where nobody else wrote for a while, the chat was slow, and not the answer.
        boolean isNext = others == 0 && minutes <= 2 * SOON.toMinutes();
        return score - (sharesMuch || isNext ? late / 2 : late);
    }

    /// What others asked right after a question tells nothing of an answer that comes much later.
    private static boolean isNear(AnalyzedMessage question, AnalyzedMessage later) {
        return later.index() - question.index() <= NEXT;
    }

    private static Instant time(AnalyzedMessage message) {
        return message.message().time();
    }

    /// A question that names people, or answers one, asks them.
    private boolean isAsked(AnalyzedMessage question, AnalyzedMessage later) {
        Set<String> asked = new HashSet<>(question.addressees());
        if (asked.isEmpty()) {
            conversation.parent(question).ifPresent(parent -> asked.add(parent.author().id()));
        }
        return asked.contains(later.author().id())
                && later.index() - question.index() <= NEXT
                && (later.addressees().isEmpty()
                        || later.addressees().contains(question.author().id()));
    }

    private int othersBetween(AnalyzedMessage question, AnalyzedMessage later) {
        return (int)
                conversation
                        .chat()
                        .messages()
                        .subList(
                                question.index() + 1,
                                Math.min(later.index(), question.index() + NEXT))
                        .stream()
                        .filter(between -> !between.isBy(question))
                        .count();
    }

    private long questionsBetween(AnalyzedMessage question, AnalyzedMessage later) {
        return conversation
                .chat()
                .messages()
                .subList(question.index() + 1, Math.min(later.index(), question.index() + 1 + NEXT))
                .stream()
                .filter(between -> between.asks() && !between.isBy(question))
                .filter(between -> !between.isBy(later))
                .count();
    }

    /// By what it says.
    private double words(AnalyzedMessage question, AnalyzedMessage later) {
        double score = SHARED * Math.min(3, sharedRareWords(question, later));
        score -= later.hasLink() && score == 0 ? 1 : 0;
        score += later.opens(CueClass.ANSWER) ? 1 : 0;
        score += decisions.decides(later) ? 1 : 0;
        boolean isRequest = evidence.isLikely(question, DialogueAct.REQUEST);
        if (isRequest) {
            score += evidence.isLikely(later, DialogueAct.COMMITMENT) ? REQUESTED : -2;
        } else {
            score += later.probability(DialogueAct.ANSWER);
            score += 1.2 * later.probability(DialogueAct.COMMITMENT);
        }
        if (question.hasQuestionWordWithin(2) || !question.has(CueClass.QUESTION)) {
            score += NUMBER.matcher(later.message().text()).find() ? 1 : 0;
        }
        return score - (evidence.isLikely(later, DialogueAct.CHATTER) ? 1 : 0);
    }

    private long sharedRareWords(AnalyzedMessage question, AnalyzedMessage later) {
        return later.contentWords().stream()
                .filter(question.contentWords()::contains)
                .filter(conversation.chat()::isRare)
                .count();
    }

    /// Whether it only says again what was asked.
    private static boolean isOnlyRepetition(AnalyzedMessage question, AnalyzedMessage later) {
        return !later.contentWords().isEmpty()
                && question.hasQuestionWordWithin(1)
                && question.contentWords().containsAll(later.contentWords())
                && !NUMBER.matcher(later.message().text()).find();
    }

    /// A question in two messages is answered when the second is.
    private void lookAtNextQuestion(AnalyzedMessage question) {
        if (answers.get(question) == null) {
            conversation.threadOf(question).stream()
                    .filter(next -> next.index() > question.index() && next.isBy(question))
                    .filter(next -> within(AGAIN, question, next) && answers.get(next) != null)
                    .findFirst()
                    .ifPresent(next -> answers.put(question, answers.get(next)));
        }
    }

    private static boolean within(Duration time, AnalyzedMessage one, AnalyzedMessage later) {
        return Duration.between(time(one), time(later)).compareTo(time) <= 0;
    }
}
