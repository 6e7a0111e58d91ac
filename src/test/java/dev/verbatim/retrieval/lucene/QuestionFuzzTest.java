package dev.verbatim.retrieval.lucene;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.verbatim.property.RandomSource;
import java.io.IOException;
import java.util.List;

/// The way of a question, from the index to the answer, on any articles and any question.
class QuestionFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void everyAnswerIsVerbatim(FuzzedDataProvider data) throws IOException {
        RandomSource random = RandomSource.of(data);
        List<PromisesIT.Written> library = PromisesIT.library(random);

        PromisesIT.assertAnswersVerbatim(library, random.anyText(200));
    }
}
