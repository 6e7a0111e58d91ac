package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.SampleText;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The patterns of quotation in the other languages that have a lexicon. The people are invented.
class QuotationLanguagesTest {

    @Test
    void german() {
        var text =
                new SampleText(
                        """
                        „Wir sind bereit“, sagte Außenministerin Anna Berger am Montag. „Es eilt“, fügte sie hinzu.
                        Der Sprecher der Polizei, Max Muster, sagte: „Die Lage ist ruhig.“
                        „Das reicht nicht“, so Berger. Laut Muster ist die Straße wieder frei.
                        Berger betonte, dass die Hilfe bald komme. Sie nannte den Plan „einen ersten Schritt“.
                        »Wir haben«, sagte Muster, »alles versucht.«
                        Der Roman „Der lange Weg“ erschien 1990.
                        """,
                        Locale.GERMAN);

        assertThat(text.attributed())
                .containsExactly(
                        "Anna Berger (Außenministerin): „Wir sind bereit“",
                        "Anna Berger (Außenministerin): „Es eilt“",
                        "Max Muster (Sprecher der Polizei): „Die Lage ist ruhig.“",
                        "Anna Berger (Außenministerin): „Das reicht nicht“",
                        "Max Muster (Sprecher der Polizei): ist die Straße wieder frei",
                        "Anna Berger (Außenministerin): die Hilfe bald komme",
                        "Anna Berger (Außenministerin): „einen ersten Schritt“",
                        "Max Muster (Sprecher der Polizei): »Wir haben«",
                        "Max Muster (Sprecher der Polizei): »alles versucht.«");
    }

    @Test
    void french() {
        var text =
                new SampleText(
                        """
                        « Nous sommes prêts », a déclaré la ministre de la Santé, Claire Dubois. « C’est urgent », a-t-elle ajouté.
                        Selon Paul Lefèvre, directeur de l’institut, les résultats sont bons.
                        « Rien n’est perdu », explique Lefèvre. « Il faut agir », dit-il.
                        Dubois a affirmé que le travail continuerait. Elle a qualifié le plan de « premier pas ».
                        « Nous avons, a précisé Lefèvre, tout essayé. »
                        Le film « Le Long Chemin » sort demain.
                        """,
                        Locale.FRENCH);

        assertThat(text.attributed())
                .containsExactly(
                        "Claire Dubois (ministre de la Santé): « Nous sommes prêts »",
                        "Claire Dubois (ministre de la Santé): « C’est urgent »",
                        "Paul Lefèvre (directeur de l’institut): les résultats sont bons",
                        "Paul Lefèvre (directeur de l’institut): « Rien n’est perdu »",
                        "Paul Lefèvre (directeur de l’institut): « Il faut agir »",
                        "Claire Dubois (ministre de la Santé): le travail continuerait",
                        "Claire Dubois (ministre de la Santé): « premier pas »",
                        "Paul Lefèvre (directeur de l’institut): « Nous avons,",
                        "Paul Lefèvre (directeur de l’institut): tout essayé. »");
    }

    @Test
    void spanish() {
        var text =
                new SampleText(
                        """
                        «Estamos listos», dijo la ministra de Sanidad, Clara Romero. «Es urgente», añadió.
                        Según Pablo Vega, director del instituto, los resultados son buenos.
                        “Nada está perdido”, explicó Vega. Romero calificó el plan de “primer paso”.
                        Juan de la Torre, presidente del sindicato, aseguró que “el trabajo sigue”. "No hay duda", insistió De la Torre.
                        El alcalde afirmó que la obra seguirá.
                        """,
                        Locale.of("es"));

        assertThat(text.attributed())
                .containsExactly(
                        "Clara Romero (ministra de Sanidad): «Estamos listos»",
                        "Clara Romero (ministra de Sanidad): «Es urgente»",
                        "Pablo Vega (director del instituto): los resultados son buenos",
                        "Pablo Vega (director del instituto): “Nada está perdido”",
                        "Clara Romero (ministra de Sanidad): “primer paso”",
                        "Juan de la Torre (presidente del sindicato): “el trabajo sigue”",
                        "Juan de la Torre (presidente del sindicato): \"No hay duda\"",
                        "El alcalde: la obra seguirá");
    }

