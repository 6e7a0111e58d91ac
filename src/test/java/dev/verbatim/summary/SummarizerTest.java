package dev.verbatim.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizerTest {

    private static final String HARBOUR = "The town of Seaham opened its new harbour on Monday.";
    private static final String SHIPS = "Forty fishing boats sailed into the basin at noon.";
    private static final String COST = "The harbour cost the town nine million pounds.";

    @Test
    void sentencesAreInTextOrderWithTheirParagraphs() {
        var summary =
                SummaryFixtures.BY_WORDS.summarize(
                        SummaryFixtures.english(HARBOUR, SHIPS, COST), 3);

        assertThat(summary.sentences())
                .extracting(Summary.Sentence::text)
                .containsExactly(HARBOUR, SHIPS, COST);
        assertThat(summary.sentences())
                .extracting(sentence -> sentence.passage().paragraph())
                .containsExactly(1, 2, 3);
    }

    @Test
    void selectsCentralSentences() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR,
                        "Gulls were seen above the roofs of Dalton.",
                        "The new harbour has room for forty fishing boats.",
                        "Fishing boats paid nothing on Monday.",
                        "Room for more fishing boats is planned.");

        assertThat(SummaryFixtures.summary(article, 2))
                .containsExactly(HARBOUR, "The new harbour has room for forty fishing boats.");
    }

    @Test
    void dependentSentenceComesWithThePreviousOneOrNotAtAll() {
        Article article =
                SummaryFixtures.english(HARBOUR, SHIPS, "They had waited outside since dawn.");

        assertThat(SummaryFixtures.summary(article, 2)).containsExactly(HARBOUR, SHIPS);
        assertThat(SummaryFixtures.summary(article, 3))
                .endsWith("They had waited outside since dawn.");
    }

    @Test
    void aNounThatWasIntroducedBeforeComesWithItsIntroduction() {
        String leaked = "A newspaper published hundreds of leaked documents on Monday evening.";
        String show = "The documents show that the harbour was never inspected.";
        Article article = SummaryFixtures.english(HARBOUR, SHIPS, leaked, show);

        assertThat(SummaryFixtures.summary(article, 4))
                .containsExactly(HARBOUR, SHIPS, leaked, show);
        assertThat(SummaryFixtures.summary(article, 1)).doesNotContain(show);
        assertThat(SummaryFixtures.summary(SummaryFixtures.english("Why?", show, COST), 2))
                .containsExactly(COST);
    }

    @Test
    void aLongSummaryCoversAllPartsOfALongArticle() {
        String[] paragraphs =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(
                                at ->
                                        "Station %d of the harbour railway has platform %d and kiosk %d."
                                                .formatted(at, at * 7, at * 13))
                        .toArray(String[]::new);

        Summary summary =
                SummaryFixtures.BY_WORDS.summarize(SummaryFixtures.english(paragraphs), 8);

        assertThat(summary.sentences())
                .extracting(one -> (one.passage().paragraph() - 1) / 5)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void sentenceThatDependsOnAHiddenOneIsOmitted() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR, "Who paid for all of it?", "That is what nobody knows.");

        assertThat(SummaryFixtures.summary(article, 3)).containsExactly(HARBOUR);
    }

    @Test
    void openingPronounIsNotSummarized() {
        assertThat(
                        SummaryFixtures.summary(
                                SummaryFixtures.english("He was born in Leeds in 1950."), 3))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only four short words.",
                "Photo: the new harbour of the town on Monday.",
                "The new harbour of Seaham on Monday, seen from the pier (Getty Images).",
                "Good morning and thank you for being with us.",
                "Is the new harbour worth all the money?",
                "The mayor named three reasons for the harbour:",
                "and so the harbour was opened after all.",
                "Read the full article here: a new harbour",
                "THE NEW HARBOUR OF SEAHAM"
            })
    void omitsCaptionsGreetingsQuestionsAndFragments(String line) {
        assertThat(SummaryFixtures.summary(SummaryFixtures.english(HARBOUR, line, COST), 8))
                .containsExactly(HARBOUR, COST);
    }

    @Test
    void omitsSentencesAsLongAsAPage() {
        String endless = "The harbour has a pier" + " and another pier".repeat(50) + ".";

        assertThat(SummaryFixtures.summary(SummaryFixtures.english(HARBOUR, endless), 3))
                .containsExactly(HARBOUR);
    }

    @Test
    void omitsNearDuplicates() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR, SHIPS, "On Monday the town of Seaham opened its new harbour.");

        assertThat(SummaryFixtures.summary(article, 3)).containsExactly(HARBOUR, SHIPS);
    }

    @Test
    void quotationHasItsSpeaker() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR,
                        "“It is the best day of my life,” said Mayor Jane Doe.",
                        "“The boats will come back to us,” she said.");

        Summary summary = SummaryFixtures.BY_WORDS.summarize(article, 3);

        assertThat(summary.sentences())
                .extracting(one -> one.speaker() == null ? "" : one.speaker().name())
                .endsWith("Jane Doe", "Jane Doe");
    }

    @Test
    void omitsQuotationsWithoutSpeaker() {
        Article article =
                SummaryFixtures.english(HARBOUR, "“The boats will all come back to us in spring.”");

        assertThat(SummaryFixtures.summary(article, 3)).containsExactly(HARBOUR);
    }

    @Test
    void omitsSentencesInsideAQuotation() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR,
                        "Mayor Jane Doe said: “The boats will come back. Nobody believed in it. We"
                                + " all did.",
                        "“The pier is next on the list of the council,” she added.");

        assertThat(SummaryFixtures.summary(article, 8))
                .noneMatch(sentence -> sentence.startsWith("Nobody believed"));
    }

    @Test
    void indirectSpeechByAPronounNeedsThePreviousSentence() {
        Article article =
                SummaryFixtures.english(
                        HARBOUR, SHIPS, "The pier will be next, she said, when money is there.");

        assertThat(SummaryFixtures.summary(article, 2)).containsExactly(HARBOUR, SHIPS);
    }

    @Test
    void summarizesOtherLanguagesByTheirCues() {
        Article article =
                SummaryFixtures.of(
                        Locale.GERMAN,
                        "hafen",
                        "Die Stadt Emden hat am Montag einen neuen Hafen eröffnet.",
                        "Im neuen Hafen ist Platz für vierzig Schiffe.",
                        "Damit ist er der größte der ganzen Küste.");

        assertThat(SummaryFixtures.summary(article, 2))
                .containsExactly(
                        "Die Stadt Emden hat am Montag einen neuen Hafen eröffnet.",
                        "Im neuen Hafen ist Platz für vierzig Schiffe.");
    }

    @Test
    void vectorsCountTowardsCentrality() {
        Article article =
                SummaryFixtures.english(HARBOUR, SHIPS, COST, "Gulls sat on the roofs above.");
        var meaning =
                new Summarizer(
                        _ -> true,
                        text ->
                                text.equals(HARBOUR) || text.startsWith("Gulls")
                                        ? new float[] {1, 0}
                                        : new float[] {0, 1});

        assertThat(meaning.summarize(article, 1).sentences())
                .extracting(Summary.Sentence::text)
                .isEqualTo(List.of(HARBOUR));
    }

    @Test
    void longTextIsSummarizedByTheStartsOfItsParagraphs() {
        String[] paragraphs = new String[500];
        for (int i = 0; i < paragraphs.length; i++) {
            paragraphs[i] = "Ship number " + i + " came from a harbour far away. Nobody saw it go.";
        }

        assertThat(SummaryFixtures.summary(SummaryFixtures.english(paragraphs), 8))
                .hasSizeLessThanOrEqualTo(8)
                .allMatch(sentence -> sentence.startsWith("Ship number"));
    }

    @Test
    void longParagraphIsSummarizedByItsStart() {
        var paragraph = new StringBuilder(HARBOUR);
        for (int i = 0; i < 20_000; i++) {
            paragraph.append(
                    " Ship" + i + " left harbour" + i + " for town" + i + " with cargo" + i + ".");
        }

        assertThat(SummaryFixtures.summary(SummaryFixtures.english(paragraph.toString()), 8))
                .hasSize(8);
    }

    @Test
    void lowerCaseTextCanBeSummarized() {
        Article article =
                SummaryFixtures.english(
                        "the town of seaham opened its new harbour on monday .",
                        "forty fishing boats sailed into the basin at noon .");

        assertThat(SummaryFixtures.summary(article, 3)).hasSize(2);
    }

    @Test
    void summaryThatOpensWithANameDoesNotDangle() {
        var summary =
                SummaryFixtures.BY_WORDS.summarize(SummaryFixtures.english(HARBOUR, SHIPS), 2);

        assertThat(summary.dangles()).isFalse();
    }
}
