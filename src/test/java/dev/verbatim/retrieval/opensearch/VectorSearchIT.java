package dev.verbatim.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.verbatim.article.Article;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.PassageIndexContract;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Distribution;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index on a real cluster whose k-NN plugin searches the vectors. Skipped where none can be
/// started: run it with the Maven profile `cluster`.
@Tag("cluster")
class VectorSearchIT implements PassageIndexContract {

    private static @Nullable ClusterProcess node;
    private static String url = "";

    @TempDir private static Path home;
    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Distribution.WITH_KNN.isPrepared(), "no node is prepared: mvn -Pcluster verify");
        Member member = Member.of("vectors");
        node = ClusterProcess.startAlone(Distribution.WITH_KNN, member, home);
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

    @Test
    void theClusterSearchesTheVectors() {
        var settings = settings("seen");
        try (OpenSearchIndex index =
                        OpenSearchIndex.open(settings, IndexFixtures.vectors(), () -> true);
                var client = new OpenSearchClient(settings)) {
            PassageIndexContract.publish(index, SHIPS, BREAD);

            assertThat(new ClusterIndexes(client, settings, "model 1/gloss1").served(false).dense())
                    .isTrue();
        }
    }

    @Test
    void rankingsByWordsAndVectorsAreThoseOfTheEmbeddedIndex() {
        Random random = new Random(7);
        Article[] articles = OpenSearchIndexIT.articles(random, Locale.ENGLISH);
        List<Question> questions =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        new Question(
                                                "Where is " + OpenSearchIndexIT.sentence(random),
                                                i % 4 == 0 ? Set.of("a3", "a7") : Set.of()))
                        .toList();

        assertThat(OpenSearchIndexIT.found(open(), folder, articles, questions))
                .hasSize(200)
                .allSatisfy(found -> assertSame(found.onCluster(), found.embedded()));
    }

    private static void assertSame(List<Candidate> candidates, List<Candidate> expected) {
        OpenSearchIndexIT.assertSame(candidates, expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(candidates.get(i).signals().cosine().orElseThrow())
                    .isCloseTo(expected.get(i).signals().cosine().orElseThrow(), within(1e-5));
        }
    }
}
