package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.catchup;
import static dev.verbatim.group.catchup.CatchupFixture.catchupGenerator;
import static dev.verbatim.group.catchup.CatchupFixture.chat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds at the end of a conversation, and who will do what.
class DecisionsAndCommitmentsTest {

    @Test
    void aLaterDecisionSupersedesTheEarlierOne() {
        Catchup catchup =
                catchup(
                        "Ann: when do we meet for the choir trip?",
                        "Bob: friday is fine",
                        "Ann: ok then, choir trip on friday the 3rd at nine",
                        "Bob: +1",
                        "60",
                        "Cleo: the bus company called, they have no bus on friday",
                        "Ann: change of plan: choir trip is on sunday the 5th at nine instead",
                        "Bob: fine by me",
                        "Cleo: +1");

        assertThat(texts(catchup.decisions()))
                .containsExactly(
                        "ok then, choir trip on friday the 3rd at nine",
                        "change of plan: choir trip is on sunday the 5th at nine instead");
        assertThat(catchup.superseded()).containsExactly(Map.entry(3L, 6L));
    }

    @Test
    void whatIsPromisedWithADecisionGoesWhenItNoLongerHolds() {
        Catchup catchup =
                catchup(
                        "Ann: when do we meet for the choir trip?",
                        "Bob: friday is fine",
                        "Ann: ok then, choir trip on friday the 3rd at nine. I'll tell the driver",
                        "Bob: +1",
                        "60",
                        "Cleo: the bus company called, they have no bus on friday",
                        "Ann: change of plan: choir trip is on sunday the 5th at nine instead",
                        "Bob: fine by me",
                        "Cleo: +1",
                        "Cleo: i'll bring the song books on sunday");

        assertThat(catchup.superseded()).containsKey(3L);
        assertThat(texts(catchup.actions())).containsExactly("i'll bring the song books on sunday");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        Catchup catchup =
                catchup("Ann: the tickets are 18 each", "Bob: ok", "Ann: *28, sorry, wrong page");

        assertThat(requireNonNull(catchup.corrections().get(1L)).text()).startsWith("*28");
    }

    @Test
    void aJokeIsNoPromise() {
        Catchup catchup =
                catchup(
                        "Ann: who can pick up the chairs on friday?",
                        "Tim: i'll carry them on my tongue, lol",
                        "Bob: 😂",
                        "Cleo: i can pick them up at five",
                        "Ann: thanks Cleo!");

        assertThat(texts(catchup.actions())).containsExactly("i can pick them up at five");
    }

    @Test
    void whoVolunteersInAMeetingTakesOnATask() {
        Catchup catchup =
                catchup(
                        "Ann: any volunteer to chair the next meeting?",
                        "Bob: congrats again Mia",
                        "Cleo: I'll volunteer. I've dodged it often enough.",
                        "Ann: anything else for today?");

        assertThat(texts(catchup.actions()))
                .containsExactly("I'll volunteer. I've dodged it often enough.");
    }

    @Test
    void aRequestMayBeToSomebodyWhoHasNotWritten() {
        Catchup catchup =
                catchup(
                        "Ann: the list is on the wiki",
                        "Bob: it grows every week",
                        "Ann: zoe_: think you could add the open bugs to the list?",
                        "Bob: fine");

        assertThat(texts(catchup.actions()))
                .containsExactly("zoe_: think you could add the open bugs to the list?");
    }

    @Test
    void aRequestThatIsTakenOnIsOnlyThePromise() {
        Catchup catchup =
                catchup(
                        "Cleo: morning",
                        "Ann: Bob, could you order the new switch?",
                        "Bob: yes, I'll order it tonight",
                        "Ann: Cleo, could you ask your dad for the long ladder?");

        assertThat(texts(catchup.actions()))
                .containsExactly(
                        "yes, I'll order it tonight",
                        "Cleo, could you ask your dad for the long ladder?");
    }

    @Test
    void aReportOfWhatHappenedDecidesNothing() {
        Catchup catchup =
                catchup(
                        "Ann: the first cycle may start on the 18th, this is still in discussion",
                        "Bob: for me it was mostly paperwork, and i go on holiday on the 22nd",
                        "Cleo: we had a discussion with the owner about it during the holidays");

        assertThat(catchup.decisions()).isEmpty();
    }

    @Test
    void whatWonAPollIsDecided() {
        List<ChatMessage> messages =
                new ArrayList<>(
                        chat("Ann: rice again?", "Bob: rice for the party then", "Cleo: hm"));
        messages.add(
                1,
                new ChatMessage(
                        9,
                        0,
                        messages.getFirst().author(),
                        messages.getFirst().time(),
                        null,
                        "",
                        Set.of(),
                        List.of(),
                        0,
                        new ChatMessage.ClosedPoll("What shall we cook?", "Rice")));

        assertThat(texts(catchupGenerator().generate(messages, null).decisions()))
                .containsExactly("rice for the party then");
        assertThat(
                        catchup("Ann: rice again?", "Bob: rice for the party then", "Cleo: hm")
                                .decisions())
                .isEmpty();
    }

    @Test
    void aProposalDecidesNothing() {
        Catchup catchup =
                catchup(
                        "Ann: how about a bigger tent",
                        "Bob: maybe we could ask the scouts",
                        "Cleo: we haven't talked about it yet, let's leave it open");

        assertThat(catchup.decisions()).isEmpty();
    }

    private static List<String> texts(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::text).toList();
    }
}
