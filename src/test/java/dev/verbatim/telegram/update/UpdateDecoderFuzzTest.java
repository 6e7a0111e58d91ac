package dev.verbatim.telegram.update;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.property.RandomSource;

/// The decoder, on updates that were changed at random and on any JSON.
class UpdateDecoderFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @FuzzTest(maxDuration = "10m")
    void whateverTheLibraryReadsIsDecoded(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            UpdateDecoderPropertiesTest.read(
                            UpdateDecoderPropertiesTest.mutations(RandomSource.of(data)))
                    .ifPresent(UpdateDecoderPropertiesTest::assertDecodes);
            return;
        }
        try {
            UpdateDecoderPropertiesTest.read(JSON.readTree(data.consumeRemainingAsString()))
                    .ifPresent(UpdateDecoderPropertiesTest::assertDecodes);
        } catch (JsonProcessingException e) {
            // What is no JSON never reaches the decoder.
        }
    }
}
