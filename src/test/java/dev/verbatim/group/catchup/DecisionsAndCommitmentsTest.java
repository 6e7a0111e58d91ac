package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.catchup;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import java.util.List;
import java.util.Map;
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
