package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRecognizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And when?",
                "and when",
                "why",
                "what did she say about that",
                "ok, and how many ships are there",
                "which countries agreed",
                "tell me more",
                "go on",
                "who said that",
                "She said that? Really?",
                "Is it true that they left?",
                "Who are you?",
                "Wer hat das gesagt",
                "Что она сказала？",
                "कौन?"
            })
    void recognizesWhatAsks(String message) {
        assertThat(Answerer.asks(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1",
                "wow",
                "wow 30!",
                "👍",
                "😂😂",
                "lol",
                "ok",
                "thanks!",
                "danke dir",
                "Спасибо!",
                "I don't think that's right, Mara",
                "Interesting. I was there last year and saw none.",
                "what a day",
                "What a mess that was",
                "how about that!",
                "and yes, she was there",
                "see https://example.org/?id=3&a=b",
                "That's what she said",
                "Nonsense, they never left."
            })
    void leavesRemarksToThePeople(String message) {
        assertThat(Answerer.asks(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and in Poland",
                "And in the Baltic Sea",
                "ok, and Germany",
                "and Ann Smith",
                "and in 2019",
                "and in poland",
                "and the tanks",
                "what about Germany",
                "what about germany",
                "how about the ships",
                "und in Polen",
                "und Deutschland",
                "und die Schiffe",
                "was ist mit Deutschland",
                "et en Pologne",
                "et l'Allemagne",
                "et pour l'Allemagne",
                "y en Polonia",
                "y Alemania",
                "qué hay de Alemania",
                "e in Polonia",
                "e la Germania",
                "che ne è di Berlino",
                "а в Польше",
                "а Германия",
                "как насчёт Германии",
                "а у Польщі",
                "а Німеччина",
                "а як щодо Німеччини"
            })
    void recognizesWhatOnlyNamesSomethingNew(String message) {
        assertThat(Answerer.asks(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and rightly so",
                "and in fact",
                "and in the end nobody came",
                "and for good reason",
                "and I agree",
                "and Mara agrees",
                "and Mara is right",
                "and now",
                "and you",
                "and Germany!",
                "how about no",
                "how about that",
                "how about we meet at five",
                "also Quatsch",
                "und Mara hat recht",
                "und zu Recht",
                "und tschüss",
                "et en plus",
                "et moi",
                "y con razón",
                "e alla fine",
                "а на самом деле",
                "и я тоже",
                "а Мара согласна",
                "а насправді",
                "і я теж"
            })
    void leavesRemarksThatBeginAlike(String message) {
        assertThat(Answerer.asks(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks!", "danke dir", "Спасибо!", "merci"})
    void knowsThanks(String message) {
        assertThat(Answerer.thanks(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "lol", "thanks to NATO", "Who thanks whom?"})
    void knowsWhatIsNoThanks(String message) {
        assertThat(Answerer.thanks(message)).isFalse();
    }
}
