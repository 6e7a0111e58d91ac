package dev.verbatim.evaluation;

import static java.util.stream.Collectors.toSet;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.language.Language;
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

/// A catch-up of a chat, compared with what people marked in the chat. The author of most messages
/// is taken as its reader.
///
/// @param nanos how long generating it took
record CatchupMetrics(ChatLog log, Catchup catchup, long nanos) {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]++");
    private static final Pattern TRAILING_PUNCTUATION =
            Pattern.compile("(?<![.,;:!?)\\]}'`/])[.,;:!?)\\]}'`/]++$");
    private static final int SHORTEST_WORD = 3;
    private static final Pattern PHRASE_SEPARATOR = Pattern.compile(" · ");

    static CatchupMetrics of(ChatLog log, CatchupGenerator catchupGenerator) {
        long start = System.nanoTime();
        Catchup catchup = catchupGenerator.generate(log.messages(), reader(log));
        return new CatchupMetrics(log, catchup, System.nanoTime() - start);
    }

    private static Author reader(ChatLog log) {
        Map<Author, Long> counts =
                log.messages().stream()
                        .collect(Collectors.groupingBy(ChatMessage::author, Collectors.counting()));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Author, Long>comparingByValue()
                                .thenComparing(entry -> entry.getKey().name()))
                .map(Map.Entry::getKey)
                .orElse(new Author("", "", null));
    }

    /// The ids of the messages that it takes for questions.
    Set<Long> questions() {
        return Stream.concat(
                        catchup.openQuestions().stream().map(OpenQuestion::question),
                        catchup.answeredQuestions().stream()
                                .map(Catchup.AnsweredQuestion::question))
                .map(ChatMessage::id)
                .collect(toSet());
    }

    /// How many of its answered questions are marked as answered.
    long answersFound() {
        return catchup.answeredQuestions().stream()
                .filter(pair -> !answersTo(pair.question()).isEmpty())
                .count();
    }

    /// How many of its answered questions have the marked answer.
    long correctAnswers() {
        return catchup.answeredQuestions().stream()
                .filter(pair -> answersTo(pair.question()).contains(pair.answer().id()))
                .count();
    }

    private Set<Long> answersTo(ChatMessage question) {
        return log.annotations().answers().getOrDefault(question.id(), Set.of());
    }

    long actionsFound() {
        return found(log.annotations().actions(), catchup.actions());
    }

    long decisionsFound() {
        return found(log.annotations().decisions(), catchup.decisions());
    }

    private static long found(List<Set<Long>> marks, List<ChatMessage> messages) {
        Set<Long> ids = messages.stream().map(ChatMessage::id).collect(toSet());
        return marks.stream().filter(near -> near.stream().anyMatch(ids::contains)).count();
    }

    /// How many of the marked topics have a word in common with a label. Function words don't
    /// count.
    long topicsFound() {
        Set<String> labels =
                catchup.topics().stream().flatMap(topic -> words(topic.label())).collect(toSet());
        return log.annotations().topics().stream()
                .filter(topic -> words(topic).anyMatch(labels::contains))
                .count();
    }

    private static Stream<String> words(String text) {
        return WordTokenizer.PLAIN.lower(text).stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .filter(word -> !Language.ENGLISH.isChatFunctionWord(word))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
    }

    /// The distinct URLs in the messages.
    Set<String> urls() {
        return log.messages().stream()
                .flatMap(message -> URL.matcher(message.text()).results())
                .map(MatchResult::group)
                .map(CatchupMetrics::normalized)
                .collect(toSet());
    }

    long urlsFound() {
        Set<String> found =
                catchup.links().stream().map(link -> normalized(link.url())).collect(toSet());
        return urls().stream().filter(found::contains).count();
    }

    private static String normalized(String address) {
        return TRAILING_PUNCTUATION.matcher(address).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// Every message that it quotes.
    private List<ChatMessage> quotedMessages() {
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

    /// How many messages and label phrases it shows.
    long quotations() {
        return quotedMessages().size() + phrases().count();
    }

    /// How many of those are in the chat, character for character.
    long verbatimQuotations() {
        return matching(ChatMessage::text) + phrases().filter(this::isInChat).count();
    }

    private Stream<String> phrases() {
        return catchup.topics().stream()
                .flatMap(topic -> PHRASE_SEPARATOR.splitAsStream(topic.label()));
    }

    private boolean isInChat(String phrase) {
        return log.messages().stream().anyMatch(message -> message.text().contains(phrase));
    }

    long messagesShown() {
        return quotedMessages().size();
    }

    long messagesWithTheirAuthor() {
        return matching(ChatMessage::author);
    }

    /// How many of the quoted messages have the same property as the chat's message with their id.
    private long matching(Function<ChatMessage, Object> property) {
        return quotedMessages().stream()
                .filter(
                        quoted ->
                                log.messages().stream()
                                        .filter(message -> message.id() == quoted.id())
                                        .map(property)
                                        .anyMatch(property.apply(quoted)::equals))
                .count();
    }
}
