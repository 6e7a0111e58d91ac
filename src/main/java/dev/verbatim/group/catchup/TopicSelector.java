package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.DialogueAct;
import dev.verbatim.group.catchup.Catchup.Topic;
import dev.verbatim.group.catchup.TopicSegmenter.TopicSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A selector of the topics of a chat: the larger of its segments, each with the messages that
/// represent it. These are the one that opens it, and the one with the most content and the most
/// responses.
final class TopicSelector {

    /// A reader reads a dozen, a script may read more.
    private static final int MOST = 40;

    /// In a chat of fewer messages than this an exchange of two messages is a topic.
    private static final int SHORT_CHAT = 30;

    /// What jokes or chats more than this is no topic.
    private static final double CHATTER = 0.65;

    /// How much a message loses by repeating the first. (Maximal marginal relevance.)
    private static final double REPETITION = 0.7;

    /// So many messages later its words count as echoed.
    private static final int ECHO = 25;

    /// A longer message gains nothing by its length.
    private static final int LONG = 60;

    private final ThreadedChat conversation;
    private final TopicLabeler labeler;

    TopicSelector(ThreadedChat conversation) {
        this.conversation = conversation;
        labeler = new TopicLabeler(conversation);
    }

    /// The topics, the largest first.
    List<Topic> select(List<TopicSegment> segments) {
        int fewest = conversation.chat().messages().size() < SHORT_CHAT ? 2 : 3;
        return segments.stream()
                .filter(segment -> segment.messages().size() >= fewest)
                .filter(segment -> segment.messages().stream().anyMatch(TopicSelector::isWorthy))
                .filter(segment -> !isOnlyChatter(segment))
                .sorted(Comparator.comparingInt(segment -> -segment.messages().size()))
                .limit(MOST)
                .map(this::topic)
                .toList();
    }

    /// The posts of a channel, or of a chat with one author: each segment in its order.
    List<Topic> posts(List<TopicSegment> segments) {
        return segments.stream()
                .filter(segment -> segment.messages().stream().anyMatch(TopicSelector::isWorthy))
                .limit(MOST)
                .map(this::topic)
                .toList();
    }

    private static boolean isOnlyChatter(TopicSegment segment) {
        return segment.messages().stream()
                        .mapToDouble(message -> message.probability(DialogueAct.CHATTER))
                        .average()
                        .orElse(0)
                > CHATTER;
    }

    private Topic topic(TopicSegment segment) {
        CpuShare.checkpoint();
        return new Topic(
                labeler.of(segment),
                segment.messages().size(),
                people(segment),
                quotes(segment).stream().map(AnalyzedMessage::message).toList());
    }

    /// Who said most first.
    private static List<Author> people(TopicSegment segment) {
        Map<String, Author> authors = new LinkedHashMap<>();
        Map<String, Integer> said = new LinkedHashMap<>();
        for (AnalyzedMessage message : segment.messages()) {
            authors.put(message.author().id(), message.author());
            said.merge(message.author().id(), 1 + message.tokens().size(), Integer::sum);
        }
        List<String> ids = new ArrayList<>(said.keySet());
        ids.sort(Comparator.comparingInt((String id) -> -said.getOrDefault(id, 0)));
        return ids.stream().map(authors::get).toList();
    }

    private List<AnalyzedMessage> quotes(TopicSegment segment) {
        List<AnalyzedMessage> worthy =
                segment.messages().stream().filter(TopicSelector::isWorthy).toList();
        List<AnalyzedMessage> quotes = new ArrayList<>();
        worthy.stream().findFirst().ifPresent(quotes::add);
        if (segment.messages().size() > 2) {
            second(segment, worthy).ifPresent(quotes::add);
        }
        return quotes;
    }

    /// Whether it is more than "ok", and said to people.
    private static boolean isWorthy(AnalyzedMessage message) {
        return !message.isTrivial() && !message.isCommand() && message.tokens().size() > 1;
    }

    private Optional<AnalyzedMessage> second(TopicSegment segment, List<AnalyzedMessage> worthy) {
        return worthy.stream()
                .skip(1)
                .filter(message -> message.contentWords().size() > 1)
                .max(
                        Comparator.comparingDouble(
                                message -> score(message, worthy.getFirst(), segment)));
    }

    private double score(AnalyzedMessage message, AnalyzedMessage first, TopicSegment segment) {
        Set<String> repeated = new HashSet<>(message.contentWords());
        repeated.retainAll(first.contentWords());
        double mass =
                conversation.chat().mass(message.contentWords())
                        - REPETITION * conversation.chat().mass(repeated);
        double length = Math.min(1, (double) LONG / message.tokens().size());
        return mass * length * (1 + echo(message, segment)) * (1 + repliers(message));
    }

    /// The share of its words that others took up.
    private static double echo(AnalyzedMessage message, TopicSegment segment) {
        List<AnalyzedMessage> others =
                segment.messages().stream().filter(later -> isAfter(later, message)).toList();
        long echoed =
                message.contentWords().stream()
                        .filter(
                                word ->
                                        others.stream()
                                                .anyMatch(
                                                        later ->
                                                                later.contentWords()
                                                                        .contains(word)))
                        .count();
        return (double) echoed / message.contentWords().size();
    }

    private static boolean isAfter(AnalyzedMessage later, AnalyzedMessage message) {
        return later.index() > message.index()
                && later.index() <= message.index() + ECHO
                && !later.isBy(message);
    }

    private double repliers(AnalyzedMessage message) {
        long people =
                conversation
                        .answersTo(message)
                        .filter(answer -> !answer.isBy(message))
                        .map(answer -> answer.author().id())
                        .distinct()
                        .count();
        return Math.log1p((double) people);
    }
}
