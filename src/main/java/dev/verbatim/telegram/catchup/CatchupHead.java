package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.catchup.Catchup;
import dev.verbatim.telegram.catchup.CatchupRenderer.Context;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The head of a catch-up: which time it is of, how much was said, and what of it is missing.
final class CatchupHead {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Catchup catchup;
    private final Context context;
    private final CatchupLines lines;
    private final MessageCatalog messageCatalog;

    CatchupHead(Catchup catchup, Context context, CatchupLines lines) {
        this.catchup = catchup;
        this.context = context;
        this.lines = lines;
        this.messageCatalog = context.messages();
    }

    /// @param title of which the argument is the period
    ReplyMessage message(MessageKey title) {
        var head = new MessageBuilder().boldWithTimes(title.in(messageCatalog, period()), ends());
        head.line(
                lines.count("messages", catchup.messages())
                        + " · "
                        + lines.count("people", catchup.people()));
        if (catchup.omitted() > 0) {
            head.line(MessageKey.CATCHUP_OMITTED.in(messageCatalog, catchup.omitted()));
        }
        if (!catchup.unread().isNothing()) {
            head.line(
                    MessageKey.CATCHUP_UNREAD.in(
                            messageCatalog, catchup.unread().listed(lines::count)));
        }
        if (context.older()) {
            head.line(MessageKey.CATCHUP_OLDER.in(messageCatalog));
        }
        return head.build();
    }

    private String period() {
        return begin() + " – " + end() + " (" + context.zone().getId() + ")";
    }

    private String begin() {
        Instant from = Objects.requireNonNull(catchup.from());
        return date(from) + ", " + hour(from);
    }

    private String end() {
        Instant to = Objects.requireNonNull(catchup.to());
        return (lines.onOneDay() ? "" : date(to) + ", ") + hour(to);
    }

    /// The ends of the period as they are written, unless one is part of the other.
    private Map<String, Instant> ends() {
        Instant from = Objects.requireNonNull(catchup.from());
        Instant to = Objects.requireNonNull(catchup.to());
        return begin().contains(end()) ? Map.of(begin(), from) : Map.of(begin(), from, end(), to);
    }

    private String date(Instant time) {
        return messageCatalog.date(LocalDate.ofInstant(time, context.zone()));
    }

    private String hour(Instant time) {
        return HOUR.format(time.atZone(context.zone()));
    }
}
