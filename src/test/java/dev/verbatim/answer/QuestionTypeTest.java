package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.POURS;
import static dev.verbatim.answer.WeatherArticle.RAINS;
import static dev.verbatim.answer.WeatherArticle.passage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTypeTest {

    private static final Article ARTICLE =
            WeatherArticle.article(
                    said(new TextSpan(0, 11), "Ann Lee"), said(new TextSpan(22, 33), "Ben Fry"));

    @ParameterizedTest
    @CsvSource({
        "When do they meet?, on Wednesday evening, TIME",
        "Since when?, since 1994, TIME",
        "Where do they meet?, in downtown Kyiv, PLACE",
        "How many ships are there?, over 30 ships, NUMBER",
        "How much did it grow?, it has doubled, NUMBER",
        "Who is the ambassador?, the ambassador Julianne Smith, PERSON",
        "Why did they fire?, in retaliation for an explosion, REASON",
        "Wann beginnt es?, they start on Monday, TIME"
    })
    void recognisesAnswerTypeInQuestionAndSentence(String question, String words, AnswerType kind) {
        var book = Phrasebook.all().getFirst();

        assertThat(AnswerType.of(question)).isEqualTo(kind);
        assertThat(kind.occursIn(words, Utterance.of(question), book)).isTrue();
        assertThat(kind.occursIn("they talk about it", Utterance.of(question), book)).isFalse();
    }

    @Test
    void yearIsNoAnswerToHowMany() {
        var question = Utterance.of("How many ships are there?");

        assertThat(
                        AnswerType.NUMBER.occursIn(
                                "founded in 1949", question, Phrasebook.all().getFirst()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What did Ann Lee say about rain?", "Who said that it rains, Lee?"})
    void prefersQuotationsOfTheNamedPerson(String question) {
        var type = QuestionType.of(question);

        assertThat(type.bonus(passage(ARTICLE, FIRST), RAINS))
                .isGreaterThan(type.bonus(passage(ARTICLE, FIRST), POURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who said that it rains?", "What did they say?"})
    void prefersAnyQuotationWhenNobodyIsNamed(String question) {
        var type = QuestionType.of(question);

        assertThat(type.bonus(passage(ARTICLE, FIRST), RAINS))
                .isEqualTo(type.bonus(passage(ARTICLE, FIRST), POURS))
                .isGreaterThan(type.bonus(passage(WeatherArticle.article(), FIRST), RAINS));
    }

    @ParameterizedTest
    @CsvSource({
        "What did Ann Lee say about rain?, true",
        "What did Ben Fry say about rain?, true",
        "What did Eve Roe say about rain?, false",
        "Who said that it rains?, false",
        "When did Ann Lee say that?, false",
        "Does Ann Lee like rain?, false"
    })
    void asksForWordsOfSomebodyWhoIsNamedAndQuoted(String question, boolean isQuoted) {
        var type = QuestionType.of(question);

        assertThat(type.asksWhatIsQuotedIn(passage(ARTICLE, FIRST))).isEqualTo(isQuoted);
        assertThat(type.asksWhatIsQuotedIn(passage(ARTICLE, DOGS))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Does it rain?", "rain", "When did Ann Lee say that?"})
    void quotationsGetNoBonusUnlessAskedFor(String question) {
        var type = QuestionType.of(question);

        assertThat(type.bonus(passage(ARTICLE, FIRST), RAINS)).isZero();
    }

    private static Quotation said(TextSpan words, String name) {
        return new Quotation(words, Kind.DIRECT, null, null, new Speaker(name, null));
    }
}
