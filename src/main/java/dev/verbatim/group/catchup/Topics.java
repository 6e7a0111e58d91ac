package dev.verbatim.group.catchup;

import dev.verbatim.group.Author;
import dev.verbatim.group.catchup.Catchup.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was talked about: the larger of the [Strand]s of a conversation.
///
/// @param shown the largest first
/// @param omitted how many strands were too small, or too many
record Topics(List<Topic> shown, int omitted) {

    /// More than a dozen nobody reads, but who scripts may.
    private static final int MOST = 40;

    /// In a chat of fewer messages than this an exchange of two is worth telling.
    private static final int SHORT_CHAT = 30;

    static Topics of(Conversation conversation) {
        List<Strand> strands = Strand.of(conversation);
        int fewest = conversation.speeches().size() < SHORT_CHAT ? 2 : 3;
        List<Strand> large =
                strands.stream()
                        .filter(strand -> strand.speeches().size() >= fewest)
                        .filter(strand -> strand.speeches().stream().anyMatch(Quotes::isWorthy))
                        .sorted(
                                Comparator.comparingInt(
                                        (Strand strand) -> -strand.speeches().size()))
                        .limit(MOST)
                        .toList();
        var labels = new Labels(conversation);
        List<Topic> topics =
                large.stream().map(strand -> topic(strand, labels, conversation)).toList();
        return new Topics(topics, strands.size() - topics.size());
    }

    private static Topic topic(Strand strand, Labels labels, Conversation conversation) {
        return new Topic(
                labels.of(strand),
                strand.speeches().size(),
                people(strand),
                Quotes.of(strand, conversation).stream().map(Speech::message).toList());
    }

    /// Who said most first.
    private static List<Author> people(Strand strand) {
        Map<String, Author> authors = new LinkedHashMap<>();
        Map<String, Integer> said = new LinkedHashMap<>();
        for (Speech speech : strand.speeches()) {
            authors.put(speech.author().id(), speech.author());
            said.merge(speech.author().id(), 1 + speech.tokens().size(), Integer::sum);
        }
        List<String> ids = new ArrayList<>(said.keySet());
        ids.sort(Comparator.comparingInt((String id) -> -said.getOrDefault(id, 0)));
        return ids.stream().map(authors::get).toList();
    }
}
