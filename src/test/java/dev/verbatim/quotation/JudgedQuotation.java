package dev.verbatim.quotation;

import dev.verbatim.article.TextSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A message with a quotation, and what the checker should make of it.
///
/// @param kind a verdict, or a way to alter a quotation
/// @param place the article and its paragraph; empty for none
/// @param speaker empty for none
/// @param differences as `said > article`
record JudgedQuotation(
        String kind, String message, String place, String speaker, List<String> differences) {

    private static final Path FILE =
            Path.of("src/test/resources/dev/verbatim/quotation/judged-quotations.txt");

    static List<JudgedQuotation> table() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(JudgedQuotation::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JudgedQuotation row(String line) {
        String[] cells = line.split("\\|", -1);
        return new JudgedQuotation(
                cells[0].strip(),
                cells[1].strip(),
                cell(cells, 2),
                cell(cells, 3),
                Stream.of(cell(cells, 4).split(";"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static String cell(String[] cells, int number) {
        return number < cells.length ? cells[number].strip() : "";
    }

    String verdict() {
        return switch (kind) {
            case "exact", "invented", "other-speaker", "close" -> kind;
            default -> "altered";
        };
    }

    static String verdict(QuotationCheck check) {
        return switch (check) {
            case QuotationCheck.Exact _ -> "exact";
            case QuotationCheck.Altered _ -> "altered";
            case QuotationCheck.OtherSpeaker _ -> "other-speaker";
            case QuotationCheck.Close _ -> "close";
            case QuotationCheck.NotFound _ -> "invented";
        };
    }

    /// Whether a check has the verdict, the place, the speaker and the differences.
    boolean isMetBy(QuotationCheck check) {
        return verdict().equals(verdict(check))
                && place.equals(place(check))
                && speaker.equals(speaker(check))
                && differences.stream().allMatch(one -> has(one, check))
                && (kind.equals("moved") || differences.size() == check.wordDifferences().size());
    }

    private static String place(QuotationCheck check) {
        return check.found()
                .map(source -> source.passage())
                .map(passage -> passage.article().id() + " ¶" + passage.paragraph())
                .orElse("");
    }

    private static String speaker(QuotationCheck check) {
        return check.found()
                .map(QuotationCheck.Source::speaker)
                .filter(Objects::nonNull)
                .map(speaker -> speaker.name())
                .orElse("");
    }

    private static boolean has(String wanted, QuotationCheck check) {
        String[] sides = wanted.split(">", -1);
        return check.wordDifferences().stream()
                .map(difference -> describe(difference, check))
                .anyMatch(
                        found ->
                                sides.length == 1
                                        ? found.contains(wanted)
                                        : contains(found.split(">", -1), sides));
    }

    private static boolean contains(String[] found, String... wanted) {
        return found[0].contains(wanted[0].strip())
                && found[1].contains(wanted[1].strip())
                && (wanted[0].isBlank() == found[0].isBlank());
    }

    private static String describe(WordDifference difference, QuotationCheck check) {
        String article = check.found().map(source -> source.passage().article().text()).orElse("");
        return words(difference.said(), check.claim().text())
                + " > "
                + words(difference.source(), article);
    }

    private static String words(Optional<TextSpan> span, String text) {
        return span.map(place -> place.of(text)).orElse("");
    }

    /// For whoever reads why a judgment failed.
    static String describe(QuotationCheck check) {
        return verdict(check)
                + " | "
                + place(check)
                + " | "
                + speaker(check)
                + " | by "
                + check.claim().attributedTo()
                + " | "
                + check.wordDifferences().stream()
                        .map(difference -> describe(difference, check))
                        .toList();
    }
}
