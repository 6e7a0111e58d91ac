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
                    Who said that?                 | WhoSaid
                    Wer hat das gesagt?            | WhoSaid
                    Qui a dit ça ?                 | WhoSaid
                    ¿Quién dijo eso?               | WhoSaid
                    Chi l’ha detto?                | WhoSaid
                    Хто це сказав?                 | WhoSaid
                    Кто это сказал?                | WhoSaid
                    What else did she say?         | SaidElse
                    What else did Smith say?       | SaidElse
                    Was hat sie noch gesagt?       | SaidElse
                    Qu’a-t-il dit d’autre ?        | SaidElse
                    ¿Qué más dijo ella?            | SaidElse
                    Cos’altro ha detto?            | SaidElse
                    Що ще він сказав?              | SaidElse
                    Что ещё она сказала?           | SaidElse
                    Tell me more.                  | More
                    Erzähl mir mehr                | More
                    Quoi d’autre ?                 | More
                    ¿Qué más?                      | More
                    Dimmi di più                   | More
                    Розкажи більше                 | More
                    Подробнее                      | More
                    Go on                          | Next
                    weiter                         | Next
                    What happened next?            | HappenedNext
                    Was geschah dann?              | HappenedNext
                    Что было потом?                | HappenedNext
                    What did he mean by that?      | Meaning
                    Was meinte sie damit?          | Meaning
                    Tell me more about the ships   | MoreAbout
                    Mehr über die Schiffe          | MoreAbout
                    Más sobre los barcos           | MoreAbout
                    Більше про кораблі             | MoreAbout
                    And Finland?                   | WhatAbout
                    and in 2019?                   | WhatAbout
                    What about Sweden?             | WhatAbout
                    And the US?                    | WhatAbout
                    Und Finnland?                  | WhatAbout
                    Et la Finlande ?               | WhatAbout
                    ¿Y Finlandia?                  | WhatAbout
                    E la Finlandia?                | WhatAbout
                    А Фінляндія?                   | WhatAbout
                    А Финляндия?                   | WhatAbout
                    And when?                      | Asking
                    Why is that?                   | Asking
                    How many of them?              | Asking
                    Und wann?                      | Asking
                    Et où ?                        | Asking
                    ¿Y por qué?                    | Asking
                    E quanti?                      | Asking
                    А коли?                        | Asking
                    А почему?                      | Asking
                    When does it start?            | Referring
                    What did she say about China?  | Referring
                    Who condemned it?              | Referring
                    Why does Ukraine want them?    | Referring
                    """)
    void goesBackToWhatWasSaid(String text, String kind) {
        assertThat(FollowUpParser.parse(text))
                .hasValueSatisfying(
                        followUp ->
                                assertThat(followUp.getClass().getSimpleName()).isEqualTo(kind));
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
    void standsByItself(String text) {
        assertThat(FollowUpParser.parse(text)).isEmpty();
    }
}
