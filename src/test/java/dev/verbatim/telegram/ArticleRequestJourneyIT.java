package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.SmallNewsBot.OPENED;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Journeys of what people type first, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ArticleRequestJourneyIT {

    @TempDir private Path data;

    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is this article about? | " + OPENED,
                "Про що стаття?              | " + OPENED,
                "who wrote this?             | does not say who wrote it",
                "when was it published       | Published: October 12, 2022",
                "where was this published?   | https://example.org/harbour",
                "who is quoted?              | — Jane Doe, Mayor · ¶3",
                "how many articles do you know? | I answer from 1 article:",
                "translate it                | I do not translate",
                "explain                     | words of my own",
                "Compare the two articles    | each article says",
                "is that true?               | I can’t judge"
            })
    void answersFromWhatIsKnown(String message, String words) {
        MethodCall reply = served.ask(ANN, message);

        assertThat(reply.text()).contains(words);
        assertThat(served.bot.asked).isEmpty();
    }

    @Test
    void nameOfTheArticleStandsAboveWhatIsKnown() {
        MethodCall reply = served.ask(ANN, "Who wrote this article?");

        assertThat(reply.text()).startsWith("A harbour for Seaham · The Herald · October 12, 2022");
        assertThat(SmallNewsBot.links(reply)).contains("https://example.org/harbour");
    }

    @Test
    void mentionInAGroupIsAnsweredLikeAPrivateMessage() {
        served.server.setPrivacyMode(false);
        served.server.write(GROUP, ANN, "@a_bot what is this about?");

        served.awaitUntilSentTo(GROUP, 1);

        assertThat(served.server.sendCalls(GROUP).getFirst().text()).contains(OPENED);
    }

    @Test
    void ofSeveralArticlesTheOneThatWasAnsweredFromIsMeant() {
        served.serve(GULLS, HARBOUR);
        var passage = new Passage(HARBOUR, 1, new TextSpan(0, OPENED.length()));
        served.bot.answers(new Answer.Found(passage, passage.span(), null, 0.9));
        served.ask(ANN, "What did Seaham open?");

        assertThat(served.ask(ANN, "summarize it").text()).contains(OPENED);
        assertThat(served.ask(ANN, "who is quoted?").text())
                .contains("Jane Doe")
                .doesNotContain("Gulls");
    }

    @Test
    void withoutAnAnswerTheNewestArticlesAreOffered() {
        served.serve(GULLS, HARBOUR);

        MethodCall choice = served.ask(ANN, "tl;dr");
        served.press(choice, "1. Gulls over Dalton · The Herald · October 12,…");

        assertThat(choice.text()).isEqualTo("Which article shall I sum up?");
        assertThat(served.edit(1).text()).contains("Thousands of gulls");
        assertThat(served.ask(ANN, "who wrote this?").text())
                .startsWith("I can’t tell which article you mean")
                .contains("A harbour for Seaham", "Gulls over Dalton");
    }

    @Test
    void namesTheArticlesThatHaveASubject() {
        MethodCall found = served.ask(ANN, "Which article talks about loose talk?");
        served.bot.ranking = List.of();
        MethodCall none = served.ask(ANN, "Which article talks about whales?");

        assertThat(found.text()).startsWith("These articles have it:\n• ").contains("¶");
        assertThat(none.text()).isEqualTo("None of the articles talks about that.");
    }

    @Test
    void twoQuestionsInOneMessageAreAnsweredAsTwo() {
        MethodCall reply = served.ask(ANN, "What did Smith say? And when do they meet?");

        assertThat(served.bot.asked)
                .containsExactly("What did Smith say?", "And when do they meet?");
        assertThat(served.bot.contexts.getLast().question()).isEqualTo("What did Smith say?");
        assertThat(SmallNewsBot.marked(reply, "blockquote")).hasSize(2);
        assertThat(reply.text()).startsWith("1.\n").contains("\n2.\n");
    }

    @Test
    void questionsAboutTheContentGoToThePassages() {
        served.ask(ANN, "Who wrote the letter to Kyiv?");

        assertThat(served.bot.asked).containsExactly("Who wrote the letter to Kyiv?");
    }
}
