package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answerer;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.catchup.TopicSegmenter.TopicSegment;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.retrieval.PassageRetriever;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A generator of catch-ups from a group's messages. Thread-safe and stateless.
public final class CatchupGenerator {

    private final Disentangler disentangler;
    private final ArticleMentionFinder articles;

    public CatchupGenerator(
            Disentangler disentangler, Answerer answerer, PassageRetriever retriever) {
        this.disentangler = disentangler;
        articles = new ArticleMentionFinder(answerer, retriever);
    }

    /// Sums up some messages.
    ///
    /// @param messages of one group in the order in which they were sent, each id once
    /// @param reader whose mentions are listed; without one [Catchup#forReader()] is empty
    /// @throws java.io.UncheckedIOException when the articles' index can't be read
    public Catchup generate(List<ChatMessage> messages, @Nullable Author reader) {
        return generate(messages, List.of(), reader);
    }

    /// Sums up some messages, of which some may reply to earlier ones.
    ///
    /// @param before messages of the group that are not summed up
    public Catchup generate(
            List<ChatMessage> messages, List<ChatMessage> before, @Nullable Author reader) {
        var chat = new AnalyzedChat(messages);
        var conversation = new ThreadedChat(chat, disentangler.disentangle(chat));
        var evidence = new ConversationEvidence(conversation);
        var decisions = new DecisionDetector(conversation, evidence);
        var questionDetector = new QuestionDetector(conversation, evidence, decisions);
        List<TopicSegment> segments = new TopicSegmenter(conversation).segments();
        List<Catchup.Topic> topics = new TopicSelector(conversation).select(segments);
        return new Catchup(
                messages.isEmpty() ? null : messages.getFirst().time(),
                messages.isEmpty() ? null : messages.getLast().time(),
                messages.size(),
                Math.toIntExact(
                        messages.stream().map(message -> message.author().id()).distinct().count()),
                reader == null ? List.of() : ReaderMentions.of(messages, before, reader),
                topics,
                messages(decisions.decisions()),
                messages(new CommitmentDetector(conversation, evidence).find()),
                articles.answer(questionDetector.open()),
                questionDetector.answered(),
                SharedLinks.in(messages),
                articles.findDiscussed(conversation),
                segments.size() - topics.size(),
                superseded(decisions),
                evidence.corrections());
    }

    private static Map<Long, Long> superseded(DecisionDetector decisions) {
        return decisions.superseded().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().message().id(),
                                entry -> entry.getValue().message().id()));
    }

    private static List<ChatMessage> messages(List<AnalyzedMessage> messages) {
        return messages.stream().map(AnalyzedMessage::message).toList();
    }
}
