package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.catchup;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How people ask, decide and promise, in the languages they chat in.
class CueLanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    does anybody know where the key is
                    how do i mount the second disk
                    any idea what this error means
                    weiß jemand wann das Treffen beginnt
                    kannst du mir die Datei schicken
                    est-ce que quelqu'un a la clé du local
                    comment on ouvre ce fichier
                    alguien sabe dónde está la llave
                    sapete a che ora comincia la riunione
                    кто-нибудь знает где ключ от зала
                    хтось знає де ключ від зали
                    When does the train leave?
                    """)
    void recognizesQuestions(String text) {
        assertThat(questions(text)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I know where the key is
                    When it rains, the roof leaks.
                    See https://example.org/search?q=key
                    It costs 30 (or 28?) a month
                    /ask who wrote it?
                    wtf?
                    Ich weiß wann das Treffen beginnt
                    Je sais où est la clé
                    Sé dónde está la llave
                    Что тут написано, я знаю
                    Що краще, те й беремо
                    Не знаю, где ключ от зала
                    Не знаю, де ключ від зали
                    No sé nada, cuándo llega ya lo dirán
                    Какой красивый закат!
                    How do they always win!
                    """)
    void rejectsWhatIsNoQuestion(String text) {
        assertThat(questions(text)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Decided then: Thursday at six in the library
                    Let's go with the blue cover
                    We'll go with version two for the release
                    RESOLVED: publish the draft next week
                    #agreed the chair rotates every month
                    Also beschlossen: Donnerstag um sechs in der Bibliothek
                    Bon, c'est décidé, on se voit jeudi à la bibliothèque
                    Entonces quedamos en vernos el jueves en la biblioteca
                    Abbiamo deciso di vederci giovedì in biblioteca
                    Решено: встречаемся в четверг, будет чай
                    Вирішено: зустрічаємось у четвер у бібліотеці
                    Вирішили, що зустрічаємось у четвер
                    Решили, что встречаемся в четверг
                    Решили, кто едет: Оля и Саша
                    """)
    void recognizesDecisions(String text) {
        assertThat(catchup("Clara: " + text).decisions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    We have not decided on the cover yet
                    Nothing was decided about the date
                    Let's see what the weather is like
                    Who decided that the room is red?
                    Wir haben noch nichts entschieden, was die Bücher angeht
                    """)
    void rejectsWhatIsNoDecision(String text) {
        assertThat(catchup("Clara: " + text).decisions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I'll bring the numbers on production
                    I will write to the publisher tonight
                    Ben, can you please check the invoice
                    TODO ask the library for a room
                    Please send the list by Friday
                    Ich kümmere mich um die Getränke
                    Je m'occupe des boissons pour jeudi
                    Yo me encargo de las bebidas del jueves
                    Ci penso io alle bevande per giovedì
                    Я подготовлю список книг, которые есть
                    Я підготую список книжок
                    Зроблю до понеділка
                    Сделаю всё до понедельника
                    """)
    void recognizesTasks(String text) {
        assertThat(catchup("Clara: " + text, "Ben: The tea is cold").actions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I'll never understand that chapter
                    The publisher wrote to the library
                    I'll be right back
                    Das Kapitel war lang und langweilig
                    """)
    void rejectsWhatIsNoTask(String text) {
        assertThat(catchup("Clara: " + text, "Ben: The tea is cold").actions()).isEmpty();
    }

    private static int questions(String text) {
        Catchup catchup = catchup("Clara: " + text);
        return catchup.openQuestions().size() + catchup.answeredQuestions().size();
    }
}
