package dev.verbatim.telegram.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/// A log filter that is the last defence of the token: a line that has it, in whichever library and
/// whichever exception, is written without it.
final class TokenRedactor extends TurboFilter implements AutoCloseable {

    private final TelegramSettings.Token token;

    private TokenRedactor(TelegramSettings.Token token) {
        this.token = token;
    }

    /// Guards all log lines from now on, until closed. Does nothing where Logback isn't the log.
    static TokenRedactor set(TelegramSettings.Token token) {
        var guard = new TokenRedactor(token);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            guard.setContext(context);
            guard.start();
            context.addTurboFilter(guard);
        }
        return guard;
    }

    @Override
    public void close() {
        if (getContext() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (format == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        String line = line(format, arguments, thrown);
        return token.isIn(line) ? rewritten(logger, level, line) : FilterReply.NEUTRAL;
    }

    private FilterReply rewritten(Logger logger, Level level, String line) {
        logger.atLevel(org.slf4j.event.Level.valueOf(level.toString())).log(token.redacted(line));
        return FilterReply.DENY;
    }

    private static String line(
            String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
        // An exception comes beside the arguments or as the last of them.
        var message = MessageFormatter.arrayFormat(format, arguments);
        Throwable cause = thrown == null ? message.getThrowable() : thrown;
        if (cause == null) {
            return message.getMessage();
        }
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return message.getMessage() + System.lineSeparator() + trace;
    }
}
