package dev.verbatim.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the checker makes of 120 quotations and of some in other languages, from seven articles at
/// once.
class QuotationJudgmentIT {

    private static final List<JudgedQuotation> TABLE = JudgedQuotation.table();

    @TempDir private static Path folder;

    private static CheckedArticles articles;

    @BeforeAll
    static void open() throws Exception {
        articles = CheckedArticles.open(folder);
    }

    @AfterAll
    static void close() {
        articles.close();
    }

    @Test
    void everyExactQuotationIsExact() {
        assertShare("exact", 1.0);
    }

    @Test
    void alteredQuotationsShowWhatWasAltered() {
        assertShare("altered", 0.95);
    }

    @Test
    void inventedQuotationsAreNotInTheArticles() {
        assertShare("invented", 0.95);
    }

    @Test
    void wordsOfAnotherSpeakerAreToldApart() {
        assertShare("other-speaker", 0.95);
    }

    @Test
    void wordsInAnotherLanguageAreCloseAtBest() {
        assertShare("close", 0.85);
    }

    @Test
    void tableHasEveryKind() {
        assertThat(count("exact")).isGreaterThanOrEqualTo(30);
        assertThat(count("altered")).isGreaterThanOrEqualTo(50);
        assertThat(count("invented")).isGreaterThanOrEqualTo(25);
        assertThat(count("other-speaker")).isGreaterThanOrEqualTo(15);
    }

    private static long count(String verdict) {
        return rows(verdict).size();
    }

    private static List<JudgedQuotation> rows(String verdict) {
        return TABLE.stream().filter(row -> row.verdict().equals(verdict)).toList();
    }

    private static void assertShare(String verdict, double least) {
        List<JudgedQuotation> rows = rows(verdict);
        List<String> wrong = new ArrayList<>();
        Predicate<JudgedQuotation> met =
                row -> row.isMetBy(articles.check(row.message()).getLast());
        rows.stream()
                .filter(met.negate())
                .forEach(
                        row ->
                                wrong.add(
                                        row
                                                + "\n    is "
                                                + JudgedQuotation.describe(
                                                        articles.check(row.message()).getLast())));
        assertThat(1.0 - (double) wrong.size() / rows.size())
                .as("%s of %d: %s", wrong.size(), rows.size(), String.join("\n", wrong))
                .isGreaterThanOrEqualTo(least);
    }
}
