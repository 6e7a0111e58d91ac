package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.ChatToken;
import dev.verbatim.group.catchup.TopicSegmenter.TopicSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A labeler of topics: it finds phrases of up to three words that are more frequent in a topic
/// than elsewhere (class-based tf-idf).
final class TopicLabeler {

    private static final String BETWEEN = " · ";
    private static final int MOST = 4;
    private static final int LONGEST = 3;

    /// The message that opens a topic often says what it is about.
    private static final double OPENING = 1.6;

    /// Twice as frequent is more telling, but not twice as much.
    private static final double FREQUENCY = 0.8;

    /// A phrase is more telling than its words one by one.
    private static final double LENGTH = 0.6;

    /// A further phrase must be at least this strong, relative to the first.
    private static final double WORTH_ADDING = 0.25;

    private static final int OPENING_CHARACTERS = 60;

    private final ThreadedChat conversation;

    TopicLabeler(ThreadedChat conversation) {
        this.conversation = conversation;
    }

    String of(TopicSegment segment) {
        List<Candidate> best =
                candidates(segment).values().stream()
                        .sorted(Comparator.comparingDouble(this::score).reversed())
                        .toList();
        return best.isEmpty() ? opening(segment) : joined(best);
    }

    private String joined(List<Candidate> best) {
        List<Candidate> taken = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Candidate candidate : best) {
            boolean worth = score(candidate) >= WORTH_ADDING * score(best.getFirst());
            if (taken.size() < MOST
                    && worth
                    && candidate.words().stream().noneMatch(words::contains)) {
                taken.add(candidate);
                words.addAll(candidate.words());
            }
        }
        return taken.stream().map(Candidate::written).collect(Collectors.joining(BETWEEN));
    }

    private double score(Candidate candidate) {
        double rarity =
                candidate.words().stream()
                        .mapToDouble(conversation.chat()::rarity)
                        .average()
                        .orElse(0);
        return Math.pow(candidate.messages.size(), FREQUENCY)
                * rarity
                * (1 + LENGTH * (candidate.words().size() - 1))
                * (candidate.opens ? OPENING : 1);
    }

    private static Map<String, Candidate> candidates(TopicSegment segment) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (AnalyzedMessage message : segment.messages()) {
            if (!message.isCommand()) {
                collect(message, message == segment.opening(), candidates);
            }
        }
        return candidates;
    }

    private static void collect(
            AnalyzedMessage message, boolean opens, Map<String, Candidate> candidates) {
        for (int start = 0; start < message.tokens().size(); start++) {
            for (int end = start + 1;
                    end <= start + LONGEST && isPhrase(message, start, end);
                    end++) {
                if (tells(message, start) && tells(message, end - 1)) {
                    Candidate found = Candidate.of(message, start, end, opens);
                    candidates
                            .computeIfAbsent(found.key(), _ -> found)
                            .messages
                            .add(message.index());
                }
            }
        }
    }

    private static boolean tells(AnalyzedMessage message, int at) {
        ChatToken token = message.tokens().get(at);
        return token.isWordOrTag()
                && token.normalized().length() > 2
                && !message.isName(at)
                && !message.isFunctionWord(token.normalized());
    }

    /// Words with nothing but a blank between them.
    private static boolean isPhrase(AnalyzedMessage message, int start, int end) {
        if (end > message.tokens().size()) {
            return false;
        }
        ChatToken last = message.tokens().get(end - 1);
        boolean tells =
                end - 1 == start || last.kind() == ChatToken.Kind.NUMBER || tells(message, end - 1);
        return tells
                && (end - 1 == start
                        || (last.start() - message.tokens().get(end - 2).end() == 1
                                && Character.isWhitespace(
                                        message.message().text().charAt(last.start() - 1))));
    }

    /// The beginning of the opening message, where no words tell.
    private static String opening(TopicSegment segment) {
        String text = segment.opening().message().text().strip();
        String line = text.lines().findFirst().orElse("");
        return line.length() <= OPENING_CHARACTERS
                ? line
                : line.substring(
                        0,
                        line.offsetByCodePoints(
                                0,
                                Math.min(
                                        OPENING_CHARACTERS,
                                        line.codePointCount(0, line.length()))));
    }

    /// @param written as the topic writes it first
    /// @param words without their endings, those that say nothing left out
    /// @param opens whether the opening message has it
    /// @param messages which have it
    private record Candidate(
            String written, Set<String> words, boolean opens, Set<Integer> messages) {

        static Candidate of(AnalyzedMessage message, int start, int end, boolean opens) {
            List<ChatToken> tokens = message.tokens().subList(start, end);
            String written =
                    message.message()
                            .text()
                            .substring(tokens.getFirst().start(), tokens.getLast().end());
            Set<String> words =
                    tokens.stream()
                            .filter(token -> !message.isFunctionWord(token.normalized()))
                            .map(ChatToken::stem)
                            .collect(Collectors.toSet());
            return new Candidate(written, words, opens, new HashSet<>());
        }

        String key() {
            return String.join(" ", words.stream().sorted().toList());
        }
    }
}