    @Test
    void italian() {
        var text =
                new SampleText(
                        """
                        «Siamo pronti», ha detto la ministra della Salute, Chiara Fontana. «È urgente», ha aggiunto.
                        Secondo Paolo Riva, direttore dell’istituto, i risultati sono buoni.
                        “Nulla è perduto”, spiega Riva. Fontana ha definito il piano “un primo passo”.
                        "Non ci sono dubbi", ha detto il presidente del sindacato Marco Galli.
                        Il sindaco ha affermato che il lavoro continuerà.
                        """,
                        Locale.ITALIAN);

        assertThat(text.attributed())
                .containsExactly(
                        "Chiara Fontana (ministra della Salute): «Siamo pronti»",
                        "Chiara Fontana (ministra della Salute): «È urgente»",
                        "Paolo Riva (direttore dell’istituto): i risultati sono buoni",
                        "Paolo Riva (direttore dell’istituto): “Nulla è perduto”",
                        "Chiara Fontana (ministra della Salute): “un primo passo”",
                        "Marco Galli (presidente del sindacato): \"Non ci sono dubbi\"",
                        "Il sindaco: il lavoro continuerà");
    }

    @Test
    void ukrainian() {
        var text =
                new SampleText(
                        """
                        «Ми готові», — сказала міністерка освіти Олена Шевченко. «Це терміново», — додала вона.
                        За словами Івана Петренка, директора інституту, результати добрі.
                        Петренко зазначив, що роботи триватимуть до осені. «Нічого не втрачено», — наголосив він.
                        Речник поліції повідомив: «Дорога знову вільна».
                        «Ми готові, — сказала Шевченко. — Починаємо завтра».
                        """,
                        Locale.of("uk"));

        assertThat(text.attributed())
                .containsExactly(
                        "Олена Шевченко (міністерка освіти): «Ми готові»",
                        "Олена Шевченко (міністерка освіти): «Це терміново»",
                        "Івана Петренка (директора інституту): результати добрі",
                        "Івана Петренка (директора інституту): роботи триватимуть до осені",
                        "Івана Петренка (директора інституту): «Нічого не втрачено»",
                        "Речник поліції: «Дорога знову вільна»",
                        "Олена Шевченко (міністерка освіти): «Ми готові,",
                        "Олена Шевченко (міністерка освіти): Починаємо завтра»");
    }

    @Test
    void russian() {
        var text =
                new SampleText(
                        """
                        «Мы готовы», — сказала министр образования Елена Смирнова. «Это срочно», — добавила она.
                        По словам Ивана Петрова, директора института, результаты хорошие.
                        Петров отметил, что работы продлятся до осени. «Ничего не потеряно», — подчеркнул он.
                        Представитель полиции сообщил: «Дорога снова свободна».
                        «Мы готовы, — сказала Смирнова. — Начинаем завтра».
                        """,
                        Locale.of("ru"));

        assertThat(text.attributed())
                .containsExactly(
                        "Елена Смирнова (министр образования): «Мы готовы»",
                        "Елена Смирнова (министр образования): «Это срочно»",
                        "Ивана Петрова (директора института): результаты хорошие",
                        "Ивана Петрова (директора института): работы продлятся до осени",
                        "Ивана Петрова (директора института): «Ничего не потеряно»",
                        "Представитель полиции: «Дорога снова свободна»",
                        "Елена Смирнова (министр образования): «Мы готовы,",
                        "Елена Смирнова (министр образования): Начинаем завтра»");
    }

    @Test
    void languageWithoutLexiconHasNoSpeakers() {
        var text = new SampleText("“Het werkt heel goed vandaag.”", Locale.of("nl"));

        assertThat(text.attributed()).containsExactly("?: “Het werkt heel goed vandaag.”");
    }
}
