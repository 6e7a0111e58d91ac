package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.analysis.DialogueAct;
import dev.verbatim.group.catchup.TopicSegmenter.TopicSegment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A labeler of topics by words of their own: their first question, or the sentence with the words
/// that are most frequent in the topic and rare elsewhere (class-based tf-idf). Both are cut
/// between words where they are long.
final class TopicLabeler {

    static final int LONGEST = 60;

    /// The message that opens a topic often says what it is about.
    private static final double OPENING = 1.6;

    /// Its first question does, too.
    private static final double QUESTION = 1.8;

    /// A joke names no topic, unless there is nothing else.
    private static final double JEST = 0.8;

    /// Twice as frequent is more telling, but not twice as much.
    private static final double FREQUENCY = 0.8;

    /// A question of fewer telling words is understood only by those who were there.
    private static final int TELLING = 2;

    private final ThreadedChat conversation;

    TopicLabeler(ThreadedChat conversation) {
        this.conversation = conversation;
    }

    String of(TopicSegment segment) {
        Map<String, Double> weights = weights(segment);
        return segment.messages().stream()
                .filter(message -> !message.isCommand())
                .flatMap(message -> phrases(message, segment, weights))
                .max(Comparator.comparingDouble(Phrase::score))
                .map(Phrase::text)
                .orElseGet(() -> cut(segment.opening().message().text()));
    }

    private Map<String, Double> weights(TopicSegment segment) {
        Map<String, Double> weights = new HashMap<>();
        segment.messages().stream()
                .filter(message -> !message.isCommand())
                .flatMap(message -> message.contentWords().stream())
                .forEach(word -> weights.merge(word, 1.0, Double::sum));
        weights.replaceAll(
                (word, count) -> Math.pow(count, FREQUENCY) * conversation.chat().rarity(word));
        return weights;
    }

    private static Stream<Phrase> phrases(
            AnalyzedMessage message, TopicSegment segment, Map<String, Double> weights) {
        boolean asksFirst =
                segment.messages().stream()
                        .filter(AnalyzedMessage::asks)
                        .findFirst()
                        .filter(first -> first == message)
                        .isPresent();
        double weight =
                (message == segment.opening() ? OPENING : 1)
                        * (1 - JEST * message.probability(DialogueAct.CHATTER));
        List<AnalyzedMessage> sentences =
                message.sentences().isEmpty() ? List.of(message) : message.sentences();
        return sentences.stream()
                .map(
                        sentence ->
                                phrase(
                                        sentence,
                                        weights,
                                        asksFirst && sentence.asks() ? weight * QUESTION : weight))
                .filter(phrase -> phrase.score() > 0);
    }

    private static Phrase phrase(
            AnalyzedMessage sentence, Map<String, Double> weights, double weight) {
        String text = cut(sentence.message().text());
        int start = sentence.message().text().indexOf(text);
        Set<String> words = new HashSet<>();
        for (ChatToken token : sentence.tokens()) {
            if (token.end() <= start + text.length()
                    && sentence.contentWords().contains(token.stem())) {
                words.add(token.stem());
            }
        }
        double sum = words.stream().mapToDouble(word -> weights.getOrDefault(word, 0.0)).sum();
        return new Phrase(text, words.size() < TELLING ? sum / TELLING : weight * sum);
    }

    /// The beginning of the first line, cut between words.
    private static String cut(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.length() <= LONGEST) {
            return line;
        }
        int blank = line.lastIndexOf(' ', LONGEST);
        int end = blank > LONGEST / 2 ? blank : line.offsetByCodePoints(0, LONGEST / 2);
        return line.substring(0, end).stripTrailing();
    }

    private record Phrase(String text, double score) {}
}
