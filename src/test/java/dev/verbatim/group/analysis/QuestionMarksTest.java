package dev.verbatim.group.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.verbatim.property.CountedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionMarksTest {

    private static final int ARTICLE = 100_000;
    private static final int READS_PER_CHARACTER = 16;

    @ParameterizedTest
    @CsvSource({
        "'we meet at six (?)', 'we meet at six '",
        "'a jerboa (sp?) is small', 'a jerboa  is small'",
        "'(was it Friday? ) we met', ' we met'",
        "'(that is four words here?)', '(that is four words here?)'",
        "'(no doubt)', '(no doubt)'",
        "'(why?) and so (when?) he came', ' and so  he came'",
        "'((?)) he came', ') he came'"
    })
    void doubtsInBracketsAreNoQuestions(String text, String expected) {
        assertThat(QuestionMarks.withoutAsides(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'when do we meet?', true",
        "'when do we meet?!', true",
        "'هل نلتقي؟', true",
        "'(when do we meet?)', true",
        "'when? at six', false",
        "'at six.', false",
        "'', false"
    })
    void aQuestionEndsWithItsMark(String sentence, boolean expected) {
        assertThat(QuestionMarks.end(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "(?", "?)", "( ", "(a ", "(a? ", "?", "?.", " ", "a", "(a b c d?)"})
    void aTextIsReadAFewTimes(String part) {
        for (String end : new String[] {"", "?)", "?", " )", "a", "?".repeat(ARTICLE)}) {
            String text = "a" + part.repeat(ARTICLE / part.length()) + end;

            assertThatCode(
                            () -> {
                                var counted = new CountedText(text, READS_PER_CHARACTER);
                                QuestionMarks.withoutAsides(counted);
                                QuestionMarks.end(counted);
                            })
                    .as(part + end.length())
                    .doesNotThrowAnyException();
        }
    }
}
