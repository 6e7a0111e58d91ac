package dev.verbatim.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.summary.Summary.Sentence;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackReferencesTest {

    private static final String SENTENCES =
            """
            en | Seaham has a new harbour. | The documents show that nobody asked.
            en | Seaham has a new harbour. | Larger ships have to wait outside.
            en | Seaham has a new harbour. | According to the report, nobody asked.
            de | Seeheim hat einen Hafen. | Die Unterlagen zeigen, dass niemand gefragt hat.
            de | Seeheim hat einen Hafen. | Größere Schiffe müssen draußen warten.
            fr | Lille a un nouveau port. | Les documents montrent que personne n’a demandé.
            es | León tiene un puerto nuevo. | Los documentos muestran que nadie preguntó.
            it | Lecce ha un nuovo porto. | I documenti mostrano che nessuno ha chiesto.
            ru | В Твери открыли новый порт. | Документы свидетельствуют, что никто не спрашивал.
            uk | У Львові відкрили новий порт. | Документи свідчать, що ніхто не питав.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SENTENCES)
    void aNounOrAComparisonThatPointsBackDangles(String language, String first, String sentence) {
        Article article = SummaryFixtures.of(Locale.of(language), "article", first, sentence);

        assertThat(only(article, 2).dangles()).isTrue();
        assertThat(both(article).dangles()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SENTENCES)
    void theArticlesOwnFirstMentionStays(String language, String first, String sentence) {
        Article article = SummaryFixtures.of(Locale.of(language), "article", sentence, first);

        assertThat(only(article, 1).dangles()).isFalse();
        assertThat(SummaryFixtures.summary(article, 3)).contains(sentence);
    }

    private static Summary only(Article article, int paragraph) {
        return new Summary(article, List.of(sentence(article, paragraph)));
    }

    private static Summary both(Article article) {
        return new Summary(article, List.of(sentence(article, 1), sentence(article, 2)));
    }

    private static Sentence sentence(Article article, int paragraph) {
        TextSpan span = article.paragraphs().get(paragraph - 1).sentences().getFirst();
        return new Sentence(new Passage(article, paragraph, span), null);
    }
}
