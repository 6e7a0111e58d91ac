package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the log says when a setting ends the start.
@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads what all log")
class InvalidSettingTest {

    @ConfigurationProperties("verbatim.test")
    record Setting(int number) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Setting.class)
    static class Application {

        @Bean
        String user(Setting setting) {
            throw new IllegalArgumentException(
                    "verbatim.test.number: %d can't be used. Write 7.".formatted(setting.number()),
                    new IllegalStateException("what it is for"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BrokenApplication {

        @Bean
        String bug() {
            throw new IllegalArgumentException("no setting is wrong");
        }
    }

    private static void start(Class<?> type, String number) {
        var application = new SpringApplication(type);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("verbatim.test.number", number));
        application.run().close();
    }

    private static List<String> errors(CapturedOutput output) {
        return output.toString().lines().filter(line -> line.contains(" ERROR ")).toList();
    }

    @Test
    void whatTheUserOfASettingSaysIsTheOnlyLineOfAFailedStart(CapturedOutput output) {
        assertThatThrownBy(() -> start(Application.class, "3")).hasMessageContaining("Write 7.");

        assertThat(errors(output))
                .singleElement()
                .asString()
                .endsWith(" verbatim.test.number: 3 can't be used. Write 7.");
        assertThat(output)
                .doesNotContain("what it is for")
                .doesNotContain("\tat ")
                .doesNotContain("Description:");
    }

    @Test
    void whatIsNoNumberIsSaidInOneLine(CapturedOutput output) {
        assertThatThrownBy(() -> start(Application.class, "many")).isNotNull();

        assertThat(errors(output))
                .singleElement()
                .asString()
                .contains(" verbatim.test.number: \"many\" can't be used.");
        assertThat(output).doesNotContain("\tat ").doesNotContain("Description:");
    }

    @Test
    void otherFailuresKeepTheirStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> start(BrokenApplication.class, "3")).isNotNull();

        assertThat(output).contains("no setting is wrong").contains("\tat ");
    }
}
