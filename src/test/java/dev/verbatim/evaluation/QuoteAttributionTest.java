package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.QuoteAttribution.SourceQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuoteAttributionTest {

    private static final TextSpan WORDS = new TextSpan(100, 200);
    private static final TextSpan NAME = new TextSpan(210, 220);

    private final SourceQuote quote =
            new SourceQuote("tea", "direct", List.of(WORDS), List.of(NAME));

    @Test
    void overlappingMentionIsRight() {
        var exam = QuoteAttribution.of(quote, List.of(quotation(WORDS, new TextSpan(215, 240))));

        assertThat(exam).isEqualTo(new QuoteAttribution(quote, true, true, true));
    }

    @Test
    void otherMentionIsCoveredAndWrong() {
        var exam = QuoteAttribution.of(quote, List.of(quotation(WORDS, new TextSpan(80, 90))));

        assertThat(exam).isEqualTo(new QuoteAttribution(quote, true, true, false));
    }

    @Test
    void quotationWithoutMentionIsNotCovered() {
        var exam = QuoteAttribution.of(quote, List.of(quotation(WORDS, null)));

        assertThat(exam).isEqualTo(new QuoteAttribution(quote, true, false, false));
    }

    @Test
    void halfOverlapOfEitherIsAMatch() {
        var partOfIt = QuoteAttribution.of(quote, List.of(quotation(new TextSpan(190, 210), NAME)));
        var allOfItAndMore =
                QuoteAttribution.of(quote, List.of(quotation(new TextSpan(0, 150), NAME)));

        assertThat(partOfIt.found()).isTrue();
        assertThat(allOfItAndMore.found()).isTrue();
    }

    @Test
    void smallOverlapIsNoMatch() {
        var edge = QuoteAttribution.of(quote, List.of(quotation(new TextSpan(189, 212), NAME)));
        var beside = QuoteAttribution.of(quote, List.of(quotation(new TextSpan(0, 100), NAME)));

        assertThat(edge).isEqualTo(new QuoteAttribution(quote, false, false, false));
        assertThat(beside).isEqualTo(new QuoteAttribution(quote, false, false, false));
    }

    @Test
    void usesTheQuotationWithMostOverlap() {
        var wrong = quotation(new TextSpan(100, 150), new TextSpan(80, 90));
        var right = quotation(new TextSpan(110, 200), NAME);

        assertThat(QuoteAttribution.of(quote, List.of(wrong, right)).right()).isTrue();
    }

    private static Quotation quotation(TextSpan content, @Nullable TextSpan source) {
        return new Quotation(content, Quotation.Kind.DIRECT, source, null, null);
    }
}
