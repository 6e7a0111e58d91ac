package dev.verbatim.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryCuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | He was born in Leeds.",
                "en | “It’s a disgrace,” said Jane Doe.",
                "en | Their boats were lost.",
                "en | This has not been seen before.",
                "en | These ships are old.",
                "en | But nobody came.",
                "en | However, nobody came.",
                "en | As a result, nobody came.",
                "en | In this, the town is alone.",
                "en | Some of them never came back.",
                "en | After that the pier was closed.",
                "en | In 1995, she left for London.",
                "en | On Monday, he went home.",
                "en | Two weeks later the pier was closed.",
                "en | The two were never seen again.",
                "en | Doe: Yes, we were there.",
                "en | The rest of it was sold.",
                "en | A second ship followed at noon.",
                "en | Even more people came on Sunday.",
                "de | Der Rest wurde verkauft.",
                "de | Ein weiteres Schiff folgte am Mittag.",
                "fr | Le reste a été vendu.",
                "fr | Un deuxième navire a suivi à midi.",
                "es | El resto se vendió ayer.",
                "es | Un segundo barco llegó al mediodía.",
                "it | Il resto è stato venduto.",
                "it | Un secondo battello è arrivato a mezzogiorno.",
                "ru | Остальное продали вчера.",
                "ru | Ещё один корабль пришёл в полдень.",
                "uk | Решта була продана вчора.",
                "uk | Ще один корабель прийшов опівдні.",
                "de | Er wurde in Leeds geboren.",
                "de | Danach wurde die Mole geschlossen.",
                "de | Außerdem kam niemand.",
                "es | Sin embargo, no vino nadie.",
                "es | Ella nació en León.",
                "fr | Il est né à Lille.",
                "fr | C’est la première fois.",
                "fr | En revanche, personne n’est venu.",
                "it | Lui è nato a Lecce.",
                "it | Tuttavia non è venuto nessuno.",
                "ru | Он родился в Твери.",
                "ru | Однако никто не пришёл.",
                "uk | Вона народилася у Львові.",
                "uk | Однак ніхто не прийшов."
            })
    void recognisesDependentSentences(String language, String sentence) {
        assertThat(SummaryCues.of(Locale.of(language)).dependsOnPrevious(sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The documents show that nobody asked. | true",
                "en | The two men were never seen again. | true",
                "en | According to the report, nobody asked. | true",
                "en | The documents of the court show that nobody asked. | false",
                "en | The company Siemens opened a plant. | false",
                "en | The harbour cost nine million pounds. | false",
                "de | Die Unterlagen zeigen, dass niemand gefragt hat. | true",
                "de | Die Unterlagen des Gerichts zeigen das. | false",
                "de | Die Firma Siemens eröffnet ein Werk. | false",
                "fr | L’étude montre que personne n’a demandé. | true",
                "fr | Les documents du tribunal le montrent. | false",
                "es | Los documentos muestran que nadie preguntó. | true",
                "es | Los documentos del tribunal lo muestran. | false",
                "it | I documenti mostrano che nessuno ha chiesto. | true",
                "it | I documenti del tribunale lo mostrano. | false",
                "ru | Документы свидетельствуют, что никто не спрашивал. | true",
                "ru | Документы суда опубликованы вчера. | false",
                "uk | Документи свідчать, що ніхто не питав. | true",
                "uk | Документи суду оприлюднили вчора. | false"
            })
    void recognisesNounsThatWereIntroducedBefore(
            String language, String sentence, boolean pointsBack) {
        var cues = SummaryCues.of(Locale.of(language));

        assertThat(cues.namesSomethingBefore(sentence, _ -> false)).isEqualTo(pointsBack);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Larger ships have to wait outside. | true",
                "en | The smaller harbour was closed. | true",
                "en | An even bigger ship is being built. | true",
                "en | Larger ships than ever have to wait outside. | false",
                "en | The largest ship has to wait outside. | false",
                "de | Größere Schiffe müssen draußen warten. | true",
                "de | Der kleinere Hafen wurde geschlossen. | true",
                "de | Größere Schiffe als je zuvor warten. | false",
                "de | Der größte Hafen wurde geschlossen. | false",
                "fr | Une meilleure solution est possible. | true",
                "fr | Le plus grand navire attend dehors. | false",
                "es | Una mejor solución es posible. | true",
                "es | El mejor puerto del país está cerrado. | false",
                "it | Una migliore soluzione è possibile. | true",
                "it | Il migliore porto del paese è chiuso. | false",
                "ru | Меньший порт закрыли в понедельник. | true",
                "ru | Более ста кораблей ждут снаружи. | false",
                "uk | Менший порт закрили в понеділок. | true",
                "uk | Більше ста кораблів чекають назовні. | false"
            })
    void recognisesComparisonsWithWhatWasSaidBefore(
            String language, String sentence, boolean pointsBack) {
        var cues = SummaryCues.of(Locale.of(language));

        assertThat(cues.comparesWithSomethingBefore(sentence)).isEqualTo(pointsBack);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The Second World War began in 1939.",
                "en | A third of the ships were old.",
                "en | The town opened its harbour.",
                "en | This week the town opened its harbour.",
                "en | So far nobody has come.",
                "en | On Monday, the mayor went home.",
                "en | When Jane Doe arrived, she was tired.",
                "en | Those who came were tired.",
                "en | There is no pier.",
                "en | So-called ghost ships were seen.",
                "de | Die Stadt hat einen Hafen eröffnet.",
                "de | Das Schiff kam am Montag an.",
                "de | Dieses Jahr kam niemand.",
                "es | La ciudad abrió su puerto.",
                "fr | Le port a ouvert lundi.",
                "fr | Cette semaine, le port a ouvert.",
                "it | La città ha aperto il porto.",
                "it | Quest’anno non è venuto nessuno.",
                "ru | Город открыл новый порт.",
                "uk | Місто відкрило новий порт.",
                "pl | On urodził się w Krakowie."
            })
    void recognisesIndependentSentences(String language, String sentence) {
        assertThat(SummaryCues.of(Locale.of(language)).dependsOnPrevious(sentence)).isFalse();
    }
}
