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

    private static final String[] FRENCH = {
        "Chloé: salut tout le monde, on fait la fête des voisins quand ?",
        "Hugo: vendredi soir ça me va",
        "Inès: pareil",
        "Chloé: ok alors la fête des voisins c'est vendredi 29 à 19h",
        "Hugo: parfait",
        "Inès: 👍",
        "Marc: moi je viens en hélicoptère avec Beyoncé 😂",
        "Hugo: mdr",
        "40",
        "Inès: qui a une rallonge électrique ?",
        "Hugo: j'apporte la rallonge et deux lampes",
        "Inès: merci Hugo !",
        "70",
        "Chloé: quelqu'un a le numéro du gardien ?",
        "Marc: demande au père noël",
        "90",
        "Chloé: mauvaise nouvelle, vendredi la cour est en travaux",
        "Inès: oh non",
        "Chloé: finalement on décale : la fête des voisins est samedi 30 à 18h, vendredi c'est annulé",
        "Hugo: ok pour moi",
        "Inès: d'accord",
        "50",
        "Hugo: à quelle heure ferme la cave ?",
        "Inès: elle ferme à 22h",
        "30",
        "Inès: je m'occupe des affiches demain matin",
        "Hugo: on prévoit des jeux pour les enfants ?",
        "120",
        "Marc: bonne nuit",
    };

    private static final String[] ITALIAN = {
        "Giulia: ciao a tutti, quando facciamo la gita al lago?",
        "Marco: domenica per me va bene",
        "Sara: anche per me",
        "Giulia: allora la gita al lago è domenica 14 alle nove",
        "Marco: perfetto",
        "Sara: +1",
        "Luca: io porto un sottomarino e un delfino, ahah",
        "Marco: ahahah",
        "45",
        "Sara: chi può portare il fornello?",
        "Marco: porto io il fornello e le pentole",
        "Sara: grazie!",
        "80",
        "Marco: qualcuno sa se il parcheggio è a pagamento?",
        "Luca: boh",
        "90",
        "Giulia: brutte notizie, domenica danno temporali tutto il giorno",
        "Sara: peccato",
        "Giulia: cambio di programma: la gita al lago è sabato 20 alle dieci, domenica è annullata",
        "Marco: va bene",
        "Sara: d'accordo",
        "60",
        "Sara: a che ora parte il traghetto?",
        "Marco: parte alle undici e un quarto",
        "30",
        "Giulia: prenoto io i biglietti stasera",
        "150",
        "Luca: notte",
    };

    @Test
    void frenchChat() {
        Catchup catchup = catchup(FRENCH);

        assertHolds(catchup, "vendredi 29 à 19h", "samedi 30 à 18h");
        assertHas(catchup.actions(), "j'apporte la rallonge", "je m'occupe des affiches");
        assertLacks(catchup.actions(), "hélicoptère");
        assertHas(open(catchup), "le numéro du gardien", "des jeux pour les enfants");
        assertLacks(open(catchup), "rallonge", "la fête des voisins quand", "ferme la cave");
    }

    @Test
    void italianChat() {
        Catchup catchup = catchup(ITALIAN);

        assertHolds(catchup, "domenica 14 alle nove", "sabato 20 alle dieci");
        assertHas(catchup.actions(), "porto io il fornello", "prenoto io i biglietti");
        assertLacks(catchup.actions(), "sottomarino");
        assertHas(open(catchup), "il parcheggio è a pagamento");
        assertLacks(open(catchup), "portare il fornello", "quando facciamo", "parte il traghetto");
    }

    @Test
    void fewOfTheTasksAreNone() {
        assertPrecise(RUSSIAN, "валика", "заберу краску");
        assertPrecise(SPANISH, "llevo las sillas", "compro el arroz");
        assertPrecise(ENGLISH, "i'll print them", "bring two tables");
        assertPrecise(MIXED, "грабли");
        assertPrecise(FRENCH, "j'apporte la rallonge", "je m'occupe des affiches");
        assertPrecise(ITALIAN, "porto io il fornello", "prenoto io i biglietti");
    }

    /// That at least 70 % of the tasks shown are some.
    private static void assertPrecise(String[] chat, String... tasks) {
        List<ChatMessage> shown = catchup(chat).actions();
        long right =
                shown.stream()
                        .filter(one -> Stream.of(tasks).anyMatch(one.text()::contains))
                        .count();

        assertThat(right).isGreaterThanOrEqualTo((shown.size() * 7 + 9) / 10);
    }

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
        for (String[] chat : List.of(RUSSIAN, SPANISH, ENGLISH, MIXED, FRENCH, ITALIAN)) {
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
