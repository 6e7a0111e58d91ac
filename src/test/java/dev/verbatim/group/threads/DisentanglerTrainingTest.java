package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.DisentanglerTraining.MarkedChat;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisentanglerTrainingTest {

    @Test
    void whatPeopleMarkedIsLearned() throws IOException {
        LinkRanker oneBefore =
                ranker(DisentanglerTraining.fit(Collections.nCopies(20, eachAnswers(1)), 1));
        LinkRanker oneBetween =
                ranker(DisentanglerTraining.fit(Collections.nCopies(20, eachAnswers(2)), 1));

        assertThat(parentOfLast(oneBefore)).isEqualTo(118);
        assertThat(parentOfLast(oneBetween)).isEqualTo(117);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        var chats = List.of(eachAnswers(1));

        assertThat(DisentanglerTraining.fit(chats, 3))
                .isEqualTo(DisentanglerTraining.fit(chats, 3));
        assertThat(DisentanglerTraining.fit(chats, 3))
                .isNotEqualTo(DisentanglerTraining.fit(chats, 4));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        String written = DisentanglerTraining.fit(List.of(eachAnswers(1)), 1);

        assertThat(ranker(written).text()).isEqualTo(written);
    }

    @Test
    void weightsForOtherCluesAreRefused() {
        assertThatThrownBy(() -> ranker("STARTS = 1 2 3"))
                .hasMessageContaining("ranker.properties has no 24 numbers for STARTS");
    }

    @Test
    void probabilitiesAreCertainTogether() {
        var linkFeatureVector = new LinkFeatureVector().set(LinkFeature.STARTS, 1);

        assertThat(
                        LinkRanker.bundled()
                                .probabilities(List.of(linkFeatureVector, linkFeatureVector)))
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

    private static long parentOfLast(LinkRanker linkRanker) {
        var threads =
                new Disentangler(linkRanker, Disentangler.BEST_GUESS)
                        .untangle(smallTalk().messages());
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

    private static LinkRanker ranker(String text) throws IOException {
        var rows = new Properties();
        rows.load(new StringReader(text));
        return LinkRanker.read(rows);
    }
}
