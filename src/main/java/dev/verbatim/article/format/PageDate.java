package dev.verbatim.article.format;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A parser of dates as pages have them, for programs and for people, among other words: in a line
/// below the title, in a dateline, in an address. ([WrittenDate] is for what is a date and nothing
/// else.) It understands a date or none: 03/04/2022 is in March for some and in April for others,
/// so it counts as missing.
final class PageDate {

    // Of news on the web. Earlier ones are defaults of some software, such as 1970-01-01.
    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 2100;

    // A label with a date, or the beginning of a paragraph with a dateline.
    private static final int MAX_LENGTH = 200;

    private static final int MONTHS = 12;

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "(?<!\\d)(\\d{4})(?:[-/.]|年|년 ?)(\\d{1,2})(?:[-/.]|月|월 ?)(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d./])(\\d{1,2})([./])(\\d{1,2})[./](\\d{4})(?![\\d./])");
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er|º|-е)?[\\s-](?:de )?(\\p{L}{3,12})\\.?,?"
                            + "[\\s-](?:de |del )?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(
                    "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)");

    private PageDate() {}

    private static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// The date in a short text, with or without a time of day behind it.
    static Optional<LocalDate> parse(String text) {
        String start = text.strip();
        String part = start.substring(0, Math.min(start.length(), MAX_LENGTH));
        return Stream.of(
                        first(YEAR_FIRST, part)
                                .flatMap(m -> date(m.group(1), m.group(2), m.group(3))),
                        first(COMPACT, part).flatMap(m -> date(m.group(1), m.group(2), m.group(3))),
                        first(DAY_FIRST, part)
                                .flatMap(m -> named(m.group(3), m.group(2), m.group(1))),
                        first(MONTH_FIRST, part)
                                .flatMap(m -> named(m.group(3), m.group(1), m.group(2))),
                        first(NUMBERS, part).flatMap(PageDate::ofNumbers))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }

    // With dots the day comes first wherever dates are written so; with slashes it depends.
    private static Optional<LocalDate> ofNumbers(MatchResult numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        boolean dayFirst = numbers.group(2).equals(".") || first > MONTHS || first == second;
        if (!dayFirst && second <= MONTHS) {
            return Optional.empty();
        }
        return dayFirst
                ? date(numbers.group(4), numbers.group(3), numbers.group(1))
                : date(numbers.group(4), numbers.group(1), numbers.group(3));
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        return WrittenDate.month(folded(month))
                .flatMap(number -> date(year, number.toString(), day));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        return WrittenDate.date(
                        Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
    }
}
