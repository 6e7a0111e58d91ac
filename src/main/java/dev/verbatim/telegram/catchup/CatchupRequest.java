package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.message.MessageKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The arguments of `/catchup`, in any of the bot's languages.
///
/// @param everywhere whether it covers all topics of a forum, or only the one it was asked in
record CatchupRequest(Range range, boolean everywhere) {

    /// A range of messages that a catch-up covers.
    sealed interface Range {

        /// Since the requester's last message; without one, since the last catch-up.
        record SinceMine() implements Range {}

        /// Since a message, and with it.
        record SinceMessage(long id) implements Range {}

        /// The given number of last messages.
        record Last(int messages) implements Range {}

        /// The given time before now.
        record Past(Duration time) implements Range {}

        /// A day of the group's calendar: 0 is today.
        record Day(int daysAgo) implements Range {}

        /// Since the last catch-up; without one, all that is kept.
        record SinceLast() implements Range {}

        Pattern CODE = Pattern.compile("([a-z])([0-9]{1,8})?");

        /// A code for callback data, which buttons keep for ever; empty for [SinceMine].
        default String encode() {
            return switch (this) {
                case SinceMine() -> "";
                case SinceMessage(long id) -> "s" + id;
                case Last(int messages) -> "n" + messages;
                case Past(var time) -> "p" + time.toMinutes();
                case Day(int daysAgo) -> "d" + daysAgo;
                case SinceLast() -> "l";
            };
        }

        /// The range of a code; empty when it is none.
        static Optional<Range> parse(String code) {
            if (code.isEmpty()) {
                return Optional.of(new SinceMine());
            }
            Matcher parts = CODE.matcher(code);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
            return switch (parts.group(1)) {
                case "s" -> Optional.of(new SinceMessage(number));
                case "n" -> Optional.of(new Last(number));
                case "p" -> Optional.of(new Past(Duration.ofMinutes(number)));
                case "d" -> Optional.of(new Day(number));
                case "l" -> Optional.of(new SinceLast());
                default -> Optional.empty();
            };
        }
    }

    /// The wish for a live catch-up, or for its end.
    ///
    /// @param everywhere whether it is of all topics of a forum
    record Live(boolean off, boolean everywhere) {

        /// Parses the arguments; empty when they say nothing of that.
        static Optional<Live> parse(String payload) {
            List<String> words = typedWords(payload);
            boolean known =
                    words.stream()
                            .skip(1)
                            .allMatch(word -> OFF.contains(word) || ALL.contains(word));
            return !words.isEmpty() && LIVE.contains(words.getFirst()) && known
                    ? Optional.of(
                            new Live(
                                    words.stream().anyMatch(OFF::contains),
                                    words.stream().anyMatch(ALL::contains)))
                    : Optional.empty();
        }
    }

    private static final Pattern BARS = Pattern.compile("\\|");
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private static final Set<String> LIVE = words(MessageKey.RANGE_LIVE);
    private static final Set<String> OFF = words(MessageKey.RANGE_OFF);
    private static final Set<String> TODAY = words(MessageKey.RANGE_TODAY);
    private static final Set<String> YESTERDAY = words(MessageKey.RANGE_YESTERDAY);
    private static final Set<String> NEW = words(MessageKey.RANGE_NEW);
    private static final Set<String> ALL = words(MessageKey.RANGE_ALL);
    private static final Set<String> MINUTES = words(MessageKey.RANGE_MINUTES);
    private static final Set<String> HOURS = words(MessageKey.RANGE_HOURS);
    private static final Set<String> DAYS = words(MessageKey.RANGE_DAYS);

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5}+)\\s*+(\\p{L}*+)");

    // No group keeps its messages for longer.
    private static final int LONGEST_DAYS = 30;

    private static Set<String> words(MessageKey messageKey) {
        Set<String> words = new HashSet<>();
        for (Locale language : MessageCatalog.languages()) {
            BARS.splitAsStream(messageKey.in(MessageCatalog.in(language))).forEach(words::add);
        }
        return Set.copyOf(words);
    }

    /// Parses the arguments; empty when they can't be understood.
    static Optional<CatchupRequest> parse(String payload) {
        var rest = new StringBuilder();
        boolean everywhere = false;
        for (String word : typedWords(payload)) {
            boolean all = ALL.contains(word);
            everywhere |= all;
            rest.append(all ? "" : " " + word);
        }
        boolean everyTopic = everywhere;
        return range(rest.toString().strip()).map(range -> new CatchupRequest(range, everyTopic));
    }

    private static List<String> typedWords(String payload) {
        String text = payload.strip().toLowerCase(Locale.ROOT).replace('\'', '’');
        return BLANKS.splitAsStream(text).toList();
    }

    private static Optional<Range> range(String text) {
        if (text.isEmpty()) {
            return Optional.of(new Range.SinceMine());
        }
        if (TODAY.contains(text)) {
            return Optional.of(new Range.Day(0));
        }
        if (YESTERDAY.contains(text)) {
            return Optional.of(new Range.Day(1));
        }
        if (NEW.contains(text)) {
            return Optional.of(new Range.SinceLast());
        }
        Matcher parts = NUMBER.matcher(text);
        return parts.matches() && Integer.parseInt(parts.group(1)) > 0
                ? numbered(Integer.parseInt(parts.group(1)), parts.group(2))
                : Optional.empty();
    }

    private static Optional<Range> numbered(int number, String unit) {
        if (unit.isEmpty()) {
            return Optional.of(new Range.Last(number));
        }
        if (MINUTES.contains(unit)) {
            return past(Duration.ofMinutes(number));
        }
        if (HOURS.contains(unit)) {
            return past(Duration.ofHours(number));
        }
        return DAYS.contains(unit) ? past(Duration.ofDays(number)) : Optional.empty();
    }

    private static Optional<Range> past(Duration time) {
        Duration longest = Duration.ofDays(LONGEST_DAYS);
        return Optional.of(new Range.Past(time.compareTo(longest) < 0 ? time : longest));
    }
}
