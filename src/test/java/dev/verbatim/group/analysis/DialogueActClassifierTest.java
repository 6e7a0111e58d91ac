package dev.verbatim.group.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueActClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECISION   | ok then, choir is on monday at eight from now on",
                "DECISION   | gut, dann nehmen wir den zug um sieben",
                "DECISION   | добре, тоді їдемо на концерт у п'ятницю о шостій",
                "DECISION   | хорошо, тогда концерт в пятницу в шесть",
                "COMMITMENT | i'll call the bakery tomorrow morning",
                "COMMITMENT | ich bring zwei stühle mit",
                "COMMITMENT | llamo al panadero mañana",
                "COMMITMENT | я куплю фарбу завтра",
                "REQUEST    | can somebody please open the window",
                "QUESTION   | who has the keys for the van",
                "AGREEMENT  | sounds good to me",
                "REJECTION  | no way, not on a monday",
                "CORRECTION | sorry, i meant the 12th",
                "CHATTER    | i'll buy us a castle and a dragon lol",
                "PROPOSAL   | how about the smaller room",
            })
    void tellsWhatAMessageDoes(DialogueAct act, String text) {
        AnalyzedMessage message = new AnalyzedChat(List.of(message(text))).messages().getFirst();

        assertThat(
                        Arrays.stream(DialogueAct.values())
                                .max(Comparator.comparingDouble(message::probability)))
                .hasValue(act);
    }

    @Test
    void decidesAndPromisesInOneMessage() {
        String text = "ok then, choir is on monday at eight. I'll tell the others tonight.";

        AnalyzedMessage message = new AnalyzedChat(List.of(message(text))).messages().getFirst();

        assertThat(message.probability(DialogueAct.DECISION)).isGreaterThan(0.5);
        assertThat(message.probability(DialogueAct.COMMITMENT)).isGreaterThan(0.5);
    }

    @Test
    void readsTheWeightsThatItWrote() throws IOException {
        float[][] weights = new float[DialogueActFeatures.COUNT][DialogueAct.values().length];
        weights[7][2] = 3;
        var file = new ByteArrayOutputStream();

        new DialogueActClassifier(weights).write(file);

        var read = DialogueActClassifier.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.probabilities(new int[] {7}))
                .isEqualTo(new DialogueActClassifier(weights).probabilities(new int[] {7}));
    }

    private static ChatMessage message(String text) {
        return new ChatMessage(
                1,
                0,
                new Author("user1", "Anna", null),
                Instant.EPOCH,
                null,
                text,
                Set.of(),
                List.of());
    }
}
