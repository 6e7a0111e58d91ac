package dev.verbatim.group.catchup;

import static dev.verbatim.group.catchup.CatchupFixture.catchup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whole chats as groups write them, with keys of what a reader who was away must be told.
class KeyedChatsTest {

    private static final String[] RUSSIAN = {
        "Оля: всем привет! когда едем на дачу красить забор?",
        "Паша: суббота ок",
        "Лена: мне тоже",
        "Оля: хорошо, тогда красим забор в субботу 12-го в десять",
        "Паша: +1",
        "Лена: 👍",
        "Гоша: я приеду на танке и покрашу всё за минуту 😂",
        "Лена: ахаха",
        "40",
        "Паша: у кого есть валики?",
        "Лена: я привезу три валика",
        "Оля: спасибо Лена!",
        "90",
        "Оля: плохие новости, в субботу обещают ливень весь день",
        "Паша: ну вот",
        "Оля: переносим: забор красим в воскресенье 13-го в одиннадцать, суббота отпадает",
        "Лена: хорошо",
        "Паша: я за",
        "30",
        "Оля: а кто заберёт краску со склада?",
        "Паша: заберу краску в пятницу после работы",
        "60",
        "Лена: где ключ от сарая?",
        "Гоша: у дракона под подушкой, лол",
        "120",
        "Паша: всем пока",
    };

    private static final String[] SPANISH = {
        "Ana: buenas, cuándo hacemos la paella del barrio?",
        "Luis: el sábado me va bien",
        "Marta: a mí también",
        "Ana: vale, entonces la paella es el sábado 20 a las dos",
        "Luis: perfecto",
        "Marta: +1",
        "Pepe: yo traigo una ballena entera, jajaja",
        "Luis: jajaja",
        "45",
        "Marta: quién puede llevar las sillas?",
        "Luis: yo llevo las sillas el viernes por la tarde",
        "Marta: gracias!",
        "120",
        "Ana: malas noticias, el sábado cortan la plaza por la carrera",
        "Luis: vaya",
        "Ana: cambio de planes: la paella se pasa al domingo 21 a las tres, el sábado se cancela",
        "Marta: de acuerdo",
        "Luis: vale",
        "60",
        "Marta: alguien sabe si hay agua en la plaza?",
        "Luis: ni idea",
        "180",
        "Ana: compro el arroz mañana por la mañana",
    };

    private static final String[] ENGLISH = {
        "Ruth: morning. which day is the jumble sale then?",
        "Sam: friday's ok",
        "Ivy: works for me",
        "Ruth: right, the jumble sale is on friday the 5th at four",
        "Sam: agreed",
        "Ivy: +1",
        "Max: i'll sell my left kidney there, two for one",
        "Ivy: lol",
        "50",
        "Sam: who has the cash box?",
        "Max: the queen took it, lol",
        "50",
        "Ivy: can somebody print the posters?",
        "Sam: i'll print them tonight at work",
        "Ivy: thanks sam",
        "90",
        "Ruth: the hall called, friday is taken by the choir",
        "Sam: oh no",
        "Ruth: ok so not friday: the jumble sale is on saturday the 6th at two instead",
        "Ivy: fine",
        "Sam: fine with me",
        "90",
        "Ivy: should we ask for an entrance fee?",
        "Sam: i'd say yes",
        "Ruth: let's leave that open until the meeting",
        "60",
        "Ruth: i can bring two tables on saturday morning",
    };

    private static final String[] MIXED = {
        "Iryna: добрий день! коли збираємось на прибирання двору?",
        "Oleg: в субботу могу",
        "Tom: saturday works for me",
        "Iryna: добре, тоді прибираємо двір у суботу 9-го о десятій",
        "Oleg: +1",
        "Tom: +1",
        "45",
        "Tom: does anybody have a second rake?",
        "Oleg: я принесу две грабли из гаража",
        "Tom: thanks Oleg!",
        "90",
        "Oleg: я ещё приведу слона, он уберёт всё, ахаха",
        "Tom: haha",
        "120",
        "Iryna: у суботу дощ, переносимо: прибираємо двір у неділю 10-го о дванадцятій",
        "Tom: sounds good",
        "Oleg: согласен",
        "60",
        "Tom: who has the key for the gate?",
        "Oleg: не знаю",
    };

    @Test
    void russianChat() {
        Catchup catchup = catchup(RUSSIAN);

        assertHolds(catchup, "в субботу 12-го", "в воскресенье 13-го");
        assertHas(catchup.actions(), "я привезу три валика", "заберу краску в пятницу");
        assertLacks(catchup.actions(), "на танке");
        assertHas(open(catchup), "где ключ от сарая");
        assertLacks(open(catchup), "у кого есть валики", "кто заберёт краску", "когда едем");
    }

    @Test
    void spanishChat() {
        Catchup catchup = catchup(SPANISH);

        assertHolds(catchup, "el sábado 20 a las dos", "al domingo 21");
        assertHas(catchup.actions(), "yo llevo las sillas", "compro el arroz");
        assertLacks(catchup.actions(), "ballena");
        assertHas(open(catchup), "si hay agua en la plaza");
        assertLacks(open(catchup), "llevar las sillas", "cuándo hacemos");
    }

    @Test
    void englishChat() {
        Catchup catchup = catchup(ENGLISH);

        assertHolds(catchup, "on friday the 5th", "on saturday the 6th");
        assertHas(catchup.actions(), "i'll print them tonight", "i can bring two tables");
        assertLacks(catchup.actions(), "kidney");
        assertHas(open(catchup), "who has the cash box", "should we ask for an entrance fee");
        assertLacks(open(catchup), "print the posters", "which day");
    }

    @Test
    void chatInThreeLanguages() {
        Catchup catchup = catchup(MIXED);

        assertHolds(catchup, "у суботу 9-го", "у неділю 10-го");
        assertHas(catchup.actions(), "две грабли");
        assertLacks(catchup.actions(), "слона");
        assertHas(open(catchup), "who has the key for the gate");
        assertLacks(open(catchup), "second rake", "коли збираємось");
    }

    @Test
    void mostOfWhatIsSaidInShortLinesIsInATopic() {
        for (String[] chat : List.of(RUSSIAN, SPANISH, ENGLISH, MIXED)) {
            Catchup catchup = catchup(chat);

            int inTopics = catchup.topics().stream().mapToInt(Catchup.Topic::messages).sum();
            assertThat(inTopics).isGreaterThanOrEqualTo(catchup.messages() * 6 / 10);
        }
    }

    /// That both decisions are there, and the later one is said to supersede the earlier one.
    private static void assertHolds(Catchup catchup, String earlier, String later) {
        assertHas(catchup.decisions(), earlier, later);
        assertThat(catchup.superseded())
                .containsEntry(idOf(catchup, earlier), idOf(catchup, later));
    }

    private static long idOf(Catchup catchup, String words) {
        return catchup.decisions().stream()
                .filter(message -> message.text().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<ChatMessage> open(Catchup catchup) {
        return catchup.openQuestions().stream().map(Catchup.OpenQuestion::question).toList();
    }

    private static void assertHas(Collection<ChatMessage> messages, String... words) {
        Stream.of(words)
                .forEach(
                        one ->
                                assertThat(messages)
                                        .extracting(ChatMessage::text)
                                        .anyMatch(text -> text.contains(one)));
    }

    private static void assertLacks(Collection<ChatMessage> messages, String... words) {
        Stream.of(words)
                .forEach(
                        one ->
                                assertThat(messages)
                                        .extracting(ChatMessage::text)
                                        .noneMatch(text -> text.contains(one)));
    }
}
