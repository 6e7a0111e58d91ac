package dev.verbatim.group.catchup;

import dev.verbatim.group.Author;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.catchup.Catchup.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A selection of the topics of a chat: the larger of the [TopicSegment]s of a conversation.
///
/// @param shown the largest first
/// @param omitted how many strands were too small, or too many
record TopicSelection(List<Topic> shown, int omitted) {

    /// A reader reads a dozen, a script may read more.
    private static final int MOST = 40;

    /// In a chat of fewer messages than this an exchange of two messages is a topic.
    private static final int SHORT_CHAT = 30;

    static TopicSelection of(ThreadedChat conversation) {
        List<TopicSegment> strands = TopicSegment.of(conversation);
        int fewest = conversation.chat().messages().size() < SHORT_CHAT ? 2 : 3;
        List<TopicSegment> large =
                strands.stream()
                        .filter(topicSegment -> topicSegment.messages().size() >= fewest)
                        .filter(
                                topicSegment ->
                                        topicSegment.messages().stream()
                                                .anyMatch(TopicQuoteSelector::isWorthy))
                        .sorted(
                                Comparator.comparingInt(
                                        (TopicSegment topicSegment) ->
                                                -topicSegment.messages().size()))
                        .limit(MOST)
                        .toList();
        var topicLabeler = new TopicLabeler(conversation);
        List<Topic> topics =
                large.stream()
                        .map(topicSegment -> topic(topicSegment, topicLabeler, conversation))
                        .toList();
        return new TopicSelection(topics, strands.size() - topics.size());
    }

    private static Topic topic(
            TopicSegment topicSegment, TopicLabeler topicLabeler, ThreadedChat conversation) {
        return new Topic(
                topicLabeler.of(topicSegment),
                topicSegment.messages().size(),
                people(topicSegment),
                TopicQuoteSelector.of(topicSegment, conversation).stream()
                        .map(AnalyzedMessage::message)
                        .toList());
    }

    /// Who said most first.
    private static List<Author> people(TopicSegment topicSegment) {
        Map<String, Author> authors = new LinkedHashMap<>();
        Map<String, Integer> said = new LinkedHashMap<>();
        for (AnalyzedMessage analyzedMessage : topicSegment.messages()) {
            authors.put(analyzedMessage.author().id(), analyzedMessage.author());
            said.merge(
                    analyzedMessage.author().id(),
                    1 + analyzedMessage.tokens().size(),
                    Integer::sum);
        }
        List<String> ids = new ArrayList<>(said.keySet());
        ids.sort(Comparator.comparingInt((String id) -> -said.getOrDefault(id, 0)));
        return ids.stream().map(authors::get).toList();
    }
}
