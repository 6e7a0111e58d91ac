package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Who said that?                 | who said it
                    Wer hat das gesagt?            | who said it
                    Qui a dit ça ?                 | who said it
                    ¿Quién dijo eso?               | who said it
                    Chi l’ha detto?                | who said it
                    Хто це сказав?                 | who said it
                    Кто это сказал?                | who said it
                    What did she say?              | said: she
                    What else did she say?         | said else: she
                    How often did that happen?     | question word: NUMBER
                    What else did Smith say?       | said else: Smith
                    Was hat sie noch gesagt?       | said else: sie
                    Qu’a-t-il dit d’autre ?        | said else: il
                    ¿Qué más dijo ella?            | said else: ella
                    Cos’altro ha detto?            | said else:
                    Що ще він сказав?              | said else: він
                    Что ещё она сказала?           | said else: она
                    Tell me more.                  | more
                    Erzähl mir mehr                | more
                    Quoi d’autre ?                 | more
                    ¿Qué más?                      | more
                    Dimmi di più                   | more
                    Розкажи більше                 | more
                    Подробнее                      | more
                    Go on                          | next
                    weiter                         | next
                    What happened next?            | happened next
                    Was geschah dann?              | happened next
                    Что было потом?                | happened next
                    What did he mean by that?      | meaning
                    Was meinte sie damit?          | meaning
                    Tell me more about the ships   | more about: the ships
                    Mehr über die Schiffe          | more about: die Schiffe
                    Más sobre los barcos           | more about: los barcos
                    Більше про кораблі             | more about: кораблі
                    And Finland?                   | what about: Finland
                    and in 2019?                   | what about: in 2019
                    What about Sweden?             | what about: Sweden
                    And the US?                    | what about: the US
                    Und Finnland?                  | what about: Finnland
                    Et la Finlande ?               | what about: la Finlande
                    ¿Y Finlandia?                  | what about: Finlandia
                    E la Finlandia?                | what about: la Finlandia
                    А Фінляндія?                   | what about: Фінляндія
                    А Финляндия?                   | what about: Финляндия
                    And who equalised?             | continued: who equalised
                    And when?                      | question word: TIME
                    Why is that?                   | question word: REASON
                    How many of them?              | question word: NUMBER
                    Und wann?                      | question word: TIME
                    Et où ?                        | question word: PLACE
                    ¿Y por qué?                    | question word: REASON
                    E quanti?                      | question word: NUMBER
                    А коли?                        | question word: TIME
                    А почему?                      | question word: REASON
                    When does it start?            | pronoun: it
                    What did she say about China?  | pronoun: she
                    Who condemned it?              | pronoun: it
                    Why does Ukraine want them?    | pronoun: them
                    """)
    void recognisesFollowUps(String text, String followUp) {
        assertThat(FollowUpParser.parse(text).map(FollowUpParserTest::described))
                .contains(followUp);
    }

    private static String described(FollowUp followUp) {
        return switch (followUp) {
            case FollowUp.WhoSaid() -> "who said it";
            case FollowUp.Said(var who) -> ("said: " + who.text()).strip();
            case FollowUp.SaidElse(var who) -> ("said else: " + who.text()).strip();
            case FollowUp.More() -> "more";
            case FollowUp.Next() -> "next";
            case FollowUp.HappenedNext() -> "happened next";
            case FollowUp.Meaning() -> "meaning";
            case FollowUp.MoreAbout(var subject) -> "more about: " + subject.text();
            case FollowUp.WhatAbout(var fragment) -> "what about: " + fragment.text();
            case FollowUp.Continued continued -> "continued: " + continued.question().text();
            case FollowUp.QuestionWord(var type) -> "question word: " + type;
            case FollowUp.PronounQuestion pronounQuestion ->
                    "pronoun: " + pronounQuestion.who().text();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does the meeting start?",
                "What did Stoltenberg say when he arrived?",
                "Which countries said that they will send weapons?",
                "Who said that the presence in the Baltic Sea was doubled?",
                "And who is the US ambassador to NATO?",
                "What did Smith say?",
                "What does Smith say about loose talk?",
                "What does interoperability mean?",
                "Are there nuclear weapons in Turkey?",
                "What time is it?",
                "Is it true that Crimea was annexed?",
                "What is more important?",
                "And was Crimea annexed legally?",
                "steadfast noon",
                "Wer ist Julianne Smith?",
                "Was sagt Stoltenberg?",
                "Und wer ist Putin?",
                "Où se réunissent les ministres ?",
                "А кто такой Столтенберг?",
                ""
            })
    void questionsThatAreClearByThemselvesAreNone(String text) {
        assertThat(FollowUpParser.parse(text)).isEmpty();
    }
}
