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

/// A trainer of the ranker in [Disentangler], on chats in which people marked which message answers
/// which.
public final class DisentanglerTrainer {

    private static final int EPOCHS = 12;
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
    /// will have to live with.
    ///
    /// @param seed the same seed gives the same weights
    public static String train(List<AnnotatedChat> chats, long seed) {
        Random random = new Random(seed);
        LinkRankerTrainer trainer = new LinkRankerTrainer(random);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            List<Example> examples = new ArrayList<>();
            Disentangler disentangler =
                    new Disentangler(trainer.trained(), Disentangler.BEST_GUESS);
            chats.forEach(chat -> examples.addAll(examples(chat, disentangler)));
            Collections.shuffle(examples, random);
            trainer.trainEpoch(examples, LEARNING_RATE * (1 - 0.9 * epoch / EPOCHS));
        }
        return LinkRankerTrainer.format(trainer.trained());
    }

    private static List<Example> examples(AnnotatedChat chat, Disentangler disentangler) {
        List<Example> examples = new ArrayList<>();
        AnalyzedChat analyzed = new AnalyzedChat(chat.messages);
        Pass pass = new Pass(analyzed);
        for (AnalyzedMessage message : analyzed.messages()) {
            Turn turn = pass.turnOf(message);
            List<Candidate> candidates = turn.candidates();
            Set<Integer> correct = correct(candidates, message.message(), chat.links);
            if (!correct.isEmpty()) {
                examples.add(
                        new Example(
                                candidates.stream().map(Candidate::linkFeatureVector).toList(),
                                correct));
            }
            turn.linkTo(disentangler.mostProbableParent(candidates));
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
}
