package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkClassifierTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello!                            | GREETING
                    hi there                          | GREETING
                    Good morning, everyone            | GREETING
                    Hey! How are you?                 | GREETING
                    Hallo zusammen                    | GREETING
                    Grüß Gott!                        | GREETING
                    Bonjour                           | GREETING
                    Ça va ?                           | GREETING
                    ¡Hola!                            | GREETING
                    Buenos días                       | GREETING
                    Ciao a tutti                      | GREETING
                    Добрий день!                      | GREETING
                    Привіт всім                       | GREETING
                    Здравствуйте                      | GREETING
                    Thanks a lot!                     | THANKS
                    thank you so much                 | THANKS
                    Ok, thanks                        | THANKS
                    Vielen Dank!                      | THANKS
                    Merci beaucoup                    | THANKS
                    Muchas gracias                    | THANKS
                    Grazie mille                      | THANKS
                    Дуже дякую                        | THANKS
                    Спасибо большое                   | THANKS
                    Bye bye                           | FAREWELL
                    See you later!                    | FAREWELL
                    Auf Wiedersehen                   | FAREWELL
                    Au revoir !                       | FAREWELL
                    Hasta luego                       | FAREWELL
                    Arrivederci                       | FAREWELL
                    До побачення                      | FAREWELL
                    До свидания                       | FAREWELL
                    ok                                | ACKNOWLEDGMENT
                    Okay!                             | ACKNOWLEDGMENT
                    yes                               | ACKNOWLEDGMENT
                    Yes, please                       | ACKNOWLEDGMENT
                    no                                | ACKNOWLEDGMENT
                    lol                               | ACKNOWLEDGMENT
                    Ok, I see.                        | ACKNOWLEDGMENT
                    Alles klar                        | ACKNOWLEDGMENT
                    nein                              | ACKNOWLEDGMENT
                    D’accord                          | ACKNOWLEDGMENT
                    oui oui                           | ACKNOWLEDGMENT
                    ¡Vale!                            | ACKNOWLEDGMENT
                    Sí                                | ACKNOWLEDGMENT
                    va bene                           | ACKNOWLEDGMENT
                    Ні                                | ACKNOWLEDGMENT
                    зрозуміло                         | ACKNOWLEDGMENT
                    да                                | ACKNOWLEDGMENT
                    ладно, понятно                    | ACKNOWLEDGMENT
                    No, thanks                        | THANKS
                    Thanks, ok                        | THANKS
                    hello, ok                         | GREETING
                    Who are you? lol                  | ABOUT_THE_BOT
                    Who are you?                      | ABOUT_THE_BOT
                    Hi, who are you?                  | ABOUT_THE_BOT
                    What can I ask you?               | ABOUT_THE_BOT
                    How does this work?               | ABOUT_THE_BOT
                    help                              | ABOUT_THE_BOT
                    Wer bist du?                      | ABOUT_THE_BOT
                    Qui es-tu ?                       | ABOUT_THE_BOT
                    ¿Qué puedes hacer?                | ABOUT_THE_BOT
                    Chi sei?                          | ABOUT_THE_BOT
                    Що ти вмієш?                      | ABOUT_THE_BOT
                    Кто ты?                           | ABOUT_THE_BOT
                    🙂                                | NO_WORDS
                    👍🏽👍🏽                              | NO_WORDS
                    ???                               | NO_WORDS
                    …                                 | NO_WORDS
                    /artciles                         | UNKNOWN_COMMAND
                    /artciles@verbatim_bot            | UNKNOWN_COMMAND
                    """)
    void classifiesSmallTalk(String message, Answer.Intent intent) {
        assertThat(SmallTalkClassifier.classify(message)).contains(intent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0", "\u200d"})
    void blankMessageHasNoWords(String message) {
        assertThat(SmallTalkClassifier.classify(message)).contains(Answer.Intent.NO_WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who said hello to the minister?",
                "Who thanked the minister?",
                "Hello, where do the ministers meet?",
                "Thanks, and who is Smith?",
                "Who are you quoting?",
                "What are you allowed to do in Brussels?",
                "Help for Ukraine?",
                "What help does Ukraine get?",
                "Is the US testing missiles?",
                "What is a bot?",
                "Are the drills great?",
                "How does the exercise work?",
                "Good morning Vietnam",
                "How are you going to close those gaps, asked Smith?",
                "Wer sagt Hallo zum Minister?",
                "Danke, und wer ist Smith?",
                "Qui a dit bonjour au ministre ?",
                "¿Quién eres tú para Stoltenberg?",
                "Chi sei, Stoltenberg?",
                "Хто сказав привіт міністру?",
                "Кто ты такой, Столтенберг?",
                "NATO",
                "why",
                "ok, and when?",
                "No ships in the Baltic?",
                "yes or no: is Crimea Ukrainian?",
                "there",
                "/artciles about nuclear weapons",
                "2022"
            })
    void phraseInsideAQuestionIsNoSmallTalk(String message) {
        assertThat(SmallTalkClassifier.classify(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdfghjkl",
                "sdfsdfsdf sdfsdf",
                "aaaaaaaaaaaa",
                "йцкнгшщзхфв",
                "aGVsbG8gd29ybGQ1YjJlYzQ5ZjNhN2QK",
                "a1b2c3d4e5f6a7b8c9d0"
            })
    void keyMashingAndEncodedDataAreNoise(String message) {
        assertThat(SmallTalkClassifier.classify(message)).contains(Answer.Intent.NOISE);
    }

    @Test
    void pastedTextIsNoise() {
        String pasted = "What do the ministers say about Ukraine? ".repeat(98);

        assertThat(pasted.length()).isGreaterThan(4_000);
        assertThat(SmallTalkClassifier.classify(pasted)).contains(Answer.Intent.NOISE);
    }

    @Test
    void longQuestionIsAQuestion() {
        String question = "What do the ministers say about Ukraine? ".repeat(40);

        assertThat(SmallTalkClassifier.classify(question)).isEmpty();
    }

    @Test
    void fourThousandEmojiHaveNoWords() {
        assertThat(SmallTalkClassifier.classify("😀".repeat(2_000)))
                .contains(Answer.Intent.NO_WORDS);
    }
}
