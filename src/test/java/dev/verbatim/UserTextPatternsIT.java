package dev.verbatim;

import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every regular expression of the product reads a text in linear time, because users and articles
/// choose the texts.
@Execution(ExecutionMode.CONCURRENT)
class UserTextPatternsIT {

    @ParameterizedTest
    @MethodSource("attacks")
    void noPatternReadsATextOverAndOver(PatternAttack attack) {
        attack.run();
    }

    static Stream<PatternAttack> attacks() {
        return PatternAttack.onEveryPattern();
    }
}
