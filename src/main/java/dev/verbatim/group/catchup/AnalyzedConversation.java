package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Threads;
import dev.verbatim.language.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The messages of a period, read and untangled.
final class AnalyzedConversation {

    private final List<AnalyzedMessage> speeches;
    private final Threads threads;
    private final Map<Long, AnalyzedMessage> byId = new HashMap<>();
    private final Map<String, Integer> messagesWith = new HashMap<>();

    AnalyzedConversation(List<ChatMessage> messages, Threads threads) {
        ChatParticipants chatParticipants = new ChatParticipants(messages);
        CueLexicon usual = usual(messages);
        this.threads = threads;
        speeches =
                IntStream.range(0, messages.size())
                        .mapToObj(
                                i ->
                                        new AnalyzedMessage(
                                                i, messages.get(i), chatParticipants, usual))
                        .toList();
        for (AnalyzedMessage analyzedMessage : speeches) {
            byId.put(analyzedMessage.message().id(), analyzedMessage);
            analyzedMessage.content().forEach(word -> messagesWith.merge(word, 1, Integer::sum));
        }
    }

    private static CueLexicon usual(List<ChatMessage> messages) {
        List<ChatToken> sample =
                messages.stream()
                        .limit(200)
                        .flatMap(message -> ChatToken.in(message.text()).stream())
                        .toList();
        return CueLexicon.of(sample, Language.ENGLISH);
    }

    List<AnalyzedMessage> speeches() {
        return speeches;
    }

    /// Every message in one of them, in the order of the chat.
    List<List<AnalyzedMessage>> threads() {
        return threads.all().stream().map(this::read).toList();
    }

    List<AnalyzedMessage> threadOf(AnalyzedMessage analyzedMessage) {
        return read(threads.with(analyzedMessage.message()));
    }

    private List<AnalyzedMessage> read(List<ChatMessage> messages) {
        return messages.stream().map(this::read).toList();
    }

    private AnalyzedMessage read(ChatMessage message) {
        return Objects.requireNonNull(byId.get(message.id()));
    }

    /// What a message answers, as far as that can be told.
    Optional<AnalyzedMessage> parent(AnalyzedMessage analyzedMessage) {
        return Optional.ofNullable(threads.link(analyzedMessage.message()).parent())
                .map(this::read);
    }

    /// The messages that answer one, oldest first.
    Stream<AnalyzedMessage> answersTo(AnalyzedMessage analyzedMessage) {
        return threads.answersTo(analyzedMessage.message()).stream().map(this::read);
    }

    /// How much a word tells: the fewer messages have it, the more. (Inverse document frequency.)
    double rarity(String word) {
        return Math.log(1 + speeches.size() / (1.0 + messagesWith.getOrDefault(word, 0)));
    }

    /// Whether so few messages have the word that two with it speak of the same.
    boolean isRare(String word) {
        return messagesWith.getOrDefault(word, 0) <= Math.max(3, speeches.size() / 50);
    }

    boolean shareRareWord(AnalyzedMessage one, AnalyzedMessage other) {
        return one.content().stream()
                .anyMatch(word -> isRare(word) && other.content().contains(word));
    }

    /// How much a message says.
    double mass(Set<String> words) {
        return words.stream().mapToDouble(this::rarity).sum();
    }
}
