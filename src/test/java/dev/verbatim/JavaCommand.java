package dev.verbatim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What starts another Java like the one that is running.
public final class JavaCommand {

    private JavaCommand() {}

    /// The program itself.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// A class, with this process's class path.
    public static List<String> of(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
