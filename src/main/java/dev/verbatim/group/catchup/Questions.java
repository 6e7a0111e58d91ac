package dev.verbatim.group.catchup;

import dev.verbatim.group.catchup.Catchup.AnsweredQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The questions of a conversation, and the messages that answer them.
final class Questions {

    /// In Ubuntu's chats the first response comes within 3 minutes in 19 of 20 conversations
    /// (Kummerfeld et al., ACL 2019). Groups on phones are slower.
    private static final Duration SOON = Duration.ofMinutes(30);

    /// Who asks again, or goes on, so soon means the same question.
    private static final Duration AGAIN = Duration.ofMinutes(3);

    private final Conversation conversation;
    private final Map<Speech, @Nullable Speech> answers = new LinkedHashMap<>();

    Questions(Conversation conversation) {
        this.conversation = conversation;
        List<Speech> asked = conversation.speeches().stream().filter(Speech::asks).toList();
        asked.forEach(question -> answers.put(question, answer(question).orElse(null)));
        asked.reversed().forEach(this::lookAtNextQuestion);
    }

    List<Speech> open() {
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

    private Optional<Speech> answer(Speech question) {
        return Stream.of(replies(question), answersLikely(question), laterInThread(question))
                .flatMap(candidates -> candidates)
                .filter(candidate -> !candidate.isBy(question))
                .filter(candidate -> !candidate.asks() && !candidate.isCommand())
                .findFirst();
    }

    /// By their authors' own hand.
    private Stream<Speech> replies(Speech question) {
        long id = question.message().id();
        return conversation
                .answersTo(question)
                .filter(reply -> Long.valueOf(id).equals(reply.message().replyTo()))
                .filter(Questions::saysSomething);
    }

    private Stream<Speech> answersLikely(Speech question) {
        return conversation
                .answersTo(question)
                .filter(answer -> isSoon(question, answer))
                .filter(Questions::saysSomething);
    }

    /// What comes later and isn't linked to it must show that it is about it.
    private Stream<Speech> laterInThread(Speech question) {
        return conversation.threadOf(question).stream()
                .filter(later -> later.index() > question.index() && isSoon(question, later))
                .filter(
                        later ->
                                conversation.shareRareWord(question, later)
                                        || later.opens(CueClass.ANSWER));
    }

    private static boolean saysSomething(Speech answer) {
        return !answer.content().isEmpty() || answer.opens(CueClass.ANSWER);
    }

    private static boolean isSoon(Speech question, Speech answer) {
        return within(SOON, question, answer);
    }

    private static boolean within(Duration time, Speech one, Speech later) {
        return Duration.between(one.message().time(), later.message().time()).compareTo(time) <= 0;
    }

    /// A question in two messages is answered when the second is.
    private void lookAtNextQuestion(Speech question) {
        if (answers.get(question) == null) {
            conversation.threadOf(question).stream()
                    .filter(next -> next.index() > question.index() && next.isBy(question))
                    .filter(next -> within(AGAIN, question, next) && answers.get(next) != null)
                    .findFirst()
                    .ifPresent(next -> answers.put(question, answers.get(next)));
        }
    }
}
