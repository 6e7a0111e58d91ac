package dev.verbatim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What was written behind the program's name, settings and command apart.
///
/// @param settings of the application, such as `--verbatim.data-dir=/var/lib/verbatim`; they may
///   stand anywhere before a `--`
/// @param command everything else; empty when the bot is to be served
record CommandLineArguments(List<String> settings, List<String> command) {

    // A setting's name has a dot, or is one of Spring Boot's two switches; no option of ours is so.
    private static final Pattern SETTING =
            Pattern.compile(
                    "--(?:debug|trace|[\\w-]+(?:\\.[\\w\\[\\]-]+)+(?:=.*)?)", Pattern.DOTALL);

    CommandLineArguments {
        settings = List.copyOf(settings);
        command = List.copyOf(command);
    }

    static CommandLineArguments of(String... arguments) {
        List<String> settings = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            boolean isSetting = !command.contains("--") && SETTING.matcher(argument).matches();
            (isSetting ? settings : command).add(argument);
        }
        return new CommandLineArguments(settings, command);
    }
}
