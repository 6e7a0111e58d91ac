package dev.verbatim;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Where the regular expressions of the product are, so that [UserTextPatternsIT] finds and attacks
/// every one.
class PatternConstantsTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(PatternConstants.CLASSES);

    /// A pattern that is compiled on the way, from a string or from what a user wrote, would not be
    /// attacked here.
    @Test
    void everyPatternIsAConstant() {
        assertThat(CLASSES)
                .allSatisfy(
                        type ->
                                assertThat(compilations(type))
                                        .as(type.getName())
                                        .isEqualTo(constants(type)));
    }

    @Test
    void noStringIsTakenForAPattern() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(
                                        nameMatching(
                                                "matches|replaceAll|replaceFirst|split(WithDelimiters)?"))
                                .and(target(owner(type(String.class)))))
                .because("such a pattern is no constant, so no test would attack it")
                .check(CLASSES);
    }

    private static long compilations(JavaClass type) {
        List<JavaMethodCall> calls =
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Pattern.class))
                        .filter(call -> List.of("compile", "matches").contains(call.getName()))
                        .toList();
        assertThat(calls)
                .as(type.getName())
                .allMatch(call -> call.getOrigin().getName().equals("<clinit>"));
        return calls.size();
    }

    private static long constants(JavaClass type) {
        return type.getFields().stream().filter(PatternConstants::isPattern).count();
    }
}
