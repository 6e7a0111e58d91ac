package dev.verbatim.group.catchup;

import dev.verbatim.answer.Answerer;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.catchup.TopicSegmenter.TopicSegment;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.retrieval.PassageRetriever;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A generator of catch-ups from a group's messages. Thread-safe and stateless.
public final class CatchupGenerator {

    /// Who wrote fewer messages, and nobody else any, may be waiting for an answer.
    private static final int FEWEST_POSTS = 3;

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
    /// @param reader for whom what concerns them is listed; without one [Catchup#forReader()] is
    ///   empty
    /// @throws java.io.UncheckedIOException when the articles' index can't be read
    public Catchup generate(List<ChatMessage> messages, @Nullable Author reader) {
        return generate(messages, List.of(), reader);
    }

    /// Sums up some messages, of which some may reply to earlier ones.
    ///
    /// @param before messages of the group that are not summed up
    public Catchup generate(
            List<ChatMessage> messages, List<ChatMessage> before, @Nullable Author reader) {
        List<ChatMessage> said = messages.stream().filter(ChatMessage::hasWords).toList();
        List<ChatMessage> wordless =
                messages.stream().filter(message -> !message.hasWords()).toList();
        var chat = new AnalyzedChat(said);
        var conversation = new ThreadedChat(chat, disentangler.disentangle(chat));
        boolean isTalk = people(said) > 1 || said.size() < FEWEST_POSTS;
        var evidence = new ConversationEvidence(conversation, wordless);
        var findings = isTalk ? Findings.in(conversation, evidence) : Findings.none(conversation);
        List<TopicSegment> segments = new TopicSegmenter(conversation).segments();
        var selector = new TopicSelector(conversation);
        List<Catchup.Topic> topics = isTalk ? selector.select(segments) : selector.posts(segments);
        return new Catchup(
                said.isEmpty() ? null : said.getFirst().time(),
                said.isEmpty() ? null : said.getLast().time(),
                said.size(),
                people(said),
                reader == null
                        ? List.of()
                        : new ReaderMentions(reader, said, before).in(conversation, findings),
                topics,
                messages(findings.decisions()),
                messages(findings.commitments()),
                articles.answer(findings.openQuestions()),
                findings.answered(),
                SharedLinks.in(said),
                articles.findDiscussed(conversation, evidence),
                segments.size() - topics.size(),
                findings.superseded(),
                findings.corrections(),
                findings.keySentences(),
                Catchup.Unread.of(wordless));
    }

    /// Finds only what some messages have to do with the articles: the paragraphs that were
    /// discussed, and in [Catchup#openQuestions()] the questions that an article answers, also
    /// those that somebody in the group has answered.
    ///
    /// @param messages as for a whole catch-up
    public Catchup generateArticleTalk(List<ChatMessage> messages) {
        List<ChatMessage> said = messages.stream().filter(ChatMessage::hasWords).toList();
        var chat = new AnalyzedChat(said);
        var conversation = new ThreadedChat(chat, disentangler.disentangle(chat));
        var evidence = new ConversationEvidence(conversation, List.of());
        var findings = Findings.in(conversation, evidence);
        List<AnalyzedMessage> questions =
                Stream.concat(
                                findings.openQuestions().stream(),
                                findings.answered().stream()
                                        .map(pair -> chat.analysisOf(pair.question())))
                        .distinct()
                        .sorted(Comparator.comparingInt(AnalyzedMessage::index))
                        .toList();
        return Catchup.ofArticleTalk(
                said,
                articles.findDiscussed(conversation, evidence),
                articles.answer(questions).stream()
                        .filter(question -> question.answer() != null)
                        .toList());
    }

    private static int people(List<ChatMessage> messages) {
        return (int) messages.stream().map(message -> message.author().id()).distinct().count();
    }

    private static List<ChatMessage> messages(List<AnalyzedMessage> messages) {
        return messages.stream().map(AnalyzedMessage::message).toList();
    }
}
