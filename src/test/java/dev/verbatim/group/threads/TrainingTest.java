package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Training.MarkedChat;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void whatPeopleMarkedIsLearned() throws IOException {
        Ranker oneBefore = ranker(Training.fit(Collections.nCopies(20, eachAnswers(1)), 1));
        Ranker oneBetween = ranker(Training.fit(Collections.nCopies(20, eachAnswers(2)), 1));

        assertThat(parentOfLast(oneBefore)).isEqualTo(118);
        assertThat(parentOfLast(oneBetween)).isEqualTo(117);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        var chats = List.of(eachAnswers(1));

        assertThat(Training.fit(chats, 3)).isEqualTo(Training.fit(chats, 3));
        assertThat(Training.fit(chats, 3)).isNotEqualTo(Training.fit(chats, 4));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        String written = Training.fit(List.of(eachAnswers(1)), 1);

        assertThat(ranker(written).text()).isEqualTo(written);
    }

    @Test
    void weightsForOtherCluesAreRefused() {
        assertThatThrownBy(() -> ranker("STARTS = 1 2 3"))
                .hasMessageContaining("ranker.properties has no 24 numbers for STARTS");
    }

    @Test
    void probabilitiesAreCertainTogether() {
        var evidence = new Evidence().set(Clue.STARTS, 1);

        assertThat(Ranker.bundled().probabilities(List.of(evidence, evidence)))
                .containsExactly(0.5, 0.5);
    }

    /// @param back how far back the message is that each one answers
    private static MarkedChat eachAnswers(int back) {
        Map<Long, Set<Long>> links = new HashMap<>();
        List<ChatMessage> messages = smallTalk().messages();
        for (int i = back; i < messages.size(); i++) {
            links.put(messages.get(i).id(), Set.of(messages.get(i - back).id()));
        }
        return new MarkedChat(messages, links);
    }

    private static long parentOfLast(Ranker ranker) {
        var threads =
                new Disentangler(ranker, Disentangler.BEST_GUESS).untangle(smallTalk().messages());
        ChatMessage parent = threads.links().getLast().parent();
        return parent == null ? -1 : parent.id();
    }

    private static Talk smallTalk() {
        var talk = new Talk();
        for (int i = 0; i < 20; i++) {
            talk.says("Somebody" + i, "something");
        }
        return talk;
    }

    private static Ranker ranker(String text) throws IOException {
        var rows = new Properties();
        rows.load(new StringReader(text));
        return Ranker.read(rows);
    }
}
