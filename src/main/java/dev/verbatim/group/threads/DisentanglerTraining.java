package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.DisentanglementPass.Candidate;
import dev.verbatim.group.threads.DisentanglementPass.Turn;
import dev.verbatim.group.threads.LinkRankerTrainer.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Fits what [Disentangler] guesses by to chats in which people marked what answers what.
public final class DisentanglerTraining {

    private static final int ROUNDS = 12;
    private static final double RATE = 0.003;

    private DisentanglerTraining() {}

    /// A chat, and what people marked in it.
    ///
    /// @param links for each message that was judged, by id, those that it answers; itself when it
    ///   starts a thread
    public record MarkedChat(List<ChatMessage> messages, Map<Long, Set<Long>> links) {

        public MarkedChat {
            messages = List.copyOf(messages);
            links = Map.copyOf(links);
        }
    }

    /// The weights as `ranker.properties` has them.
    ///
    /// Some clues depend on how earlier messages were linked. So in every round the chats are read
    /// anew with what was learned by then: the ranker learns from its own mistakes, as it will have
    /// to live with them.
    ///
    /// @param seed the same one gives the same weights
    public static String fit(List<MarkedChat> chats, long seed) {
        Random random = new Random(seed);
        LinkRankerTrainer linkRankerTrainer = new LinkRankerTrainer(random);
        for (int round = 0; round < ROUNDS; round++) {
            List<Example> examples = new ArrayList<>();
            Disentangler disentangler =
                    new Disentangler(linkRankerTrainer.learned(), Disentangler.BEST_GUESS);
            chats.forEach(chat -> examples.addAll(examples(chat, disentangler)));
            Collections.shuffle(examples, random);
            linkRankerTrainer.learn(examples, RATE * (1 - 0.9 * round / ROUNDS));
        }
        return linkRankerTrainer.learned().text();
    }

    private static List<Example> examples(MarkedChat chat, Disentangler disentangler) {
        List<Example> examples = new ArrayList<>();
        DisentanglementPass disentanglementPass = new DisentanglementPass(chat.messages);
        for (ChatMessage message : chat.messages) {
            Turn turn = disentanglementPass.turnOf(message);
            List<Candidate> candidates = turn.candidates();
            Set<Integer> right = right(candidates, message, chat.links);
            if (!right.isEmpty()) {
                examples.add(
                        new Example(
                                candidates.stream().map(Candidate::linkFeatureVector).toList(),
                                right));
            }
            turn.suppose(disentangler.likeliest(candidates));
        }
        return examples;
    }

    private static Set<Integer> right(
            List<Candidate> candidates, ChatMessage message, Map<Long, Set<Long>> links) {
        Set<Long> parents = links.getOrDefault(message.id(), Set.of());
        Set<Integer> right = new TreeSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (parents.contains(candidates.get(i).id(message))) {
                right.add(i);
            }
        }
        return right;
    }
}
