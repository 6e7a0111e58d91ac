package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A question in a script without blanks between its words is as long as its words are many, and
/// answered as surely as one in another language.
@ExtendWith(AnswerPipeline.Chinese.class)
@Execution(ExecutionMode.CONCURRENT)
class ChineseAnswersIT {

    private final AnswerPipeline pipeline;

    ChineseAnswersIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @CsvSource({
        "谁认为冬季大风会使渡轮停航？, 3",
        "渡轮由哪家船厂建造？, 4",
        "旧灯塔建于哪一年？, 6",
        "桥梁的费用是多少？, 3",
        "谁担心海草床？, 5",
        "灯塔将改建成什么？, 6"
    })
    void answersPlainly(String question, int paragraph) {
        assertThat(pipeline.ask(question)).citesParagraph(paragraph);
    }

    @ParameterizedTest
    @ValueSource(strings = {"谁赢得了昨天的足球比赛？", "法国的首都是哪里？", "造船厂有多少工人？"})
    void abstainsWhereTheArticleDoesNotAnswer(String question) {
        assertThat(pipeline.ask(question)).isInstanceOf(Answer.NotFound.class);
    }
}
