package dev.verbatim.telegram.answering;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.verbatim.property.RandomSource;

/// The renderer, on answers from any article.
class AnswerRendererFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void everyMessageIsValidForTelegram(FuzzedDataProvider data) {
        AnswerRendererPropertiesTest.assertValidForTelegram(
                AnswerRendererPropertiesTest.answers(RandomSource.of(data)));
    }
}
