package dev.verbatim.group.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisentanglerTest {

    private final Talk talk = new Talk();

    @Test
    void aReplyIsALinkHoweverFarAndStrange() {
        ChatMessage first = talk.says("Anna", "Who brings the tent?");
        for (int i = 0; i < 500; i++) {
            talk.says("Boris", "Anna: the train is late again");
        }
        ChatMessage reply = talk.replies("Clara", first, "Boris: not me");

        Threads threads = talk.untangled(1);

        assertThat(threads.link(reply)).isEqualTo(new Threads.Link(reply, first, true));
        assertThat(threads.answersTo(first)).contains(reply);
    }

    @Test
    void twoConversationsThatNameEachOtherComeApart() {
        ChatMessage tent = talk.says("Anna", "Who brings the tent on Friday?");
        ChatMessage train = talk.says("Boris", "Does anybody know when the last train leaves?");
        ChatMessage mine = talk.says("Clara", "Anna: I have one in the cellar");
        ChatMessage late = talk.says("Dmitri", "Boris: at 23:40, from platform two");
        ChatMessage big = talk.says("Anna", "Clara: is it big enough for four people?");
        ChatMessage thanks = talk.says("Boris", "Dmitri: thanks, that is late enough");

        Threads threads = talk.untangled();

        assertThat(threads.with(tent)).containsExactly(tent, mine, big);
        assertThat(threads.with(train)).containsExactly(train, late, thanks);
    }

    @Test
    void topicsOfAForumAreNeverCrossed() {
        talk.inTopic(7);
        ChatMessage inside = talk.says("Anna", "Who brings the tent?");
        talk.inTopic(8);
        ChatMessage named = talk.says("Boris", "Anna: I have a tent");
        ChatMessage replied = talk.replies("Clara", inside, "So do I");

        Threads threads = talk.untangled();

        assertThat(threads.with(inside)).containsExactly(inside);
        assertThat(threads.with(named)).doesNotContain(inside);
        assertThat(threads.with(replied)).doesNotContain(inside);
    }

    @Test
    void sayingSomethingInATopicIsNoReplyToWhatOpenedIt() {
        talk.inTopic(7);
        ChatMessage tent = talk.says("Anna", "Who brings the tent?", 7L);
        ChatMessage train = talk.says("Boris", "Does the last train leave at midnight?", 7L);

        Threads threads = talk.untangled(1);

        assertThat(threads.all()).hasSize(2);
        assertThat(threads.link(tent).certain()).isFalse();
        assertThat(threads.link(train).certain()).isFalse();
    }

    @Test
    void repliesToAMessageThatIsNotThereBelongTogether() {
        ChatMessage one = talk.says("Anna", "I agree with that", 3L);
        talk.says("Boris", "Does the last train leave at midnight?");
        ChatMessage other = talk.says("Clara", "I don't", 3L);

        Threads threads = talk.untangled(1);

        assertThat(threads.with(one)).containsExactly(one, other);
        assertThat(threads.link(other).parent()).isNull();
    }

    @Test
    void whatIsUnsureStaysAlone() {
        talk.says("Anna", "the tent is in the cellar");
        talk.says("Boris", "the last train leaves at midnight");
        talk.pause(Duration.ofMinutes(30));
        ChatMessage unsure = talk.says("Clara", "soup is better with salt");

        assertThat(talk.untangled(Disentangler.WHEN_SURE).with(unsure)).containsExactly(unsure);
    }

    @Test
    void whoIsAskedForCertaintyGuessesNothing() {
        ChatMessage tent = talk.says("Anna", "Who brings the tent on Friday?");
        ChatMessage reply = talk.replies("Clara", tent, "I have one");
        talk.says("Boris", "Anna: I have one in the cellar, but it is small");

        assertThat(talk.untangled(1).all()).hasSize(2);
        assertThat(talk.untangled(1).with(reply)).containsExactly(tent, reply);
        assertThat(talk.untangled(Disentangler.WHEN_SURE).all()).hasSize(1);
    }

    @Test
    void whoAnswersWithoutANameIsUnderstoodByWhoWasTalkingToHim() {
        ChatMessage tent = talk.says("Anna", "Boris: do you still have the blue tent?");
        ChatMessage train = talk.says("Clara", "Dmitri: when does the last train leave?");
        ChatMessage yes = talk.says("Boris", "yes, in the cellar");
        ChatMessage late = talk.says("Dmitri", "at midnight");

        Threads threads = talk.untangled();

        assertThat(threads.with(tent)).containsExactly(tent, yes);
        assertThat(threads.with(train)).containsExactly(train, late);
    }

    @Test
    void aMessageOfAnotherChatHasNoThread() {
        talk.says("Anna", "Who brings the tent?");
        Threads threads = talk.untangled();
        ChatMessage other = talk.says("Boris", "Me");

        assertThatThrownBy(() -> threads.with(other))
                .hasMessage("message 101 isn't one of those that were untangled");
    }

    @Test
    void whoAsksForMoreThanCertaintyIsRefused() {
        assertThatThrownBy(() -> new Disentangler(1.5)).hasMessage("1.5 is not from 0 to 1");
    }

    @Test
    void nothingHasNoThreads() {
        assertThat(talk.untangled().all()).isEmpty();
    }
}
