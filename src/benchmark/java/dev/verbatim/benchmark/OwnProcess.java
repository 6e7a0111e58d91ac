package dev.verbatim.benchmark;

import dev.verbatim.JavaCommand;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// A process of its own for what is measured, with this one's class path and options.
public final class OwnProcess {

    /// What the manual gives for a small machine: the heap and the collector that Java chooses for
    /// itself where there is 1 GB, and free native memory given back every minute.
    private static final List<String> SMALL_MACHINE =
            List.of("-Xms16m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TrimNativeHeapInterval=60000");

    private OwnProcess() {}

    /// What runs a class.
    public static ProcessBuilder running(Class<?> main, String... arguments) {
        return running(List.of(), main, arguments);
    }

    /// What runs a class as on a machine of 1 GB.
    public static ProcessBuilder onSmallMachine(Class<?> main, String... arguments) {
        return running(SMALL_MACHINE, main, arguments);
    }

    private static ProcessBuilder running(
            List<String> options, Class<?> main, String... arguments) {
        List<String> all = new ArrayList<>();
        all.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        all.addAll(options);
        return new ProcessBuilder(JavaCommand.of(all, main, arguments));
    }
}
