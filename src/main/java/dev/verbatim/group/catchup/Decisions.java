package dev.verbatim.group.catchup;

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

/// The messages by which something may have been decided.
///
/// Where people only say that they agree, it is the message they agree to.
final class Decisions {

    /// One is a courtesy, two are a vote.
    private static final int VOTE = 2;

    /// Who agrees in more words than these, and doesn't reply by hand, may mean something else.
    private static final int AGREEMENT = 8;

    private static final int BEFORE_VOTE = 10;
    private static final Duration VOTING = Duration.ofMinutes(10);

    private final Conversation conversation;
    private final SortedSet<Integer> decided = new TreeSet<>();
    private final Map<Speech, Set<String>> votes = new HashMap<>();

    private Decisions(Conversation conversation) {
        this.conversation = conversation;
    }

    static List<Speech> in(Conversation conversation) {
        var decisions = new Decisions(conversation);
        conversation.speeches().forEach(decisions::read);
        decisions.votes.forEach(decisions::count);
        return decisions.decided.stream().map(conversation.speeches()::get).toList();
    }

    private void read(Speech speech) {
        if (agrees(speech)) {
            whatItAnswers(speech)
                    .ifPresent(
                            to ->
                                    votes.computeIfAbsent(to, _ -> new HashSet<>())
                                            .add(speech.author().id()));
        }
        if (decides(speech)) {
            Speech words = speech.isTrivial() ? whatItAnswers(speech).orElse(speech) : speech;
            decided.add(words.index());
        }
    }

    private static boolean decides(Speech speech) {
        return speech.has(CueClass.DECISION)
                && !speech.has(CueClass.UNDECIDED)
                && !speech.asks()
                && !speech.isCommand();
    }

    private static boolean agrees(Speech speech) {
        return speech.opens(CueClass.AGREEMENT)
                && !speech.isCommand()
                && (speech.message().replyTo() != null
                        || speech.tokens().size() - speech.body() <= AGREEMENT);
    }

    private Optional<Speech> whatItAnswers(Speech speech) {
        return conversation
                .parent(speech)
                .filter(parent -> !parent.isBy(speech))
                .map(parent -> agrees(parent) ? whatItAnswers(parent).orElse(parent) : parent)
                .filter(parent -> !parent.isTrivial())
                .or(() -> speech.isTrivial() ? putToTheVote(speech) : Optional.empty());
    }

    /// Whoever says no more than "+1" says it to what was last asked or, if nobody asked, said.
    private Optional<Speech> putToTheVote(Speech vote) {
        List<Speech> before =
                conversation
                        .speeches()
                        .subList(Math.max(0, vote.index() - BEFORE_VOTE), vote.index())
                        .reversed()
                        .stream()
                        .filter(speech -> !speech.isTrivial() && !agrees(speech))
                        .filter(speech -> speech.message().topic() == vote.message().topic())
                        .filter(speech -> !speech.isBy(vote) && isShortlyBefore(speech, vote))
                        .toList();
        return before.stream()
                .filter(Speech::asks)
                .findFirst()
                .or(() -> before.stream().findFirst());
    }

    private static boolean isShortlyBefore(Speech speech, Speech vote) {
        Instant from = vote.message().time().minus(VOTING);
        return !speech.message().time().isBefore(from);
    }

    private void count(Speech speech, Set<String> voters) {
        if (voters.size() >= VOTE) {
            decided.add(speech.index());
        }
    }
}
