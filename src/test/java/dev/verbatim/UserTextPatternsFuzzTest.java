package dev.verbatim;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.verbatim.property.RandomSource;
import java.util.List;

/// Every pattern, on texts of a message's length that repeat a random part: what no list of attacks
/// has thought of.
class UserTextPatternsFuzzTest {

    private static final int MESSAGE = 4096;

    private static final List<PatternAttack> ATTACKS = PatternAttack.onEveryPattern().toList();

    @FuzzTest(maxDuration = "10m")
    void noPatternReadsATextOverAndOver(FuzzedDataProvider data) {
        RandomSource random = RandomSource.of(data);
        String part = random.anyText(12);
        String text = random.anyText(40) + part.repeat(MESSAGE / (part.length() + 1));

        ATTACKS.forEach(attack -> attack.reads(text));
    }
}
