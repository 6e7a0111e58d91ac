package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.Disentangler.Pass.Candidate;
import dev.verbatim.group.threads.Disentangler.Pass.Turn;
import dev.verbatim.group.threads.LinkFeature.LinkFeatureVector;
import dev.verbatim.group.threads.ThreadMessage.Shape;
import dev.verbatim.group.threads.Threads.Link;
import dev.verbatim.group.threads.Transcript.LinkedMessage;
import dev.verbatim.group.threads.Transcript.OpenThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A disentangler of chats: for every message it finds the one that it answers, or that it starts a
/// thread.
///
/// An explicit reply is always a link. Topics of a forum are never crossed. The same messages give
/// the same threads. Safe for concurrent use.
public final class Disentangler {

    /// A threshold for what people see side by side as one topic, where a wrong merge mixes up what
    /// people said: an unsure message rather stays alone. In annotated logs that the ranker was not
    /// fitted to, fewer than a fifth of such threads contain a message of another.
    public static final double HIGH_PRECISION = 0.62;

    /// A threshold for catch-ups: which message answers which. In annotated logs that the ranker
    /// was not fitted to, 73 % of the links and 41 % of the threads are right (F), and 23 % of the
    /// threads found contain a message of another.
    public static final double BALANCED = 0.5;

    /// A threshold for measuring: as many correct links and threads as possible.
    public static final double BEST_GUESS = 0.4;

    private final LinkRanker linkRanker;
    private final double sureness;

    /// With the ranker that ships.
    ///
    /// @param sureness how probable it must be, from 0 to 1, that a message belongs to the thread
    ///   of what it seems to answer; below that it starts its own. A reply needs none.
    public Disentangler(double sureness) {
        this(LinkRanker.bundled(), sureness);
    }

    Disentangler(LinkRanker linkRanker, double sureness) {
        if (!(sureness >= 0 && sureness <= 1)) {
            throw new IllegalArgumentException(sureness + " is not from 0 to 1");
        }
        this.linkRanker = linkRanker;
        this.sureness = sureness;
    }

    /// Finds the threads of one chat.
    ///
    /// @param messages in the order in which they were sent
    public Threads disentangle(List<ChatMessage> messages) {
        return disentangle(new AnalyzedChat(messages));
    }

    /// Finds the threads of one chat that has been analyzed.
    public Threads disentangle(AnalyzedChat chat) {
        Pass pass = new Pass(chat);
        for (AnalyzedMessage message : chat.messages()) {
            CpuShare.checkpoint();
            Turn turn = pass.turnOf(message);
            if (turn.isReply()) {
                turn.linkToReplied();
            } else {
                turn.linkTo(guess(turn.candidates()));
            }
        }
        return pass.threads();
    }

    /// Where a message most probably belongs; it starts a thread when that is most probable, or the
    /// probability is below the threshold.
    Guess guess(List<Candidate> candidates) {
        double[] probabilities =
                linkRanker.probabilities(
                        candidates.stream().map(Candidate::linkFeatureVector).toList());
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        LinkedMessage said = candidates.get(best).parent();
        double probability =
                said == null ? 0 : threadProbability(said.openThread(), candidates, probabilities);
        return said != null && probability >= sureness ? new Guess(said, probability) : Guess.START;
    }

    /// Where a message seems to belong.
    ///
    /// @param parent missing when it starts a thread
    /// @param probability that it belongs to the parent's thread
    record Guess(@Nullable LinkedMessage parent, double probability) {

        private static final Guess START = new Guess(null, 0);
    }

    /// The probability that a message belongs to a thread: the sum over the thread's messages.
    private static double threadProbability(
            OpenThread openThread, List<Candidate> candidates, double[] probabilities) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += candidates.get(i).isIn(openThread) ? probabilities[i] : 0;
        }
        return sum;
    }

    /// A pass over a chat that links each message before the next one is looked at, because links
    /// to earlier messages are features of later ones.
    static final class Pass {

        private final AnalyzedChat chat;
        private final Map<Long, LinkedMessage> linkedById = new HashMap<>();
        private final Map<Long, Transcript> topics = new HashMap<>();
        private final List<Link> links = new ArrayList<>();

        Pass(AnalyzedChat chat) {
            this.chat = chat;
        }

        Turn turnOf(AnalyzedMessage message) {
            Transcript topic =
                    topics.computeIfAbsent(message.message().topic(), _ -> new Transcript());
            WeightedTerms terms = WeightedTerms.of(message.contentWords(), chat);
            return new Turn(
                    new ThreadMessage(message, topic.size(), terms, Shape.of(message)), topic);
        }

        Threads threads() {
            return Threads.of(links);
        }

        private void link(Turn turn, Guess guess, boolean certain) {
            LinkedMessage parent = guess.parent();
            ChatMessage message = turn.threadMessage.message();
            linkedById.putIfAbsent(message.id(), turn.topic.add(turn.threadMessage, parent));
            links.add(
                    new Link(
                            message,
                            parent == null ? null : parent.threadMessage().message(),
                            certain,
                            guess.probability()));
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
                link(this, new Guess(here ? parent : null, 1), true);
            }

            /// Links it to a parent that was guessed.
            void linkTo(Guess guess) {
                link(this, guess, false);
            }

            /// Its candidates: that it starts a thread, then the messages it may answer, the
            /// nearest first.
            List<Candidate> candidates() {
                LinkFeatureExtractor linkFeatureExtractor =
                        new LinkFeatureExtractor(threadMessage, topic, chat);
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
}
