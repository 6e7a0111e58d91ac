package dev.verbatim.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Ranking;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationCheckerTest {

    private static final Path REPORTS = Path.of("src/test/resources/dev/verbatim/answer/reports");
    private static final Path REPORT = REPORTS.resolve("lead-in-the-water.md");
    private static final Article ARTICLE =
            ((ReadResult.Read) new ArticleReader().read(REPORTS, REPORT)).article();

    private final QuotationChecker checker = new QuotationChecker(everything());

    /// Finds every passage, so that the words alone decide.
    private static PassageRetriever everything() {
        var index = mock(PassageRetriever.class);
        when(index.passagesSharing(any(), anyInt())).thenReturn(ARTICLE.passages());
        when(index.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(), 1, 1));
        return index;
    }

    private QuotationCheck check(String message) {
        return checker.check(message, Set.of()).getLast();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pratt: “%s”",
                "Director Pratt: “%s”",
                "Yesterday Lionel Pratt said: “%s”",
                "As Lionel Pratt put it: “%s”",
                "“%s” — Lionel Pratt, of the county",
                "According to Mr Pratt, “%s”.",
                "Somebody said “%s”",
                "Read “%s” in Clearfall's report"
            })
    void whoeverMayBeTheSpeakerIsNobodyElse(String message) {
        QuotationCheck check = check(message.formatted("good numbers do not make you curious"));

        assertThat(check).isInstanceOf(QuotationCheck.Exact.class);
        assertThat(check.found().orElseThrow().speaker())
                .extracting(Speaker::name)
                .isEqualTo("Lionel Pratt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Osgood: “%s”",
                "As Corinne Baptiste put it: “%s”",
                "“%s” (Jonas Wendt)",
                "Doctor Miriam Osgood said: “%s”",
                "«%s», said Helga Marchetti",
                "Paula’s friends wrote: “%s”"
            })
    void anotherNameIsSomebodyElse(String message) {
        assertThat(check(message.formatted("good numbers do not make you curious")))
                .isInstanceOf(QuotationCheck.OtherSpeaker.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“A good doctor asks for a blood test.”",
                "“The children will be fine”",
                "“I filled the bottles wherever there was a tap”",
                "“people don't like lead in their water”",
                "“The government pays for the pipes of all owners”"
            })
    void aFewWordsInCommonAreNoQuotation(String message) {
        assertThat(check(message)).isInstanceOf(QuotationCheck.NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Replacing the pipes will take until 2013, NUMBER",
        "good numbers do make you curious, NEGATION",
        "Other towns have begun to look. In Upper Sund, NAME",
        "It costs 14000 euros a week, WORDS"
    })
    void differencesAreToldByWhatTheyAreAbout(String said, WordDifference.Matter matter) {
        assertThat(check("“" + said + "”").wordDifferences())
                .extracting(WordDifference::matter)
                .containsExactly(matter);
    }

    @Test
    void dotsMarkAnOmissionAndHeSaidIsNoPart() {
        assertThat(check("“He always bought a coffee. I thought he was from the brewery museum.”"))
                .isInstanceOf(QuotationCheck.Exact.class);
        assertThat(check("“I have lived here … and I drink from the fire station”"))
                .isInstanceOf(QuotationCheck.Exact.class);
    }

    @Test
    void wordsFromBehindTheirNegationSayTheOpposite() {
        QuotationCheck check = check("“make you curious”");

        assertThat(check).isInstanceOf(QuotationCheck.Altered.class);
        assertThat(check("they do not “make you curious”"))
                .isInstanceOf(QuotationCheck.Exact.class);
    }

    @Test
    void numbersMayBeGroupedInAnyWay() {
        assertThat(check("“Most of the 2.300 houses around it”"))
                .isInstanceOf(QuotationCheck.Exact.class);
        assertThat(check("“Most of the 2 300 houses around it”"))
                .isInstanceOf(QuotationCheck.Exact.class);
    }

    @Test
    void aLongMessageTakesNoLongTime() {
        String message = "the lead in the water of the town ".repeat(3_000);

        assertThat(check(message)).isNotNull();
    }

    @Test
    void aMessageOfMarksOnlyQuotesNothing() {
        assertThat(checker.check("“” \"\" «»", Set.of()))
                .allMatch(check -> check instanceof QuotationCheck.NotFound);
        assertThat(checker.check(" \n", Set.of())).isEmpty();
    }
}
