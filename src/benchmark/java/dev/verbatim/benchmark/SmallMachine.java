package dev.verbatim.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own for what is measured, with the options that the README gives for a small
/// machine: the heap and the collector that Java chooses for itself where there is 1 GB, and native
/// memory that is free given back every minute.
public final class SmallMachine {

    private static final List<String> OPTIONS =
            List.of("-Xms16m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TrimNativeHeapInterval=60000");

    private SmallMachine() {}

    /// What runs a class with this process's class path and options.
    public static ProcessBuilder running(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
