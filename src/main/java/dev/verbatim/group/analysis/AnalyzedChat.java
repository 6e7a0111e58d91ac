package dev.verbatim.group.analysis;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.CpuShare;
import dev.verbatim.language.DocumentFrequencies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The messages of a chat, each analyzed once, with the frequencies of the chat's words.
///
/// Names, the usual language and the rarity of words come from the whole chat, so its messages are
/// analyzed together. Immutable.
public final class AnalyzedChat {

    private final List<AnalyzedMessage> messages = new ArrayList<>();
    private final Map<Long, AnalyzedMessage> byId = new HashMap<>();
    private final DocumentFrequencies frequencies = new DocumentFrequencies();

    /// @param messages in the order in which they were sent
    public AnalyzedChat(List<ChatMessage> messages) {
        var participants = new ChatParticipants(messages);
        CueLexicon lexicon = CueLexicon.ofLanguageIn(messages);
        messages.forEach(
                message ->
                        add(
                                new AnalyzedMessage(
                                        this.messages.size(), message, participants, lexicon)));
    }

    private void add(AnalyzedMessage message) {
        CpuShare.checkpoint();
        message.classify(
                DialogueActClassifier.bundled(), messages.isEmpty() ? null : messages.getLast());
        messages.add(message);
        byId.put(message.message().id(), message);
        frequencies.add(message.contentWords());
    }

    /// The messages in their order.
    public List<AnalyzedMessage> messages() {
        return Collections.unmodifiableList(messages);
    }

    /// The analysis of one of the messages.
    public AnalyzedMessage analysisOf(ChatMessage message) {
        return Objects.requireNonNull(byId.get(message.id()));
    }

    /// The inverse document frequency of a content word: the fewer messages have it, the higher.
    public double rarity(String word) {
        return frequencies.inverse(word);
    }

    /// Whether so few messages have a content word that two with it are about the same thing.
    public boolean isRare(String word) {
        return frequencies.of(word) <= Math.max(3, messages.size() / 50);
    }

    /// Whether two messages share a rare content word.
    public boolean shareRareWord(AnalyzedMessage one, AnalyzedMessage other) {
        return one.contentWords().stream()
                .anyMatch(word -> isRare(word) && other.contentWords().contains(word));
    }

    /// The sum of the rarities of some content words.
    public double mass(Set<String> words) {
        return words.stream().mapToDouble(this::rarity).sum();
    }
}
