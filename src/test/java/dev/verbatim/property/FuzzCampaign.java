package dev.verbatim.property;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// A program that searches for inputs that break the fuzz tests and prints a line for each target:
/// the inputs tried and what was found. It exits with 1 when anything was found, or nothing was
/// tried.
///
/// Jazzer fuzzes one test in a process, so each target has a JVM of its own; two run at a time.
public final class FuzzCampaign {

    private static final int AT_ONCE = 2;
    private static final String SUFFIX = "FuzzTest.class";
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern WRITTEN = Pattern.compile("(?m)^.*Test unit written to (.*)$");

    /// What libFuzzer calls an input that took ten seconds: a hint, as other work on the machine
    /// makes any input slow.
    private static final String SLOW = "slow-unit-";

    private FuzzCampaign() {}

    /// Fuzzes every target whose name contains the given text.
    ///
    /// @param arguments the folder of compiled tests, the folder for the reports, and the text
    public static void main(String[] arguments) throws Exception {
        Path tests = Path.of(arguments[0]);
        Path reports = Files.createDirectories(Path.of(arguments[1]));
        String wanted = arguments.length > 2 ? arguments[2] : "";
        List<Result> results = fuzz(targets(tests, wanted), reports);
        System.exit(results.isEmpty() || results.stream().anyMatch(Result::failed) ? 1 : 0);
    }

    private static List<String> targets(Path tests, String wanted) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && file.contains(wanted))
                    .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static List<Result> fuzz(List<String> targets, Path reports)
            throws InterruptedException, ExecutionException {
        List<Result> results = new ArrayList<>();
        try (ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Result>> tasks = new ArrayList<>();
            targets.forEach(target -> tasks.add(() -> fuzz(target, reports)));
            for (Future<Result> run : runs.invokeAll(tasks)) {
                results.add(run.get());
            }
        }
        results.forEach(System.out::println);
        return results;
    }

    private static Result fuzz(String target, Path reports)
            throws IOException, InterruptedException {
        Path output = reports.resolve(target + "-output.txt");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Target.class.getName(), target));
        ProcessBuilder process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        process.environment().put("JAZZER_FUZZ", "1");
        int exit = process.start().waitFor();
        return Result.of(target, exit, Files.readString(output));
    }

    /// A program that runs one fuzz test. It exits with 1 when the test fails.
    static final class Target {

        private Target() {}

        public static void main(String[] arguments) {
            var summary = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(arguments[0]))
                                    .build(),
                            summary);
            summary.getSummary()
                    .getFailures()
                    .forEach(failure -> failure.getException().printStackTrace());
            System.exit(summary.getSummary().getTotalFailureCount() > 0 ? 1 : 0);
        }
    }

    private record Result(
            String target,
            int exit,
            long inputs,
            long seconds,
            List<String> slow,
            List<String> findings) {

        static Result of(String target, int exit, String output) {
            Map<Boolean, List<String>> written =
                    WRITTEN.matcher(output)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.partitioningBy(file -> file.contains(SLOW)));
            return new Result(
                    target,
                    exit,
                    sum(output, 1),
                    sum(output, 2),
                    written.getOrDefault(true, List.of()),
                    written.getOrDefault(false, List.of()));
        }

        private static long sum(String output, int group) {
            return DONE.matcher(output)
                    .results()
                    .map((MatchResult done) -> done.group(group))
                    .mapToLong(Long::parseLong)
                    .sum();
        }

        boolean failed() {
            return exit != 0 || inputs == 0 || !findings.isEmpty();
        }

        @Override
        public String toString() {
            return "%s: %,d inputs in %d s, %d slow, %d findings %s"
                    .formatted(target, inputs, seconds, slow.size(), findings.size(), findings);
        }
    }
}
