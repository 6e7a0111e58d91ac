package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.ClusterStandIn.COUNTS;
import static dev.verbatim.retrieval.opensearch.ClusterStandIn.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.Question;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the cluster can do wrong, by a stand-in that answers as it is told.
class OpenSearchFaultsTest {

    private final ClusterStandIn cluster = ClusterStandIn.start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static OpenSearchIndex open(String... urls) {
        return OpenSearchIndex.open(
                new OpenSearchSettings(List.of(urls), "reader", "s3cret", "articles", "", 0),
                IndexFixtures.vectors(),
                () -> false);
    }

    @Test
    void aNodeThatDoesNotAnswerIsPassedOver() {
        cluster.serve(STATE + "," + COUNTS);
        String closed = "http://127.0.0.1:1";

        try (OpenSearchIndex index = open(closed, cluster.url())) {
            assertThat(index.passages()).isEqualTo(7);
        }
    }

    @Test
    void aClusterOfWhichNoNodeAnswersIsAnOutage() {
        try (OpenSearchIndex index = open("http://127.0.0.1:1")) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("no node of verbatim.opensearch.urls answers");
        }
    }

    @Test
    void aMissingShardIsAnOutageAndNeverNoAnswer() {
        cluster.serve(STATE.replace("\"failed\": 0", "\"failed\": 1") + "," + COUNTS);

        try (OpenSearchIndex index = open(cluster.url())) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("a part of the index is missing");
        }
    }

    @Test
    void aSearchThatNoCopyAnswersIsAnOutage() {
        cluster.serve(
                "{\"status\": 503, \"error\": {\"type\": \"search_phase_execution_exception\"}},"
                        + COUNTS);

        try (OpenSearchIndex index = open(cluster.url())) {
            assertThatThrownBy(index::passages).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void aMissingIndexIsAnOutage() {
        try (OpenSearchIndex index = open(cluster.url())) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("there is no index articles yet");
        }
    }

    @Test
    void aWrongPasswordSaysWhichSettingsToCorrectAndNotWhatTheyAre() {
        cluster.serve(STATE + "," + COUNTS);

        try (OpenSearchIndex index = open(cluster.url())) {
            cluster.answerOnly(401);
            assertThatThrownBy(index::passages)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("Correct verbatim.opensearch.username and .password")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void theIndexOfAnotherProgramIsRefusedAndStaysAsItIs() {
        cluster.reply("/articles", "{\"articles\": {\"mappings\": {\"properties\": {}}}}");

        assertThatThrownBy(() -> open(cluster.url()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verbatim.opensearch.index: articles")
                .hasMessageContaining("Give another name.");
        assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void settingsArePrintedWithoutSecrets() {
        var settings =
                new OpenSearchSettings(
                        List.of("https://me:s3cret@search.example"), "me", "s3cret", "a", "", 1);

        assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("me:");
        assertThatThrownBy(settings::nodes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verbatim.opensearch.urls: search.example")
                .hasMessageNotContaining("s3cret");
    }
}
