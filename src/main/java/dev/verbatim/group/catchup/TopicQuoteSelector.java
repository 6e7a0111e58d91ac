package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A selector of the messages that represent a topic: the one that opens it, and the one with the
/// most content and the most responses.
final class TopicQuoteSelector {

    /// How much a message loses by repeating the first. (Maximal marginal relevance.)
    private static final double REPETITION = 0.7;

    /// So many messages later its words count as echoed.
    private static final int ECHO = 25;

    /// A longer message gains nothing by its length.
    private static final int LONG = 60;

    private TopicQuoteSelector() {}

    static List<AnalyzedMessage> of(TopicSegment topicSegment, ThreadedChat conversation) {
        List<AnalyzedMessage> worthy =
                topicSegment.messages().stream().filter(TopicQuoteSelector::isWorthy).toList();
        List<AnalyzedMessage> quotes = new ArrayList<>();
        worthy.stream().findFirst().ifPresent(quotes::add);
        if (topicSegment.messages().size() > 2) {
            second(topicSegment, worthy, conversation).ifPresent(quotes::add);
        }
        return quotes;
    }

    /// Whether it is more than "ok", and said to people.
    static boolean isWorthy(AnalyzedMessage analyzedMessage) {
        return !analyzedMessage.isTrivial()
                && !analyzedMessage.isCommand()
                && analyzedMessage.tokens().size() > 1;
    }

    private static Optional<AnalyzedMessage> second(
            TopicSegment topicSegment, List<AnalyzedMessage> worthy, ThreadedChat conversation) {
        return worthy.stream()
                .skip(1)
                .filter(analyzedMessage -> analyzedMessage.contentWords().size() > 1)
                .max(
                        Comparator.comparingDouble(
                                analyzedMessage ->
                                        score(
                                                analyzedMessage,
                                                worthy.getFirst(),
                                                topicSegment,
                                                conversation)));
    }

    private static double score(
            AnalyzedMessage analyzedMessage,
            AnalyzedMessage first,
            TopicSegment topicSegment,
            ThreadedChat conversation) {
        Set<String> repeated = new HashSet<>(analyzedMessage.contentWords());
        repeated.retainAll(first.contentWords());
        double mass =
                conversation.chat().mass(analyzedMessage.contentWords())
                        - REPETITION * conversation.chat().mass(repeated);
        double length = Math.min(1, (double) LONG / analyzedMessage.tokens().size());
        return mass
                * length
                * (1 + echo(analyzedMessage, topicSegment))
                * (1 + repliers(analyzedMessage, conversation));
    }

    /// The share of its words that others took up.
    private static double echo(AnalyzedMessage analyzedMessage, TopicSegment topicSegment) {
        long echoed =
                analyzedMessage.contentWords().stream()
                        .filter(
                                word ->
                                        topicSegment.messages().stream()
                                                .filter(later -> isAfter(later, analyzedMessage))
                                                .anyMatch(
                                                        later ->
                                                                later.contentWords()
                                                                        .contains(word)))
                        .count();
        return (double) echoed / analyzedMessage.contentWords().size();
    }

    private static boolean isAfter(AnalyzedMessage later, AnalyzedMessage analyzedMessage) {
        return later.index() > analyzedMessage.index()
                && later.index() <= analyzedMessage.index() + ECHO
                && !later.isBy(analyzedMessage);
    }

    private static double repliers(AnalyzedMessage analyzedMessage, ThreadedChat conversation) {
        long people =
                conversation
                        .answersTo(analyzedMessage)
                        .filter(answer -> !answer.isBy(analyzedMessage))
                        .map(answer -> answer.author().id())
                        .distinct()
                        .count();
        return Math.log1p((double) people);
    }
}
