package dev.verbatim.property;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program that sums up a fuzzing run: a line for each target, with the inputs tried and what was
/// found. It exits with 1 when anything was found, or nothing was tried.
public final class FuzzReport {

    private static final String OUTPUT = "-output.txt";
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern FINDING = Pattern.compile("(?m)^.*Test unit written to (.*)$");

    private FuzzReport() {}

    /// Prints the report.
    ///
    /// @param arguments the folder of the test reports
    public static void main(String[] arguments) throws IOException {
        List<Target> targets = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(OUTPUT)).sorted().toList()) {
                targets.add(Target.of(file));
            }
        }
        targets.forEach(System.out::println);
        System.exit(targets.isEmpty() || targets.stream().anyMatch(Target::failed) ? 1 : 0);
    }

    private record Target(String name, long inputs, long seconds, List<String> findings) {

        static Target of(Path file) throws IOException {
            String output = Files.readString(file);
            String name = file.getFileName().toString().replace(OUTPUT, "");
            return new Target(
                    name,
                    sum(output, 1),
                    sum(output, 2),
                    FINDING.matcher(output).results().map(found -> found.group(1)).toList());
        }

        private static long sum(String output, int group) {
            return DONE.matcher(output)
                    .results()
                    .map((MatchResult done) -> done.group(group))
                    .mapToLong(Long::parseLong)
                    .sum();
        }

        boolean failed() {
            return inputs == 0 || !findings.isEmpty();
        }

        @Override
        public String toString() {
            return "%s: %,d inputs in %d s, %d findings %s"
                    .formatted(name, inputs, seconds, findings.size(), findings);
        }
    }
}
