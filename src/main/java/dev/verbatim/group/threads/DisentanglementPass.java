package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.ThreadMessage.Shape;
import dev.verbatim.group.threads.Threads.Link;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pass over a chat that links each message before the next one is looked at, because links to
/// earlier messages are features of later ones.
final class DisentanglementPass {

    private final AnalyzedChat chat;
    private final Map<Long, LinkedMessage> linkedById = new HashMap<>();
    private final Map<Long, Transcript> topics = new HashMap<>();
    private final List<Link> links = new ArrayList<>();

    DisentanglementPass(AnalyzedChat chat) {
        this.chat = chat;
    }

    Turn turnOf(AnalyzedMessage message) {
        Transcript topic = topics.computeIfAbsent(message.message().topic(), _ -> new Transcript());
        WeightedTerms terms = WeightedTerms.of(message.contentWords(), chat);
        return new Turn(new ThreadMessage(message, topic.size(), terms, Shape.of(message)), topic);
    }

    Threads threads() {
        return Threads.of(links);
    }

    private void link(Turn turn, @Nullable LinkedMessage parent, boolean certain) {
        ChatMessage message = turn.threadMessage.message();
        linkedById.putIfAbsent(message.id(), turn.topic.add(turn.threadMessage, parent));
        links.add(
                new Link(
                        message,
                        parent == null ? null : parent.threadMessage().message(),
                        certain));
    }

    /// A message to be linked.
    final class Turn {

        private final ThreadMessage threadMessage;
        private final Transcript topic;

        private Turn(ThreadMessage threadMessage, Transcript topic) {
            this.threadMessage = threadMessage;
            this.topic = topic;
        }

        /// Whether it is an explicit reply. In a topic of a forum, where everything replies at
        /// least to the message that opened it, a reply to that message is none.
        boolean isReply() {
            ChatMessage message = threadMessage.message();
            Long to = message.replyTo();
            return to != null && (message.topic() == 0 || message.topic() != to);
        }

        /// Links it to the message that it replies to, if that is here.
        void linkToReplied() {
            LinkedMessage parent = linkedById.get(threadMessage.message().replyTo());
            boolean here = parent != null && topic.contains(parent);
            link(this, here ? parent : null, true);
        }

        /// Links it to a parent that was guessed.
        void linkTo(@Nullable LinkedMessage parent) {
            link(this, parent, false);
        }

        /// Its candidates: that it starts a thread, then the messages it may answer, the nearest
        /// first.
        List<Candidate> candidates() {
            LinkFeatureExtractor linkFeatureExtractor =
                    new LinkFeatureExtractor(threadMessage, topic);
            List<Candidate> candidates = new ArrayList<>();
            candidates.add(new Candidate(null, linkFeatureExtractor.start()));
            for (LinkedMessage earlier : topic.window()) {
                candidates.add(new Candidate(earlier, linkFeatureExtractor.answer(earlier)));
            }
            return candidates;
        }
    }

    /// A candidate for the parent of a message.
    ///
    /// @param parent missing for the candidate that the message starts a thread
    record Candidate(@Nullable LinkedMessage parent, LinkFeatureVector linkFeatureVector) {

        /// The id as annotations have it: a message's own when it starts a thread.
        long annotatedId(ChatMessage message) {
            return parent == null ? message.id() : parent.threadMessage().message().id();
        }

        boolean isIn(OpenThread openThread) {
            return parent != null && parent.openThread() == openThread;
        }
    }
}
