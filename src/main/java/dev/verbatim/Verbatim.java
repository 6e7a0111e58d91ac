package dev.verbatim;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the bot, or one of the commands of `cli`.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Verbatim {

    public static void main(String[] arguments) {
        SpringApplication.run(Verbatim.class, arguments);
    }
}
