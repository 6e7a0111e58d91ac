package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.threads.DisentanglerTrainer.AnnotatedChat;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisentanglerTrainerTest {

    private static final List<ChatMessage> MESSAGES =
            IntStream.range(0, 20).mapToObj(DisentanglerTrainerTest::message).toList();

    @Test
    void learnsTheLinksThatPeopleMarked() throws IOException {
        LinkRanker repliesToLast = trained(Collections.nCopies(20, chatReplyingTo(1)), 1);
        LinkRanker repliesToSecondLast = trained(Collections.nCopies(20, chatReplyingTo(2)), 1);

        assertThat(parentOfLastMessage(repliesToLast)).isEqualTo(118);
        assertThat(parentOfLastMessage(repliesToSecondLast)).isEqualTo(117);
    }

    @Test
    void sameSeedGivesSameWeights() {
        var chats = List.of(chatReplyingTo(1));

        assertThat(DisentanglerTrainer.train(chats, 3))
                .isEqualTo(DisentanglerTrainer.train(chats, 3))
                .isNotEqualTo(DisentanglerTrainer.train(chats, 4));
    }

    @Test
    void readsTheWeightsItWrites() throws IOException {
        String written = DisentanglerTrainer.train(List.of(chatReplyingTo(1)), 1);

        assertThat(LinkRankerTrainer.format(read(written))).isEqualTo(written);
    }

    /// @param distance how many messages before each one the message is that it answers
    private static AnnotatedChat chatReplyingTo(int distance) {
        Map<Long, Set<Long>> links = new HashMap<>();
        for (int i = distance; i < MESSAGES.size(); i++) {
            links.put(MESSAGES.get(i).id(), Set.of(MESSAGES.get(i - distance).id()));
        }
        return new AnnotatedChat(MESSAGES, links);
    }

    private static ChatMessage message(int index) {
        var author = new Author("user-" + index, "Somebody" + index, null);
        var time = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(10L * index);
        return new ChatMessage(
                100L + index, 0, author, time, null, "something", Set.of(), List.of());
    }

    private static long parentOfLastMessage(LinkRanker ranker) {
        var threads = new Disentangler(ranker, Disentangler.BEST_GUESS).disentangle(MESSAGES);
        ChatMessage parent = threads.links().getLast().parent();
        return parent == null ? -1 : parent.id();
    }

    private static LinkRanker trained(List<AnnotatedChat> chats, long seed) throws IOException {
        return read(DisentanglerTrainer.train(chats, seed));
    }

    private static LinkRanker read(String weights) throws IOException {
        var rows = new Properties();
        rows.load(new StringReader(weights));
        return LinkRanker.read(rows);
    }
}
