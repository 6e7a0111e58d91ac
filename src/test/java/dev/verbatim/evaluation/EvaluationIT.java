package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.evaluation.Evaluation.Plan;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way, with the real encoder and a real index, on a set that fits on a page.
class EvaluationIT {

    @TempDir private static Path data;
    private static Encoder encoder;
    private static VectorCache vectors;

    @TempDir private Path folder;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(data.resolve("native"));
        vectors = VectorCache.open(data.resolve("vectors.db"), encoder);
    }

    @AfterAll
    static void close() {
        vectors.close();
        encoder.close();
    }

    @BeforeEach
    void writeSet() throws IOException {
        write(
                "articles.jsonl",
                """
                {"article_id": "tea", "title": "Tea", "paragraphs": ["Tea is made from the leaves \
                of a shrub.", "", "Milk is poured into the cup last. Sugar has no place in it."]}
                {"article_id": "bridge", "title": "The bridge", "paragraphs": ["The bridge over the \
                strait was opened in 1932.", "“It will stand for a century,” said Ada Holt."]}
                """);
        write(
                "questions.jsonl",
                """
                {"question": "When is milk poured into the cup?", "article_id": "tea", \
                "gold_paragraph": 2, "answers": [{"text": "last", "start": 29, \
                "paragraph_index": 2}], "answerable": true}
                {"question": "When was the bridge opened?", "article_id": "bridge", \
                "gold_paragraph": 0, "answers": [{"text": "1932", "paragraph_index": 0}], \
                "answerable": true}
                {"question": "Who paid for the bridge?", "article_id": "bridge", \
                "gold_paragraph": 0, "answers": [], "answerable": false}
                """);
    }

    @Test
    void findsParagraphsAndSentencesVerbatim() throws IOException {
        var report = run(Scope.ALL, null);

        assertThat(report.passages()).isEqualTo(4);
        assertThat(report.questions()).isEqualTo(3);
        var answers = Objects.requireNonNull(report.answers());
        assertThat(answers.retrieval().recallAt1()).hasValue(1);
        assertThat(answers.retrieval().sentenceAccuracy()).hasValue(1);
        assertThat(answers.abstention().auroc()).isPresent();
        assertThat(answers.verbatimShare()).hasValue(1);
        assertThat(report.speakers()).isNull();
    }

    @Test
    void questionAboutUnindexedArticleIsNotAnswerable() throws IOException {
        write("only.jsonl", "{\"article_id\": \"tea\"}\n");

        var report = run(Scope.ALL, folder.resolve("only.jsonl"));

        assertThat(report.passages()).isEqualTo(2);
        var answers = Objects.requireNonNull(report.answers());
        assertThat(answers.retrieval().recallAt1()).as("of the one that is left").hasValue(1);
    }

    @Test
    void articleScopeFindsNothingElse() throws IOException {
        var report = run(Scope.ARTICLE, null);

        var answers = Objects.requireNonNull(report.answers());
        assertThat(answers.retrieval().recallAt1()).hasValue(1);
    }

    @Test
    void evaluatesQuotationsWithoutQuestions() throws IOException {
        Files.delete(folder.resolve("questions.jsonl"));
        write(
                "articles.jsonl",
                """
                {"article_id": "bridge", "title": "The bridge", \
                "text": "“It will stand for a century,” said Ada Holt."}
                """);
        write(
                "quotes.jsonl",
                """
                {"quote_id": "1", "article_id": "bridge", "type": "direct", \
                "content": "“It will stand for a century,”", "content_spans": [[0, 30]], \
                "source": "Ada Holt", "source_spans": [[36, 44]], "cue": "said"}
                """);

        var report = run(Scope.ALL, null);

        assertThat(report.answers()).isNull();
        var speakers = Objects.requireNonNull(report.speakers());
        assertThat(speakers.contentsFound()).containsEntry("direct", OptionalDouble.of(1));
        assertThat(speakers.speakerPrecision()).containsEntry("all", OptionalDouble.of(1));
    }

    private EvaluationReport run(Scope scope, @Nullable Path indexOnly) throws IOException {
        return (EvaluationReport)
                new Evaluation(
                                index -> LuceneIndex.open(index, vectors),
                                new Reranker(PassageReader.off()),
                                ConfidenceThreshold.BALANCED)
                        .run(new Plan(folder, scope, Integer.MAX_VALUE, indexOnly));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
