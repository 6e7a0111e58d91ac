package dev.verbatim.article.format;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parser of dates as people and programs write them: `2022-10-12`, with a time behind it, `12
/// October 2022`, `Oct. 12, 2022`, `Wed, 12 Oct 2022 10:00:00 +0200`, in the languages that
/// articles are mostly in. A time zone doesn't change the day: it is the day where it was written.
///
/// `10/12/2022` is two days, depending on who wrote it, and so it is none.
final class WrittenDate {

    private static final int MAX_LENGTH = 80;

    private static final Pattern NUMERIC =
            Pattern.compile("^(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})(?![\\d/.-])");
    private static final Pattern TIME =
            Pattern.compile("^(?:T|[^\\S\\n])[T ]?\\d{1,2}:\\d{2}[0-9:.,]*+\\s*+\\S{0,20}$");
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}]++|\\d[\\d:]*+|[+-]\\d{4}+");

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sv", "da",
                    "nb", "tr", "id", "ro", "ca");

    private static final Map<String, Integer> MONTHS = months();

    private final List<Integer> years = new ArrayList<>();
    private final List<Integer> months = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();

    private WrittenDate() {}

    static Optional<LocalDate> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher numeric = NUMERIC.matcher(text);
        return numeric.find() ? ofNumbers(numeric, text.substring(numeric.end())) : ofWords(text);
    }

    private static Optional<LocalDate> ofNumbers(Matcher numbers, String rest) {
        boolean compact = numbers.group(2).isEmpty();
        boolean complete = !compact || numbers.end() == "20221012".length();
        boolean alone = rest.isBlank() || TIME.matcher(rest).matches();
        return complete && alone
                ? date(number(numbers, 1), number(numbers, 3), number(numbers, 4))
                : Optional.empty();
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }

    private static Optional<LocalDate> ofWords(String text) {
        var date = new WrittenDate();
        Matcher token = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (token.find()) {
            date.add(token.group());
        }
        boolean one = date.years.size() == 1 && date.months.size() == 1 && date.days.size() == 1;
        return one
                ? date(date.years.getFirst(), date.months.getFirst(), date.days.getFirst())
                : Optional.empty();
    }

    private void add(String token) {
        Integer month = MONTHS.get(token);
        if (month != null) {
            months.add(month);
        } else if (isNumber(token)) {
            (token.length() == 4 ? years : days).add(Integer.parseInt(token));
        }
    }

    /// The number of a month's name, in lower case and without a dot.
    static Optional<Integer> month(String name) {
        return Optional.ofNullable(MONTHS.get(name));
    }

    private static boolean isNumber(String token) {
        return token.length() <= 4 && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The date; empty when there is no such day.
    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A name that is two months, in two languages, is none.
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            var names = DateFormatSymbols.getInstance(Locale.of(language));
            addNames(names.getMonths(), months);
            addNames(names.getShortMonths(), months);
        }
        months.put("sept", 9);
        months.values().removeIf(month -> month < 1);
        return Map.copyOf(months);
    }

    private static void addNames(String[] names, Map<String, Integer> months) {
        for (int index = 0; index < 12; index++) {
            String name = names[index].toLowerCase(Locale.ROOT).replace(".", "");
            months.merge(
                    name, index + 1, (one, other) -> one.equals(other) ? one : Integer.valueOf(0));
        }
    }
}
