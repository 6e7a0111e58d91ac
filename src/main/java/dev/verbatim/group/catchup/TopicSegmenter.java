package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A segmenter that splits a segment that is too long for one topic, such as a meeting, where it
/// most likely moves on.
///
/// Words alone find such places badly: on meetings with annotated topics TextTiling was worse than
/// no split at all. So only segments that must be split are, and a pause or a "moving on" counts as
/// much as the words.
///
/// @param topicSegment of any length
record TopicSegmenter(ThreadedChat conversation, TopicSegment topicSegment) {

    /// Four phrases and two messages can't represent a longer topic.
    private static final int LONGEST = 14;

    private static final int SHORTEST = 4;

    /// How many messages before and after a place are compared.
    private static final int WINDOW = 10;

    private static final double TRANSITION = 0.4;

    /// What a pause of a minute is worth; longer ones grow with the logarithm.
    private static final double PAUSE = 0.1;

    List<TopicSegment> segments() {
        List<AnalyzedMessage> messages = topicSegment.messages();
        if (messages.size() <= LONGEST) {
            return List.of(topicSegment);
        }
        int place =
                IntStream.range(SHORTEST, messages.size() - SHORTEST)
                        .boxed()
                        .max(Comparator.comparingDouble(this::change))
                        .orElseThrow();
        return Stream.of(messages.subList(0, place), messages.subList(place, messages.size()))
                .map(part -> new TopicSegmenter(conversation, new TopicSegment(part)))
                .flatMap(part -> part.segments().stream())
                .toList();
    }

    /// How much speaks for a new topic starting at a message.
    private double change(int place) {
        List<AnalyzedMessage> messages = topicSegment.messages();
        Set<String> before = words(messages.subList(Math.max(0, place - WINDOW), place));
        Set<String> behind =
                words(messages.subList(place, Math.min(messages.size(), place + WINDOW)));
        Set<String> both = new HashSet<>(before);
        both.retainAll(behind);
        double least = Math.min(conversation.chat().mass(before), conversation.chat().mass(behind));
        double likeness = least == 0 ? 0 : conversation.chat().mass(both) / least;
        return 1 - likeness + transition(place) + pause(place);
    }

    /// A cue in the message itself or in the one before.
    private double transition(int place) {
        return Stream.of(topicSegment.messages().get(place - 1), topicSegment.messages().get(place))
                        .anyMatch(analyzedMessage -> analyzedMessage.has(CueClass.TRANSITION))
                ? TRANSITION
                : 0;
    }

    private double pause(int place) {
        Duration pause =
                Duration.between(
                        topicSegment.messages().get(place - 1).message().time(),
                        topicSegment.messages().get(place).message().time());
        return PAUSE * Math.log1p(Math.max(0, pause.toSeconds()) / 60.0) / Math.log(2);
    }

    private static Set<String> words(List<AnalyzedMessage> messages) {
        return messages.stream()
                .flatMap(analyzedMessage -> analyzedMessage.contentWords().stream())
                .collect(Collectors.toSet());
    }
}
