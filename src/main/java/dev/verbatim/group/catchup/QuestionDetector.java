package dev.verbatim.group.catchup;

import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import dev.verbatim.group.catchup.Catchup.AnsweredQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A detector of questions and of the messages that answer them.
final class QuestionDetector {

    /// In Ubuntu's chats the first response comes within 3 minutes in 19 of 20 conversations
    /// (Kummerfeld et al., ACL 2019). Groups on phones are slower.
    private static final Duration SOON = Duration.ofMinutes(30);

    /// A second question by the same author so soon is the same question.
    private static final Duration AGAIN = Duration.ofMinutes(3);

    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    /// A person asked replies within so many messages, or means something else.
    private static final int NEXT = 10;

    private final ThreadedChat conversation;
    private final Map<AnalyzedMessage, @Nullable AnalyzedMessage> answers = new LinkedHashMap<>();

    QuestionDetector(ThreadedChat conversation) {
        this.conversation = conversation;
        List<AnalyzedMessage> asked =
                conversation.chat().messages().stream().filter(AnalyzedMessage::asks).toList();
        asked.forEach(question -> answers.put(question, answer(question).orElse(null)));
        asked.reversed().forEach(this::lookAtNextQuestion);
    }

    List<AnalyzedMessage> open() {
        return answers.keySet().stream().filter(question -> answers.get(question) == null).toList();
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
        return Stream.of(
                        replies(question),
                        fromTheOneAsked(question),
                        later(question),
                        nearby(question))
                .flatMap(candidates -> candidates)
                .filter(candidate -> !candidate.isBy(question))
                .filter(candidate -> !candidate.asks() && !candidate.isCommand())
                .findFirst();
    }

    /// Explicit replies.
    private Stream<AnalyzedMessage> replies(AnalyzedMessage question) {
        long id = question.message().id();
        return conversation
                .answersTo(question)
                .filter(reply -> Long.valueOf(id).equals(reply.message().replyTo()))
                .filter(QuestionDetector::saysSomething);
    }

    /// The next messages of the people asked. A question that answers a message asks its author.
    private Stream<AnalyzedMessage> fromTheOneAsked(AnalyzedMessage question) {
        Set<String> asked = new HashSet<>(question.addressees());
        if (asked.isEmpty()) {
            conversation.parent(question).ifPresent(parent -> asked.add(parent.author().id()));
        }
        return next(question)
                .filter(next -> asked.contains(next.author().id()) && isSoon(question, next))
                .filter(next -> isForAskerOrNobody(next, question) && saysSomething(next));
    }

    private static boolean isForAskerOrNobody(AnalyzedMessage next, AnalyzedMessage question) {
        return next.message().replyTo() == null
                && (next.addressees().isEmpty()
                        || next.addressees().contains(question.author().id()));
    }

    /// Later messages of the thread, if they show that they are about the question.
    private Stream<AnalyzedMessage> later(AnalyzedMessage question) {
        return conversation.threadOf(question).stream()
                .filter(later -> later.index() > question.index() && isSoon(question, later))
                .filter(
                        later ->
                                conversation.chat().shareRareWord(question, later)
                                        || later.opens(CueClass.ANSWER)
                                        || later.addressees().contains(question.author().id()))
                .filter(QuestionDetector::saysSomething);
    }

    /// The next messages of any thread, if they show that they are about the question.
    private Stream<AnalyzedMessage> nearby(AnalyzedMessage question) {
        return next(question)
                .filter(next -> within(AT_ONCE, question, next))
                .filter(next -> next.message().replyTo() == null)
                .filter(next -> isAbout(question, next))
                .filter(QuestionDetector::saysSomething);
    }

    private boolean isAbout(AnalyzedMessage question, AnalyzedMessage next) {
        if (!next.addressees().isEmpty()) {
            return next.addressees().contains(question.author().id());
        }
        return conversation.chat().shareRareWord(question, next)
                || (isNext(question, next) && next.opens(CueClass.ANSWER));
    }

    private boolean isNext(AnalyzedMessage question, AnalyzedMessage next) {
        return next(question).filter(other -> !other.isBy(question)).findFirst().orElse(next)
                == next;
    }

    private Stream<AnalyzedMessage> next(AnalyzedMessage question) {
        int end = Math.min(conversation.chat().messages().size(), question.index() + 1 + NEXT);
        return conversation.chat().messages().subList(question.index() + 1, end).stream()
                .filter(next -> next.message().topic() == question.message().topic());
    }

    private static boolean saysSomething(AnalyzedMessage answer) {
        return !answer.contentWords().isEmpty() || answer.opens(CueClass.ANSWER);
    }

    private static boolean isSoon(AnalyzedMessage question, AnalyzedMessage answer) {
        return within(SOON, question, answer);
    }

    private static boolean within(Duration time, AnalyzedMessage one, AnalyzedMessage later) {
        return Duration.between(one.message().time(), later.message().time()).compareTo(time) <= 0;
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
}
