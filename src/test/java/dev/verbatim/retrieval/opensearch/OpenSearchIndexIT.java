package dev.verbatim.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.PassageIndexContract;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Distribution;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index on a real cluster of one node, which the test starts, or that an environment variable
/// gives the address of. Skipped where there is neither: run it with the Maven profile `cluster`.
@Tag("cluster")
class OpenSearchIndexIT implements PassageIndexContract {

    private static final String ADDRESS = "VERBATIM_CLUSTER_URL";

    private static @Nullable ClusterProcess node;
    private static String url = "";

    @TempDir private static Path home;
    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String given = System.getenv(ADDRESS);
        if (given != null) {
            url = given;
            return;
        }
        assumeTrue(Distribution.NEWEST.isPrepared(), "no node is prepared: mvn -Pcluster verify");
        Member member = Member.of("single");
        node = ClusterProcess.startAlone(Distribution.NEWEST, member, home);
        url = member.url();
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    private static OpenSearchSettings settings(String index) {
        return new OpenSearchSettings(List.of(url), "", "", index, "", 0);
    }

    @Override
    public PassageIndex open() {
        return OpenSearchIndex.openTemporary(settings("test"), IndexFixtures.vectors());
    }

    @Override
    public int updates() {
        return 10;
    }

    /// What is asked before the first article is written, as for its earlier version, isn't an
    /// error.
    @Test
    void theInstanceThatWritesMakesTheIndexWhenItIsFirstAsked() {
        String name = "test-temporary-" + System.nanoTime();
        try (OpenSearchIndex index =
                OpenSearchIndex.open(settings(name), IndexFixtures.vectors(), () -> true)) {
            assertThat(index.article("ships")).isEmpty();
            assertThat(index.passages()).isZero();
        }
    }

    /// Words of which many repeat, so that rarity, length and ties all matter.
    private static final List<String> WORDS =
            List.of(
                    "hafen",
                    "schiff",
                    "schiffe",
                    "brücke",
                    "stadt",
                    "fluss",
                    "minister",
                    "sagte",
                    "heute",
                    "offen",
                    "geschlossen",
                    "bäcker",
                    "brot",
                    "ostsee",
                    "norden",
                    "süden",
                    "fährhafen",
                    "seegras",
                    "seegraswiesen",
                    "zehn",
                    "dreißig",
                    "jahre",
                    "neue",
                    "alte");

    static String sentence(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 4 + random.nextInt(14); i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return "Die " + String.join(" ", words) + ".";
    }

    static Article[] articles(Random random, Locale language) {
        Article[] articles = new Article[30];
        for (int i = 0; i < articles.length; i++) {
            String[] paragraphs = new String[3 + random.nextInt(5)];
            for (int j = 0; j < paragraphs.length; j++) {
                paragraphs[j] = sentence(random) + " " + sentence(random);
            }
            articles[i] = IndexFixtures.article("a" + i, language, paragraphs);
        }
        return articles;
    }

    /// What a question finds on the cluster and in the embedded index.
    record Found(List<Candidate> onCluster, List<Candidate> embedded) {}

    /// Publishes articles on a cluster, which is closed afterwards, and in an embedded index, and
    /// asks both.
    static List<Found> found(
            PassageIndex cluster, Path folder, Article[] articles, List<Question> questions) {
        try (cluster;
                LuceneIndex embedded = LuceneIndex.open(folder, IndexFixtures.vectors())) {
            PassageIndexContract.publish(cluster, articles);
            PassageIndexContract.publish(embedded, articles);
            return questions.stream()
                    .map(
                            question ->
                                    new Found(
                                            cluster.retrieve(question, 10).candidates(),
                                            embedded.retrieve(question, 10).candidates()))
                    .toList();
        }
    }

    @Test
    void rankingsWithoutVectorsAreThoseOfTheEmbeddedIndex() {
        Random random = new Random(7);
        Article[] articles = articles(random, Locale.of("nl"));
        List<Question> questions =
                IntStream.range(0, 200)
                        .mapToObj(_ -> Question.of("Wo ist " + sentence(random)))
                        .toList();

        assertThat(found(open(), folder, articles, questions))
                .hasSize(200)
                .allSatisfy(found -> assertSame(found.onCluster(), found.embedded()));
    }

    private static final List<String> ENGLISH_WORDS =
            List.of(
                    "harbour",
                    "ship",
                    "bridge",
                    "city",
                    "river",
                    "minister",
                    "open",
                    "closed",
                    "baker",
                    "bread",
                    "ten",
                    "thirty",
                    "year",
                    "new",
                    "old",
                    "north",
                    "south");

    /// The cluster has no query that takes the translations of a word for one term; what stands for
    /// it may be wrong about passages that are nearly as good as each other.
    @Test
    void aQuestionInAnotherLanguageRanksPassagesAlmostAsTheEmbeddedIndexDoes() {
        Random random = new Random(7);
        Article[] articles = articles(random, Locale.GERMAN);
        List<Question> questions =
                IntStream.range(0, 100)
                        .mapToObj(_ -> "Where is the " + englishWords(random) + "?")
                        .map(Question::of)
                        .toList();

        double shared =
                found(open(), folder, articles, questions).stream()
                        .mapToDouble(found -> shared(found.onCluster(), found.embedded()))
                        .sum();

        assertThat(shared / 100).isGreaterThan(0.97);
    }

    private static String englishWords(Random random) {
        return String.join(
                " and the ",
                random.ints(4, 0, ENGLISH_WORDS.size()).mapToObj(ENGLISH_WORDS::get).toList());
    }

    /// The share of the expected passages that were found.
    private static double shared(List<Candidate> candidates, List<Candidate> expected) {
        assertThat(candidates).hasSameSizeAs(expected);
        List<Passage> found = candidates.stream().map(Candidate::passage).toList();
        return expected.stream().filter(one -> found.contains(one.passage())).count()
                / (double) expected.size();
    }

    static void assertSame(List<Candidate> candidates, List<Candidate> expected) {
        assertThat(candidates).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Candidate one = candidates.get(i);
            Candidate other = expected.get(i);
            assertThat(one.passage()).isEqualTo(other.passage());
            assertThat(one.score()).isCloseTo(other.score(), within(1e-6));
            assertThat(one.signals().bm25()).isCloseTo(other.signals().bm25(), within(1e-4));
            assertThat(one.signals().coverage()).isEqualTo(other.signals().coverage());
            assertThat(one.signals().sentences()).isEqualTo(other.signals().sentences());
        }
    }
}
