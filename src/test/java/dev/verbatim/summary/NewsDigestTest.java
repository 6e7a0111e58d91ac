package dev.verbatim.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.summary.Summary.NewsDigest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NewsDigestTest {

    private static final String OPENED = "The town of Seaham opened its new harbour on Monday.";
    private static final String OPENED_TOO = "On Monday Seaham opened the town’s new harbour.";
    private static final String BOATS = "Forty fishing boats sailed into the basin at noon.";
    private static final String COST = "The council spent nine million pounds on stone alone.";
    private static final String GULLS = "Thousands of gulls nest above the roofs of Dalton.";

    @Test
    void digestHasASentenceOrTwoOfEachArticleInOrder() {
        NewsDigest digest = digest(article("one", OPENED, BOATS, COST), article("two", GULLS));

        assertThat(digest.items()).extracting(item -> item.article().id()).isEqualTo(ids());
        assertThat(digest.items().getFirst().facts()).hasSize(2);
        assertThat(told(digest.items().get(1))).containsExactly(GULLS);
    }

    private static List<String> ids() {
        return List.of("one", "two");
    }

    @Test
    void sameFactOfTwoArticlesIsGrouped() {
        NewsDigest digest =
                digest(article("one", OPENED, BOATS), article("two", OPENED_TOO, COST, GULLS));

        NewsDigest.Fact fact = digest.items().getFirst().facts().getFirst();
        assertThat(fact.sentence().text()).isEqualTo(OPENED);
        assertThat(fact.elsewhere()).extracting(Summary.Sentence::text).containsExactly(OPENED_TOO);
        assertThat(told(digest.items().get(1))).doesNotContain(OPENED_TOO).isNotEmpty();
    }

    @Test
    void articleWithoutOtherNewsHasNoItem() {
        NewsDigest digest = digest(article("one", OPENED, BOATS), article("two", OPENED_TOO));

        assertThat(digest.items()).extracting(item -> item.article().id()).containsExactly("one");
    }

    @Test
    void sentenceThatDependsOnAGroupedOneIsOmitted() {
        NewsDigest digest =
                digest(
                        article("one", OPENED, BOATS),
                        article("two", OPENED_TOO, "It had been planned for eleven years."));

        assertThat(digest.items()).extracting(item -> item.article().id()).containsExactly("one");
    }

    @Test
    void digestOfNothingIsEmpty() {
        assertThat(digest().items()).isEmpty();
        assertThat(digest(article("one", "He came.")).items()).isEmpty();
    }

    private static NewsDigest digest(Article... articles) {
        return SummaryFixtures.BY_WORDS.digest(List.of(articles));
    }

    private static Article article(String id, String... paragraphs) {
        return SummaryFixtures.of(Locale.ENGLISH, id, paragraphs);
    }

    private static List<String> told(NewsDigest.Item item) {
        return item.facts().stream().map(fact -> fact.sentence().text()).toList();
    }
}
