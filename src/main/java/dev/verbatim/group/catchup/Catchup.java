package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A summary of what was said in a period, in the group's own words.
///
/// @param from the first message's time; missing when nothing was said
/// @param to the last message's time
/// @param messages how many were read
/// @param people how many wrote them
/// @param forReader what concerns the reader, oldest first: mentions of them, replies and questions
///   to them, their own tasks, and decisions in threads that they took part in
/// @param topics the largest first
/// @param decisions messages by which something may have been decided
/// @param actions messages by which somebody may have taken on a task
/// @param openQuestions to which no answer was found, which doesn't mean that there is none
/// @param omitted how many threads were too small to be a topic
/// @param superseded the ids of decisions that a later one changes, with the later one's
/// @param corrections the ids of messages that their authors corrected, with the correction
/// @param keySentences the ids of messages of several sentences, with the sentence that matters
/// @param unread what was sent that can't be read
public record Catchup(
        @Nullable Instant from,
        @Nullable Instant to,
        int messages,
        int people,
        List<ChatMessage> forReader,
        List<Topic> topics,
        List<ChatMessage> decisions,
        List<ChatMessage> actions,
        List<OpenQuestion> openQuestions,
        List<AnsweredQuestion> answeredQuestions,
        List<SharedLink> links,
        List<Discussed> articles,
        int omitted,
        Map<Long, Long> superseded,
        Map<Long, ChatMessage> corrections,
        Map<Long, String> keySentences,
        Unread unread) {

    /// A summary of nothing but what was said about the articles.
    ///
    /// @param said all messages that were read
    static Catchup ofArticleTalk(
            List<ChatMessage> said, List<Discussed> articles, List<OpenQuestion> questions) {
        return new Catchup(
                said.isEmpty() ? null : said.getFirst().time(),
                said.isEmpty() ? null : said.getLast().time(),
                said.size(),
                (int) said.stream().map(message -> message.author().id()).distinct().count(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                questions,
                List.of(),
                List.of(),
                articles,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Unread.NOTHING);
    }

    /// How many pictures, files and voice messages without words there are.
    public record Unread(int pictures, int files, int voices) {

        /// Nothing that can't be read.
        public static final Unread NOTHING = new Unread(0, 0, 0);

        public boolean isNothing() {
            return equals(NOTHING);
        }

        /// The kinds that there are, each with its number.
        ///
        /// @param counter makes "2 pictures" of `pictures` and 2
        public String listed(BiFunction<String, Integer, String> counter) {
            SequencedMap<String, Integer> kinds = new LinkedHashMap<>();
            kinds.put("pictures", pictures);
            kinds.put("files", files);
            kinds.put("voices", voices);
            return kinds.entrySet().stream()
                    .filter(kind -> kind.getValue() > 0)
                    .map(kind -> counter.apply(kind.getKey(), kind.getValue()))
                    .collect(Collectors.joining(", "));
        }

        static Unread of(List<ChatMessage> wordless) {
            return new Unread(
                    count(wordless, Media.PICTURE),
                    count(wordless, Media.FILE),
                    count(wordless, Media.VOICE));
        }

        private static int count(List<ChatMessage> wordless, Media media) {
            return (int) wordless.stream().filter(one -> one.attachment() == media).count();
        }
    }

    /// The sentence that matters of a message; its whole text when it has only one.
    public String keySentence(ChatMessage message) {
        return keySentences.getOrDefault(message.id(), message.text());
    }

    /// The decision that supersedes one, if it is shown.
    public Optional<ChatMessage> laterDecision(ChatMessage message) {
        Long later = superseded.get(message.id());
        return Stream.concat(forReader.stream(), decisions.stream())
                .filter(decision -> later != null && decision.id() == later)
                .findFirst();
    }

    /// The same with each message once, in its most important place: what is for the reader, then
    /// decisions, tasks and open questions, questions with their answers, and topics, which keep
    /// their labels without any quotation.
    ///
    /// @param personal whether what is for the reader is shown
    public Catchup withEachMessageOnce(boolean personal) {
        Set<Long> shown = new HashSet<>();
        List<ChatMessage> reader = personal ? fresh(forReader, shown) : List.of();
        List<ChatMessage> decided = fresh(decisions, shown);
        List<ChatMessage> tasks = fresh(actions, shown);
        List<OpenQuestion> open =
                openQuestions.stream().filter(one -> shown.add(one.question().id())).toList();
        List<AnsweredQuestion> answered =
                answeredQuestions.stream()
                        .filter(pair -> !shown.contains(pair.answer().id()))
                        .toList();
        answered.forEach(pair -> shown.addAll(List.of(pair.question().id(), pair.answer().id())));
        return new Catchup(
                from,
                to,
                messages,
                people,
                reader,
                topics.stream().map(topic -> topic.with(fresh(topic.quotes(), shown))).toList(),
                decided,
                tasks,
                open,
                answered,
                links,
                articles,
                omitted,
                superseded,
                corrections,
                keySentences,
                unread);
    }

    private static List<ChatMessage> fresh(List<ChatMessage> messages, Set<Long> shown) {
        return messages.stream().filter(message -> shown.add(message.id())).toList();
    }

    /// A topic of the conversation.
    ///
    /// @param label a phrase of it, as it was written
    /// @param messages how many
    /// @param people who took part; those who said most come first
    /// @param quotes at most two of its messages
    public record Topic(String label, int messages, List<Author> people, List<ChatMessage> quotes) {

        private Topic with(List<ChatMessage> others) {
            return new Topic(label, messages, people, others);
        }
    }

    /// A question to which no answer was found.
    ///
    /// @param answer the passage of an article that answers it
    public record OpenQuestion(ChatMessage question, Answer.@Nullable Found answer) {}

    /// A question and the message that answers it.
    public record AnsweredQuestion(ChatMessage question, ChatMessage answer) {}

    /// An address that somebody shared.
    ///
    /// @param message the first one that has it
    /// @param times how often it was shared
    public record SharedLink(String url, ChatMessage message, int times) {}

    /// A paragraph that was discussed.
    ///
    /// @param sentence of it that comes nearest to what was said
    /// @param messages those that were about it, oldest first
    /// @param agreeing how many people agreed with one of them, by words or by reactions
    /// @param disagreeing how many people disagreed with one of them
    public record Discussed(
            Passage passage,
            TextSpan sentence,
            List<ChatMessage> messages,
            int agreeing,
            int disagreeing) {

        public Discussed {
            messages = List.copyOf(messages);
        }

        /// Who wrote them; those who wrote most come first.
        public List<Author> people() {
            Map<Author, Integer> written = new LinkedHashMap<>();
            messages.forEach(message -> written.merge(message.author(), 1, Integer::sum));
            return written.entrySet().stream()
                    .sorted(Map.Entry.<Author, Integer>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /// The paragraphs that were discussed, by their articles.
    public List<List<Discussed>> byArticle() {
        return List.copyOf(
                articles.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.passage().article().id(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }
}
