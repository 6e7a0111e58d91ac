package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.SampleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns of quotation in English. The people are invented.
class QuotationFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    “It works,” Jane Doe said.                                      | Jane Doe
                    “It works,” said Jane Doe.                                      | Jane Doe
                    Jane Doe said: “It works.”                                      | Jane Doe
                    “It works,” Jane Doe told reporters.                            | Jane Doe
                    Jane Doe told reporters on Monday: “It works.”                  | Jane Doe
                    Jane Doe wrote on Tuesday, “It works.”                          | Jane Doe
                    “It works,” Jane Doe, 45, said.                                 | Jane Doe
                    “It works well,” according to Jane Doe.                         | Jane Doe
                    According to Jane Doe, the plan is “a first step”.              | Jane Doe
                    The plan is “a first step”, Jane Doe said.                      | Jane Doe
                    Jane Doe called the plan “a first step”.                        | Jane Doe
                    Jane Doe, who built it, said it was “a first step”.             | Jane Doe
                    Jane Doe opened the hall and praised “a first step”.            | Jane Doe
                    Jane Doe was quoted as saying “it works well”.                  | Jane Doe
                    “Does it work?” Jane Doe asked.                                 | Jane Doe
                    “It works,” has said Ursula von der Doe.                        | Ursula von der Doe
                    “It works,” said J. K. Doe.                                     | J. K. Doe
                    “It works,” Jean-Luc O’Doe-Roe insisted.                        | Jean-Luc O’Doe-Roe
                    "It works," Jane Doe said.                                      | Jane Doe
                    ‘It works,’ Jane Doe said.                                      | Jane Doe
                    `` It works , '' Jane Doe said .                                | Jane Doe
                    “It works,” the ministry said.                                  | the ministry
                    “It works,” police said.                                        | police
                    “It works,” said a spokesman for the ministry.                  | a spokesman for the ministry
                    """)
    void namesTheSpeaker(String text, String name) {
        assertThat(SampleText.english(text).speakers().getFirst()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    “It works,” Harbour Council chief Jane Doe said.             | Harbour Council chief
                    “It works,” Jane Doe, the head of the harbour, said.         | head of the harbour
                    “It works,” said Jane Doe, head of the harbour.              | head of the harbour
                    “It works,” the harbour ambassador to UNECO Jane Doe said.   | harbour ambassador to UNECO
                    The head of the harbour, Jane Doe, said: “It works.”         | head of the harbour
                    Foreign Minister Jane Doe said: “It works.”                  | Foreign Minister
                    “It works,” said Mrs Jane Doe.                               |
                    """)
    void givesTheRoleInTheArticlesWords(String text, String role) {
        var quotation = SampleText.english(text).quotations().getFirst();

        assertThat(quotation.speaker()).isEqualTo(new Speaker("Jane Doe", role));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    “It works,” she said to John Roe and Max Poe.
                    John Roe met Max Poe. “It works,” he said.
                    “It works,” they said.
                    “It works,” some said.
                    “It works,” his lawyer said.
                    John Roe left. “It works,” she said.
                    John Roe told the president to wait. “It works,” he said.
                    """)
    void namesNobodyWhenTheTextLeavesADoubt(String text) {
        assertThat(SampleText.english(text).quotations())
                .isNotEmpty()
                .allMatch(quotation -> quotation.speaker() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Allies take part in the annual “Steadfast Noon” exercise next week.
                    Minister Jane Doe said nothing of the film “Long Way Home” yesterday.
                    The so-called “green corridor” stayed open.
                    It is a “new” idea of sorts.
                    The board is 6" by 4" and the dogs' bowl is 'full'.
                    """)
    void titlesAndFiguresOfSpeechAreNoQuotations(String text) {
        assertThat(SampleText.english(text).quotations())
                .allMatch(quotation -> quotation.kind() == Quotation.Kind.INDIRECT);
    }

    @Test
    void pronounAndSurnameResolveToTheFullName() {
        var text =
                SampleText.english(
                        """
                        “It works,” harbour chief Jane Doe told the Daily Post on Monday.
                        “It will last,” she added.
                        Doe said that the work took years.
                        """);

        assertThat(text.attributed())
                .containsExactly(
                        "Jane Doe (harbour chief): “It works,”",
                        "Jane Doe (harbour chief): “It will last,”",
                        "Jane Doe (harbour chief): the work took years");
    }

    @Test
    void quotationInTwoPartsHasOneSpeaker() {
        var text =
                SampleText.english(
                        "“It works,” Jane Doe said, “and it will last.” “Wait and see.”");

        assertThat(text.attributed())
                .containsExactly(
                        "Jane Doe: “It works,”",
                        "Jane Doe: “and it will last.”",
                        "Jane Doe: “Wait and see.”");
    }

    @Test
    void quotationOverParagraphsIsOnePerParagraph() {
        var text =
                SampleText.english(
                        """
                        Jane Doe said: “It works.
                        “It has worked for years.
                        “And it will last.”
                        John Roe agreed.
                        """);

        assertThat(text.attributed())
                .containsExactly(
                        "Jane Doe: “It works.",
                        "Jane Doe: “It has worked for years.",
                        "Jane Doe: “And it will last.”");
    }

    @Test
    void lastParagraphAttributesTheWholeQuotation() {
        var text =
                SampleText.english(
                        """
                        “It works, and it has worked for years.
                        “And it will last,” said Jane Doe.
                        """);

        assertThat(text.attributed())
                .containsExactly(
                        "Jane Doe: “It works, and it has worked for years.",
                        "Jane Doe: “And it will last,”");
    }

    @Test
    void quotedParagraphContinuesTheOneBefore() {
        var text =
                SampleText.english(
                        """
                        Jane Doe said that the work took years.
                        “Nobody believed in it at first.”
                        """);

        assertThat(text.attributed())
                .containsExactly(
                        "Jane Doe: the work took years",
                        "Jane Doe: “Nobody believed in it at first.”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Jane Doe said that the work took years.         | the work took years
                    Jane Doe said the work took years.              | the work took years
                    The work took years, Jane Doe said on Monday.   | The work took years
                    According to Jane Doe, the work took years.     | the work took years
                    The work took years, according to Jane Doe.     | The work took years
                    Jane Doe told reporters that the work was done. | the work was done
                    """)
    void indirectSpeechIsMarkedAsSuch(String text, String content) {
        var quotation = SampleText.english(text).quotations().getFirst();

        assertThat(quotation.kind()).isEqualTo(Quotation.Kind.INDIRECT);
        assertThat(quotation.content().of(text)).isEqualTo(content);
        assertThat(quotation.speaker()).isEqualTo(new Speaker("Jane Doe", null));
    }

    @Test
    void denialIsNoQuotation() {
        assertThat(SampleText.english("Jane Doe did not say that the work was done.").quotations())
                .isEmpty();
    }

    @Test
    void cueBelongsToTheMinisterNotTheMinistry() {
        var text = SampleText.english("The man quoted by the Daily Post described it as “a mess”.");

        assertThat(text.quotations()).allMatch(quotation -> quotation.speaker() == null);
    }
}
