package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.Disentangler.Pass;
import dev.verbatim.group.threads.Disentangler.Pass.Candidate;
import dev.verbatim.group.threads.Disentangler.Pass.Turn;
import dev.verbatim.group.threads.LinkRankerTrainer.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A trainer of the ranker in [Disentangler], on chats in which people marked which message answers
/// which.
public final class DisentanglerTrainer {

    private static final int EPOCHS = 10;
    private static final int MEMBERS = 3;
    private static final double LEARNING_RATE = 0.003;

    private DisentanglerTrainer() {}

    /// A chat and the links that people marked in it.
    ///
    /// @param links for each judged message, by id, the messages that it answers; itself when it
    ///   starts a thread
    public record AnnotatedChat(List<ChatMessage> messages, Map<Long, Set<Long>> links) {

        public AnnotatedChat {
            messages = List.copyOf(messages);
            links = Map.copyOf(links);
        }
    }

    /// Trains the ranker and returns its weights as the lines of `ranker.properties`.
    ///
    /// Some features depend on how earlier messages were linked. So every epoch reads the chats
    /// again with the weights of that moment: the ranker learns from its own mistakes, which it
    /// will have to live with. Every second epoch reads them with half of the addresses left out.
    ///
    /// @param seed the same seed gives the same weights
    public static String train(List<AnnotatedChat> chats, long seed) {
        Random random = new Random(seed);
        List<LinkRankerTrainer> members =
                Stream.generate(() -> new LinkRankerTrainer(random)).limit(MEMBERS).toList();
        List<AnalyzedLog> asWritten = chats.stream().map(AnalyzedLog::of).toList();
        List<AnalyzedLog> unaddressed =
                asWritten.stream().map(log -> log.withoutHalfOfTheAddresses(random)).toList();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            List<Example> examples = new ArrayList<>();
            var disentangler = new Disentangler(joined(members), Disentangler.BEST_GUESS);
            (epoch % 2 == 0 ? unaddressed : asWritten)
                    .forEach(log -> examples.addAll(examples(log, disentangler)));
            for (LinkRankerTrainer member : members) {
                Collections.shuffle(examples, random);
                member.trainEpoch(examples, LEARNING_RATE * (1 - 0.9 * epoch / EPOCHS));
            }
        }
        return LinkRankerTrainer.format(joined(members));
    }

    private static LinkRanker joined(List<LinkRankerTrainer> members) {
        return LinkRankerTrainer.join(members.stream().map(LinkRankerTrainer::trained).toList());
    }

    private static List<Example> examples(AnalyzedLog log, Disentangler disentangler) {
        List<Example> examples = new ArrayList<>();
        Pass pass = new Pass(log.chat);
        for (AnalyzedMessage message : log.chat.messages()) {
            Turn turn = pass.turnOf(message);
            List<Candidate> candidates = turn.candidates();
            Set<Integer> correct = correct(candidates, message.message(), log.links);
            if (!correct.isEmpty()) {
                examples.add(
                        new Example(
                                candidates.stream().map(Candidate::linkFeatureVector).toList(),
                                correct));
            }
            turn.linkTo(disentangler.guess(candidates));
        }
        return examples;
    }

    private static Set<Integer> correct(
            List<Candidate> candidates, ChatMessage message, Map<Long, Set<Long>> links) {
        Set<Long> parents = links.getOrDefault(message.id(), Set.of());
        Set<Integer> correct = new TreeSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (parents.contains(candidates.get(i).annotatedId(message))) {
                correct.add(i);
            }
        }
        return correct;
    }

    /// An annotated chat, analyzed once for all epochs.
    private record AnalyzedLog(AnalyzedChat chat, Map<Long, Set<Long>> links) {

        static AnalyzedLog of(AnnotatedChat chat) {
            return new AnalyzedLog(new AnalyzedChat(chat.messages), chat.links);
        }

        /// The same chat, in which half of the messages that begin with a name don't. Where a
        /// messenger has replies, people call few names.
        AnalyzedLog withoutHalfOfTheAddresses(Random random) {
            List<ChatMessage> messages =
                    chat.messages().stream()
                            .map(
                                    message ->
                                            random.nextBoolean()
                                                    ? message.message()
                                                    : withoutAddress(message))
                            .toList();
            return new AnalyzedLog(new AnalyzedChat(messages), links);
        }

        private static ChatMessage withoutAddress(AnalyzedMessage message) {
            int start = message.bodyStart();
            return start == 0 || start >= message.tokens().size()
                    ? message.message()
                    : message.message()
                            .with(
                                    message.message()
                                            .text()
                                            .substring(message.tokens().get(start).start()));
        }
    }
}
