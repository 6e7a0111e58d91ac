package dev.verbatim.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// A finder of error messages for settings with which the application could not start: the setting,
/// its value, and what to write instead.
///
/// Spring Boot asks it first when a start fails, so that one line of the log says why, and no stack
/// trace: it is named in `META-INF/spring.factories`. A command prints the line itself.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidSetting implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(InvalidSetting.class);

    private static final String OURS = "verbatim.";

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> message = messageFor(failure).filter(problem -> problem.startsWith(OURS));
        message.ifPresent(LOG::error);
        return message.isPresent();
    }

    /// The message for the user, if an invalid setting is why something failed.
    static Optional<String> messageFor(Throwable failure) {
        return causes(failure)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .findFirst()
                .map(InvalidSetting::describe)
                .or(() -> describedByItsUser(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String describe(BindException problem) {
        return "%s: \"%s\" can't be used. %s"
                .formatted(
                        problem.getName(),
                        value(problem.getProperty()),
                        advice(problem.getTarget().getType().resolve(Object.class)));
    }

    private static Object value(@Nullable ConfigurationProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    private static String advice(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "Write one of ", "."));
        }
        return type.equals(boolean.class) || type.equals(Boolean.class)
                ? "Write true or false."
                : "See config/application.yaml.";
    }

    /// The code that uses a setting may know best what is wrong with it. Its message then starts
    /// with the name of the setting.
    private static Optional<String> describedByItsUser(Throwable failure) {
        return causes(failure)
                .filter(IllegalArgumentException.class::isInstance)
                .flatMap(cause -> Optional.ofNullable(cause.getMessage()).stream())
                .filter(message -> message.startsWith(OURS))
                .findFirst();
    }
}
