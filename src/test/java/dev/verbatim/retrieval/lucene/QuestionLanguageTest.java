package dev.verbatim.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionLanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does Smith say about loose talk?",
                "nato ships baltic sea",
                "Who is Angela Merkel?",
                "how many warheads",
                "When did die Welt report it?",
                "IRIS-T",
                ""
            })
    void mayBeEnglish(String question) {
        assertThat(QuestionLanguage.mayBeEnglish(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wer hat in diesem Jahr gewonnen?",
                "Wie viele Schiffe sind in der Ostsee?",
                "¿Cuántos barcos hay en el mar Báltico?",
                "Combien de navires y a-t-il dans la mer Baltique ?",
                "Quante navi ci sono nel mar Baltico?",
                "Скільки кораблів у Балтійському морі?",
                "Сколько кораблей в Балтийском море?",
                "有多少艘船?"
            })
    void isNotEnglish(String question) {
        assertThat(QuestionLanguage.mayBeEnglish(question)).isFalse();
    }
}
