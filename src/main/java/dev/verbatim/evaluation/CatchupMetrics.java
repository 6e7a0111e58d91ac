package dev.verbatim.evaluation;

import static java.util.stream.Collectors.toSet;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.language.WordTokenizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A chat's catch-up, beside what people marked in the chat. Whoever wrote most is who reads.
///
/// @param nanos how long it took
record CatchupMetrics(ChatLog log, Catchup catchup, long nanos) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern AROUND = Pattern.compile("[.,;:!?)\\]}'`/]+$");
    private static final int SHORTEST_WORD = 3;
    private static final Pattern BETWEEN_PHRASES = Pattern.compile(" · ");

    static CatchupMetrics of(ChatLog log, CatchupGenerator catchupGenerator) {
        long start = System.nanoTime();
        Catchup catchup = catchupGenerator.generate(log.messages(), reader(log));
        return new CatchupMetrics(log, catchup, System.nanoTime() - start);
    }

    private static Author reader(ChatLog log) {
        Map<Author, Long> said =
                log.messages().stream()
                        .collect(Collectors.groupingBy(ChatMessage::author, Collectors.counting()));
        return said.entrySet().stream()
                .max(
                        Map.Entry.<Author, Long>comparingByValue()
                                .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(new Author("", "", null));
    }

    /// The messages that it takes for questions.
    Set<Long> questions() {
        return Stream.concat(
                        catchup.openQuestions().stream().map(OpenQuestion::question),
                        catchup.answeredQuestions().stream()
                                .map(Catchup.AnsweredQuestion::question))
                .map(ChatMessage::id)
                .collect(toSet());
    }

    /// Of those that people say are answered, and that it takes for questions, how many it says are
    /// answered.
    long answersFound() {
        return catchup.answeredQuestions().stream()
                .filter(pair -> !answersTo(pair.question()).isEmpty())
                .count();
    }

    /// And by the message that people say.
    long answersRight() {
        return catchup.answeredQuestions().stream()
                .filter(pair -> answersTo(pair.question()).contains(pair.answer().id()))
                .count();
    }

    private Set<Long> answersTo(ChatMessage question) {
        return log.marks().answers().getOrDefault(question.id(), Set.of());
    }

    long actionsFound() {
        return found(log.marks().actions(), catchup.actions());
    }

    long decisionsFound() {
        return found(log.marks().decisions(), catchup.decisions());
    }

    private static long found(List<Set<Long>> marks, List<ChatMessage> messages) {
        Set<Long> ids = messages.stream().map(ChatMessage::id).collect(toSet());
        return marks.stream().filter(near -> near.stream().anyMatch(ids::contains)).count();
    }

    /// How many of the topics that people name share a word with a label. A label has no function
    /// words, so it can share none.
    long topicsFound() {
        Set<String> labels =
                catchup.topics().stream().flatMap(topic -> words(topic.label())).collect(toSet());
        return log.marks().topics().stream()
                .filter(topic -> words(topic).anyMatch(labels::contains))
                .count();
    }

    private static Stream<String> words(String text) {
        return WordTokenizer.PLAIN.lower(text).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
    }

    /// The addresses that stand in the text, each once.
    Set<String> addresses() {
        return log.messages().stream()
                .flatMap(message -> ADDRESS.matcher(message.text()).results())
                .map(MatchResult::group)
                .map(CatchupMetrics::bare)
                .collect(toSet());
    }

    long addressesFound() {
        Set<String> found = catchup.links().stream().map(link -> bare(link.url())).collect(toSet());
        return addresses().stream().filter(found::contains).count();
    }

    private static String bare(String address) {
        return AROUND.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// Everything that it shows as somebody's words.
    private List<ChatMessage> shown() {
        return Stream.of(
                        catchup.forReader().stream(),
                        catchup.topics().stream().flatMap(topic -> topic.quotes().stream()),
                        catchup.decisions().stream(),
                        catchup.actions().stream(),
                        catchup.openQuestions().stream().map(OpenQuestion::question),
                        catchup.answeredQuestions().stream()
                                .flatMap(pair -> Stream.of(pair.question(), pair.answer())),
                        catchup.links().stream().map(Catchup.SharedLink::message))
                .flatMap(messages -> messages)
                .sorted(Comparator.comparingLong(ChatMessage::id))
                .toList();
    }

    /// Messages shown, and phrases of labels.
    long quotations() {
        return shown().size() + phrases().count();
    }

    long verbatim() {
        long messages = shown().stream().filter(shown -> isSaid(shown, ChatMessage::text)).count();
        return messages + phrases().filter(this::isSaid).count();
    }

    private Stream<String> phrases() {
        return catchup.topics().stream()
                .flatMap(topic -> BETWEEN_PHRASES.splitAsStream(topic.label()));
    }

    private boolean isSaid(String phrase) {
        return log.messages().stream().anyMatch(message -> message.text().contains(phrase));
    }

    long messagesShown() {
        return shown().size();
    }

    long byTheirAuthors() {
        return shown().stream().filter(shown -> isSaid(shown, ChatMessage::author)).count();
    }

    /// Whether the chat has such a message with the same words, or the same author.
    private boolean isSaid(ChatMessage shown, Function<ChatMessage, Object> what) {
        return log.messages().stream()
                .filter(said -> said.id() == shown.id())
                .anyMatch(said -> what.apply(said).equals(what.apply(shown)));
    }
}
