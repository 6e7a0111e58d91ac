package dev.verbatim;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.verbatim.property.RandomSource;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every pattern that is kept in a constant, on any text of a message's length: matching must not
/// read the text so often that one message stops the bot.
class UserTextPatternsFuzzTest {

    private static final int MESSAGE = 4096;

    // What costs the square of a message's length passes: some patterns are meant for single words.
    private static final int READS_PER_CHARACTER = 10_000;

    private static final List<Pattern> PATTERNS =
            new ClassFileImporter()
                    .importPath(Path.of("target/classes/dev/verbatim")).stream()
                            .flatMap(type -> type.getFields().stream())
                            .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
                            .filter(field -> field.getModifiers().toString().contains("STATIC"))
                            .map(UserTextPatternsFuzzTest::pattern)
                            .toList();

    @FuzzTest(maxDuration = "10m")
    void noPatternReadsATextOverAndOver(FuzzedDataProvider data) {
        RandomSource random = RandomSource.of(data);
        String part = random.anyText(12);
        String text = random.anyText(40) + part.repeat(MESSAGE / (part.length() + 1));

        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(new CountedText(text, pattern));
            while (matcher.find()) {
                // Only what the search for all matches costs is of interest.
            }
        }
    }

    private static Pattern pattern(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            return (Pattern) reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    /// A text that counts how often its characters are read.
    private static final class CountedText implements CharSequence {

        private final String text;
        private final Pattern pattern;
        private long left;

        CountedText(String text, Pattern pattern) {
            this.text = text;
            this.pattern = pattern;
            this.left = (long) READS_PER_CHARACTER * (text.length() + 1);
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new AssertionError(
                        "%s reads %,d characters more than %,d times each"
                                .formatted(pattern, text.length(), READS_PER_CHARACTER));
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
