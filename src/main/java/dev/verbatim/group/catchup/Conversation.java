package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Threads;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The messages of a period, read and untangled.
final class Conversation {

    private final List<Speech> speeches;
    private final Threads threads;
    private final Map<Long, Speech> byId = new HashMap<>();
    private final Map<String, Integer> messagesWith = new HashMap<>();

    Conversation(List<ChatMessage> messages, Threads threads) {
        People people = new People(messages);
        CueBook usual = usual(messages);
        this.threads = threads;
        speeches =
                IntStream.range(0, messages.size())
                        .mapToObj(i -> new Speech(i, messages.get(i), people, usual))
                        .toList();
        for (Speech speech : speeches) {
            byId.put(speech.message().id(), speech);
            speech.content().forEach(word -> messagesWith.merge(word, 1, Integer::sum));
        }
    }

    private static CueBook usual(List<ChatMessage> messages) {
        List<Token> sample =
                messages.stream()
                        .limit(200)
                        .flatMap(message -> Token.in(message.text()).stream())
                        .toList();
        return CueBook.all().stream()
                .max(
                        Comparator.comparingLong((CueBook book) -> book.functionWords(sample))
                                .thenComparingInt(book -> -CueBook.all().indexOf(book)))
                .orElseThrow();
    }

    List<Speech> speeches() {
        return speeches;
    }

    /// Every message in one of them, in the order of the chat.
    List<List<Speech>> threads() {
        return threads.all().stream().map(this::read).toList();
    }

    List<Speech> threadOf(Speech speech) {
        return read(threads.with(speech.message()));
    }

    private List<Speech> read(List<ChatMessage> messages) {
        return messages.stream().map(this::read).toList();
    }

    private Speech read(ChatMessage message) {
        return Objects.requireNonNull(byId.get(message.id()));
    }

    /// What a message answers, as far as that can be told.
    Optional<Speech> parent(Speech speech) {
        return Optional.ofNullable(threads.link(speech.message()).parent()).map(this::read);
    }

    /// The messages that answer one, oldest first.
    Stream<Speech> answersTo(Speech speech) {
        return threads.answersTo(speech.message()).stream().map(this::read);
    }

    /// How much a word tells: the fewer messages have it, the more. (Inverse document frequency.)
    double rarity(String word) {
        return Math.log(1 + speeches.size() / (1.0 + messagesWith.getOrDefault(word, 0)));
    }

    /// Whether so few messages have the word that two with it speak of the same.
    boolean isRare(String word) {
        return messagesWith.getOrDefault(word, 0) <= Math.max(3, speeches.size() / 50);
    }

    boolean shareRareWord(Speech one, Speech other) {
        return one.content().stream()
                .anyMatch(word -> isRare(word) && other.content().contains(word));
    }

    /// How much a message says.
    double mass(Set<String> words) {
        return words.stream().mapToDouble(this::rarity).sum();
    }
}
