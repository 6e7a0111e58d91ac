package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as editors' programs leave them.
class EditorFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                ---
                title: The mill
                authors: [Una Ek, Per Alm]
                date: 2024-03-09 08:15:00 +0100
                ---
                """,
                """
                ---
                Title: The mill
                authors:
                  - name: Una Ek
                    mail: u@example.org
                  - Per Alm
                pubDate: 2024-03-09T23:59:00Z
                ---
                """,
                """

                ---
                title: The mill
                author:
                  - '[[Una Ek]]'
                  - '[[people/Per|Per Alm]]'
                published_at: March 9, 2024
                ---
                """,
                """
                +++
                title = "The mill"
                date = 2024-03-09T08:15:00+01:00
                [params]
                authors = ["Una Ek", 'Per Alm'] # both
                +++
                """,
                """
                +++
                title = 'The mill'
                date = 2024-03-09
                [[authors]]
                name = "Una Ek"
                [[authors]]
                name = "Per Alm"
                +++
                """,
                """
                {
                \t"title": "The mill",
                \t"date": "2024-03-09",
                \t"author": {"a": {"name": "Una Ek"}, "b": "Per Alm"}
                }
                """,
                """
                % The mill
                % Una Ek; Per Alm
                % 9 March 2024
                """,
                """
                Title: The mill
                Date: 2024-03-09 10:20
                Authors: [Una Ek, Per Alm]
                Slug: mill
                """,
                """
                title:: The mill
                authors:: [Una Ek, Per Alm]
                date:: 2024/03/09
                """,
            })
    void knowsTheFrontMatterOfManyPrograms(String frontMatter) {
        Publication publication =
                ReadArticle.of("mill.md", frontMatter + "\nThe mill turns.").publication();

        assertThat(publication.title()).isEqualTo("The mill");
        assertThat(publication.author()).isEqualTo("Una Ek, Per Alm");
        assertThat(publication.published()).isEqualTo("2024-03-09");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-3-9 | 2024-03-09",
                "20240309 | 2024-03-09",
                "9. März 2024 | 2024-03-09",
                "9 mars 2024 à 10h | ",
                "samedi 9 mars 2024 | 2024-03-09",
                "9 de marzo de 2024 | 2024-03-09",
                "9 марта 2024 г. | 2024-03-09",
                "9 березня 2024 р. | 2024-03-09",
                "Sat, 09 Mar 2024 23:30:00 -0500 | 2024-03-09",
                "Mar. 9, 2024 | 2024-03-09",
                "03/09/2024 | ",
                "9-10 March 2024 | ",
                "March 2024 | ",
                "2024-13-09 | ",
                "2024-03-091 | ",
            })
    void readsDatesAsTheyAreWrittenAndNoneThatIsTwo(String written, String date) {
        assertThat(WrittenDate.parse(written).map(Object::toString).orElse(null)).isEqualTo(date);
    }

    @Test
    void titleWithAColonNeedsNoQuotes() {
        Article article =
                ReadArticle.of(
                        "mill.md",
                        "---\ntitle: The mill: what now? #5\nauthor: Una: Ek\ndate: 2024-03-09\n---\nIt turns.");

        assertThat(article.publication().title()).isEqualTo("The mill: what now? #5");
        assertThat(article.publication().published()).isEqualTo("2024-03-09");
    }

    @Test
    void pathOnTheSiteIsNoAddress() {
        Article article =
                ReadArticle.of(
                        "mill.md", "---\ntitle: The mill\nurl: /news/mill/\n---\nThe mill turns.");

        assertThat(article.publication().url()).isNull();
    }

    @Test
    void ruleOnTopIsNoFrontMatter() {
        assertThat(paragraphs("mill.md", "\n---\n\n# The mill\n\nIt turns.\n\n---\n\nIt stops."))
                .containsExactly("It turns.", "It stops.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![logo](logo.png)\n\n# The mill\n\nIt turns.",
                "*9 March*\n\n# The mill\n\nIt turns.",
                "## The mill\n\nIt turns.",
                "The mill\n========\n\nIt turns.",
            })
    void aHeadingIsTheTitleWhereverItStands(String content) {
        Article article = ReadArticle.of("mill.md", content);

        assertThat(article.publication().title()).isEqualTo("The mill");
        assertThat(article.text()).doesNotContain("The mill").endsWith("It turns.");
    }

    @Test
    void eachRowOfATableSaysWhatItsCellsAre() {
        assertThat(
                        paragraphs(
                                "mill.md",
                                """
                                # Mills

                                | Mill | Built | Owner |
                                |:-----|------:|-------|
                                | **North** | 1871 | |
                                | South [old] | 1902 | Una \\| Per |

                                | | |
                                |-|-|
                                | Height: | 21 m |
                                """))
                .containsExactly(
                        "Mill: North\nBuilt: 1871",
                        "Mill: South [old]\nBuilt: 1902\nOwner: Una | Per",
                        "Height: 21 m");
    }

    @Test
    void itemsOfAListBelongTogetherAndKeepTheirNumbers() {
        Article article =
                ReadArticle.of(
                        "mill.md",
                        """
                        # The mill

                        You need:

                        - a sack
                        - [ ] a rope
                          - of hemp

                        Then:

                        3. Open the door.
                        4. Climb.\
                        """);

        assertThat(ReadArticle.paragraphs(article))
                .containsExactly(
                        "You need:\n• a sack\n• a rope\n  • of hemp",
                        "Then:\n3. Open the door.\n4. Climb.");
        assertThat(article.paragraphs().getLast().sentences())
                .extracting(sentence -> sentence.of(article.text()))
                .containsExactly("Then:", "3. Open the door.", "4. Climb.");
    }

    @Test
    void itemsAsLongAsParagraphsAreParagraphs() {
        String item = "The mill has turned since the year in which the river was dug anew.";

        assertThat(paragraphs("mill.md", "# The mill\n\n- " + item + "\n  id:: 64f0\n\t- " + item))
                .containsExactly(item, item);
    }

    @Test
    void footnotesStandBelowTheirParagraphs() {
        assertThat(
                        paragraphs(
                                "mill.md",
                                """
                                # The mill

                                It turns.[^a] It is old^[Built in 1871.].

                                It stops.[^lost]

                                [^a]: Since *May*.
                                """))
                .containsExactly(
                        "It turns. It is old.", "Since May.", "Built in 1871.", "It stops.");
    }

    @Test
    void whatProgramsAddToMarkdownIsNoText() {
        assertThat(
                        paragraphs(
                                "mill.md",
                                """
                                # The mill {#mill}

                                ![The mill](mill.jpg)
                                *The mill. Photo: Una Ek*

                                {{< figure src="mill.jpg" caption="no" >}}
                                {% include no.html %}

                                The [[Mill|old mill]] of [[Lund#North]] ==turns==, ~~stops,~~ says **“Una”**and Per.
                                <!-- no -->
                                %% no %%

                                > [!note] It is old.

                                ::: warning
                                `{{< kept >}}` is code.
                                :::

                                ![[no.png]]
                                #mills #lund
                                """))
                .containsExactly(
                        "The old mill of Lund turns,  says “Una”and Per.",
                        "It is old.",
                        "{{< kept >}} is code.");
    }

    @Test
    void mailIsReadWithoutWhatItAnswersAndItsSignature() {
        Article article =
                ReadArticle.of(
                        "letter.txt",
                        """
                        From: "The Mill Letter" <mill@example.org>
                        To: una@example.org
                        Subject: =?UTF-8?Q?M=C3=BChle_12?=
                        Date: Sat, 9 Mar 2024 10:00:00 +0100

                        The mill of Lund turns again <https://example.org/mill> since it got
                        new sails.

                        https://example.org/more

                        On Friday Per wrote:
                        > Does it turn?

                        To unsubscribe, reply to this mail

                        --\s
                        Una
                        """);

        assertThat(article.publication().title()).isEqualTo("Mühle 12");
        assertThat(article.publication().publisher()).isEqualTo("The Mill Letter");
        assertThat(article.publication().published()).isEqualTo("2024-03-09");
        assertThat(ReadArticle.paragraphs(article))
                .containsExactly("The mill of Lund turns again since it got new sails.");
    }

    @Test
    void wordsDividedAtTheEndOfALineAreJoined() {
        assertThat(
                        paragraphs(
                                "mill.txt",
                                "The windmill\n\nThe old wind-\nmill of the muni-\ncipality is well-\nknown,"
                                        + " in Nord-\nund Westlund, says the co-\nop; a co-op of ten."))
                .containsExactly(
                        "The old windmill of the municipality is well-known,"
                                + " in Nord- und Westlund, says the co-op; a co-op of ten.");
    }

    @Test
    void headlineOfTwoLinesIsOneTitle() {
        Article article =
                ReadArticle.of(
                        "mill.txt", "The mill turns again after\nten long years\n\nIt is old.");

        assertThat(article.publication().title())
                .isEqualTo("The mill turns again after ten long years");
        assertThat(article.text()).isEqualTo("It is old.");
    }

    private List<String> paragraphs(String name, String content) {
        return ReadArticle.paragraphs(ReadArticle.of(name, content));
    }
}
