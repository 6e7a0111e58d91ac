package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.cli.CommandLineInterface.CommandLineArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineArgumentsTest {

    @Test
    void noArgumentsMeanNoCommand() {
        assertThat(CommandLineInterface.hasCommand()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.profiles.active=dev",
                "--verbatim.data-dir=/var/lib/verbatim",
                "--verbatim.admins[0]=7",
                "--server.port=0",
                "--debug"
            })
    void settingsAloneMeanNoCommand(String setting) {
        assertThat(CommandLineInterface.hasCommand(setting)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "evaluate", "--help", "-V", "--frobnicate", "aks", "--json"})
    void otherArgumentsAreACommand(String argument) {
        assertThat(CommandLineInterface.hasCommand("--server.port=0", argument)).isTrue();
    }

    @Test
    void settingsMayBeAnywhere() {
        var arguments = CommandLineArguments.of("ask", "--verbatim.data-dir=d", "--json", "Who?");

        assertThat(arguments.settings()).containsExactly("--verbatim.data-dir=d");
        assertThat(arguments.command()).containsExactly("ask", "--json", "Who?");
    }

    @Test
    void nothingAfterTwoDashesIsASetting() {
        var arguments = CommandLineArguments.of("ask", "--", "--what.is=this");

        assertThat(arguments.settings()).isEmpty();
    }
}
