package dev.verbatim;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds every regular expression of the product, by the constants that hold them.
final class PatternConstants {

    static final Path CLASSES = Path.of("target/classes/dev/verbatim");

    private PatternConstants() {}

    /// The patterns by the names of their constants.
    static Map<String, Pattern> all() {
        Map<String, Pattern> patterns = new TreeMap<>();
        new ClassFileImporter()
                .importPath(CLASSES).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(PatternConstants::isPattern)
                        .forEach(field -> patterns.put(field.getFullName(), value(field)));
        return patterns;
    }

    static boolean isPattern(JavaField field) {
        return field.getRawType().isEquivalentTo(Pattern.class)
                && field.getModifiers().contains(JavaModifier.STATIC);
    }

    private static Pattern value(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return (Pattern) reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }
}
