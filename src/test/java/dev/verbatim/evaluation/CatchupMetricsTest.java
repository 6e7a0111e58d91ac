package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.evaluation.ChatReport.Content;
import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report says of catch-ups is counted against what people marked.
class CatchupMetricsTest {

    @TempDir Path folder;

    @Test
    void measuresQuestionsAndAnswers() throws IOException {
        Content content =
                content(
                        """
                        {"id":"a","messages":[
                         {"id":0,"author":"A","time":null,"text":"how do i mount the disk ?"},
                         {"id":1,"author":"B","time":null,"text":"mount the disk with the mount command"},
                         {"id":2,"author":"A","time":null,"text":"the weather was lovely in spring"},
                         {"id":3,"author":"B","time":null,"text":"yes , lovely weather"}],
                         "relations":[[0,1,"QAP"],[2,3,"QAP"]]}
                        """);

        var questions = Objects.requireNonNull(content.questions());
        assertThat(questions.questionPrecision()).hasValue(1);
        assertThat(questions.questionRecall()).hasValue(0.5);
        assertThat(questions.answeredRecall()).hasValue(1);
        assertThat(questions.answerAccuracy()).hasValue(1);
    }

    @Test
    void mentionsShortlyBeforeAnAnnotationCount() throws IOException {
        Content content =
                content(
                        """
                        {"id":"a","messages":[
                         {"id":7,"author":"A","time":"2026-01-01 09:00","text":"I'll write the release notes"},
                         {"id":8,"author":"B","time":"2026-01-01 09:01","text":"The printer is broken, see https://example.org/p."},
                         {"id":9,"author":"A","time":"2026-01-01 09:02","text":"The printer lacks paper"}],
                         "topics":[{"before":0,"by":"A","text":"Printers"},{"before":0,"by":"A","text":"Budget"}],
                         "actions":[{"before":2,"by":"A","text":"A to write the notes"}],
                         "agreed":[{"before":3,"by":"A","text":"no paper"}]}
                        """);

        var meetings = Objects.requireNonNull(content.meetings());
        assertThat(meetings.actionRecall()).hasValue(1);
        assertThat(meetings.actionsFlaggedShare()).hasValue(1 / 3.0);
        assertThat(meetings.decisionRecall()).hasValue(0);
        assertThat(content.linksRecall()).hasValue(1);
        assertThat(content.verbatimShare()).hasValue(1);
        assertThat(content.authorShare()).hasValue(1);
        assertThat(content.questions()).isNull();
    }

    @Test
    void rejectsRelationToMissingMessage() {
        assertThatThrownBy(
                        () ->
                                content(
                                        """
                                        {"id":"a","messages":[{"id":0,"author":"A","time":null,"text":"hi"}],"relations":[[0,4,"QAP"]]}
                                        """))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("names message 4");
    }

    private Content content(String chat) throws IOException {
        Path file = folder.resolve("chats.jsonl");
        Files.writeString(file, chat.replaceAll("\\R", " ") + "\n");
        return new ChatEvaluation().run(file).content();
    }
}
