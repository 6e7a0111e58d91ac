package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisentanglerTest {

    private final ChatBuilder chat = new ChatBuilder();

    @Test
    void explicitReplyIsALinkAtAnyDistance() {
        ChatMessage first = chat.says("Anna", "Who brings the tent?");
        for (int i = 0; i < 500; i++) {
            chat.says("Boris", "Anna: the train is late again");
        }
        ChatMessage reply = chat.replies("Clara", first, "Boris: not me");

        Threads threads = chat.disentangle(1);

        assertThat(threads.link(reply)).isEqualTo(new Threads.Link(reply, first, true, 1));
        assertThat(threads.answersTo(first)).contains(reply);
    }

    @Test
    void separatesTwoInterleavedConversationsByNames() {
        ChatMessage tent = chat.says("Anna", "Who brings the tent on Friday?");
        ChatMessage train = chat.says("Boris", "Does anybody know when the last train leaves?");
        ChatMessage mine = chat.says("Clara", "Anna: I have one in the cellar");
        ChatMessage late = chat.says("Dmitri", "Boris: at 23:40, from platform two");
        ChatMessage big = chat.says("Anna", "Clara: is it big enough for four people?");
        ChatMessage thanks = chat.says("Boris", "Dmitri: thanks, that is late enough");

        Threads threads = chat.disentangle();

        assertThat(threads.threadOf(tent)).containsExactly(tent, mine, big);
        assertThat(threads.threadOf(train)).containsExactly(train, late, thanks);
    }

    @Test
    void threadsNeverCrossForumTopics() {
        chat.inTopic(7);
        ChatMessage inside = chat.says("Anna", "Who brings the tent?");
        chat.inTopic(8);
        ChatMessage named = chat.says("Boris", "Anna: I have a tent");
        ChatMessage replied = chat.replies("Clara", inside, "So do I");

        Threads threads = chat.disentangle();

        assertThat(threads.threadOf(inside)).containsExactly(inside);
        assertThat(threads.threadOf(named)).doesNotContain(inside);
        assertThat(threads.threadOf(replied)).doesNotContain(inside);
    }

    @Test
    void messageInATopicIsNoReplyToItsOpening() {
        chat.inTopic(7);
        ChatMessage tent = chat.says("Anna", "Who brings the tent?", 7L);
        ChatMessage train = chat.says("Boris", "Does the last train leave at midnight?", 7L);

        Threads threads = chat.disentangle(1);

        assertThat(threads.all()).hasSize(2);
        assertThat(threads.link(tent).certain()).isFalse();
        assertThat(threads.link(train).certain()).isFalse();
    }

    @Test
    void repliesToAMissingMessageShareAThread() {
        ChatMessage one = chat.says("Anna", "I agree with that", 3L);
        chat.says("Boris", "Does the last train leave at midnight?");
        ChatMessage other = chat.says("Clara", "I don't", 3L);

        Threads threads = chat.disentangle(1);

        assertThat(threads.threadOf(one)).containsExactly(one, other);
        assertThat(threads.link(other).parent()).isNull();
    }

    @Test
    void unsureMessageStaysAlone() {
        chat.says("Anna", "the tent is in the cellar");
        chat.says("Boris", "the last train leaves at midnight");
        chat.pause(Duration.ofMinutes(30));
        ChatMessage unsure = chat.says("Clara", "soup is better with salt");

        assertThat(chat.disentangle(Disentangler.HIGH_PRECISION).threadOf(unsure))
                .containsExactly(unsure);
    }

    @Test
    void thresholdOfOneAllowsOnlyExplicitReplies() {
        ChatMessage tent = chat.says("Anna", "Who brings the tent on Friday?");
        ChatMessage reply = chat.replies("Clara", tent, "I have one");
        chat.says("Boris", "Anna: I have one in the cellar, but it is small");

        assertThat(chat.disentangle(1).all()).hasSize(2);
        assertThat(chat.disentangle(1).threadOf(reply)).containsExactly(tent, reply);
        assertThat(chat.disentangle(Disentangler.HIGH_PRECISION).all()).hasSize(1);
    }

    @Test
    void linksAnAnswerWithoutANameToTheMessageThatAddressedItsAuthor() {
        ChatMessage tent = chat.says("Anna", "Boris: do you still have the blue tent?");
        ChatMessage train = chat.says("Clara", "Dmitri: when does the last train leave?");
        ChatMessage yes = chat.says("Boris", "yes, in the cellar");
        ChatMessage late = chat.says("Dmitri", "at midnight");

        Threads threads = chat.disentangle();

        assertThat(threads.threadOf(tent)).containsExactly(tent, yes);
        assertThat(threads.threadOf(train)).containsExactly(train, late);
    }

    @Test
    void rejectsAMessageOfAnotherChat() {
        chat.says("Anna", "Who brings the tent?");
        Threads threads = chat.disentangle();
        ChatMessage other = chat.says("Boris", "Me");

        assertThatThrownBy(() -> threads.threadOf(other))
                .hasMessage("message 101 isn't one of those that were untangled");
    }

    @Test
    void rejectsAThresholdAboveOne() {
        assertThatThrownBy(() -> new Disentangler(1.5)).hasMessage("1.5 is not from 0 to 1");
    }

    @Test
    void aSurerLinkIsAlsoALessSureOne() {
        ChatMessage question = chat.says("Anna", "Which key opens the cellar?");
        ChatMessage answer = chat.says("Boris", "Anna: the small one opens it");

        Threads threads = chat.disentangle(0);

        assertThat(threads.link(answer).parent()).isEqualTo(question);
        assertThat(threads.asSureAs(0.1).link(answer).parent()).isEqualTo(question);
        assertThat(threads.asSureAs(1).all()).hasSize(2);
    }

    @Test
    void emptyChatHasNoThreads() {
        assertThat(chat.disentangle().all()).isEmpty();
    }
}
