package dev.verbatim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The arguments of the program, divided into settings and command.
///
/// @param settings of the application, such as `--verbatim.data-dir=/var/lib/verbatim`, from
///   anywhere before a `--`
/// @param command everything else; empty to serve the bot
record CommandLineArguments(List<String> settings, List<String> command) {

    // The name of a setting has a dot, or is one of Spring Boot's two switches. No option of a
    // command has such a name.
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
