package dev.verbatim.telegram.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup.Discussed;
import dev.verbatim.telegram.ArticleFixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ParagraphChartTest {

    private static final int TALK = 0x8A9BB0;
    private static final int AGREED = 0x2E9E5B;
    private static final int DISPUTED = 0xD0433B;
    private static final ChatMessage MESSAGE =
            new ChatMessage(
                    1,
                    0,
                    new Author("user7", "Ann", null),
                    Instant.EPOCH,
                    null,
                    "well",
                    Set.of(),
                    List.of());

    @Test
    void theBarOfAParagraphIsAsTallAsItsShareOfTheMessages() throws IOException {
        BufferedImage chart = chart(article(3), new Talk(1, 2, 0, 0), new Talk(3, 4, 0, 0));

        List<Integer> bars = barHeights(chart, TALK);
        assertThat(bars).hasSize(2);
        assertThat(bars.get(1)).isEqualTo(2 * bars.get(0));
    }

    @Test
    void agreementIsGreenAndDisagreementRed() throws IOException {
        assertThat(barHeights(chart(article(3), new Talk(2, 4, 2, 0)), AGREED)).hasSize(1);
        assertThat(barHeights(chart(article(3), new Talk(2, 4, 2, 0)), DISPUTED)).isEmpty();
        assertThat(barHeights(chart(article(3), new Talk(2, 4, 0, 1)), DISPUTED)).hasSize(1);
    }

    @Test
    void moreWhoAgreeThanMessagesStayInsideTheBar() throws IOException {
        BufferedImage chart = chart(article(2), new Talk(1, 1, 7, 3));

        int bar = barHeights(chart, AGREED).getFirst() + barHeights(chart, DISPUTED).getFirst();
        assertThat(bar).isLessThan(chart.getHeight());
    }

    @Test
    void anArticleOfAThousandParagraphsFits() throws IOException {
        assertThat(barHeights(chart(article(1_000), new Talk(1_000, 3, 0, 0)), TALK)).hasSize(1);
    }

    private record Talk(int paragraph, int messages, int agreeing, int disagreeing) {

        Discussed of(Article article) {
            Passage passage = article.passages().get(paragraph - 1);
            return new Discussed(
                    passage,
                    passage.opening(),
                    Collections.nCopies(messages, MESSAGE),
                    agreeing,
                    disagreeing);
        }
    }

    private static Article article(int paragraphs) {
        return ArticleFixtures.paragraphs(
                "harbour",
                "A harbour",
                IntStream.rangeClosed(1, paragraphs)
                        .mapToObj(i -> "Paragraph number " + i + " has these words.")
                        .toArray(String[]::new));
    }

    private static BufferedImage chart(Article article, Talk... talk) throws IOException {
        List<Discussed> discussed = Arrays.stream(talk).map(one -> one.of(article)).toList();
        byte[] png = ParagraphChart.of(discussed, List.of()).png();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// The heights of the bars that have this colour, from left to right.
    private static List<Integer> barHeights(BufferedImage chart, int color) {
        List<Integer> bars = new ArrayList<>();
        boolean inside = false;
        for (int x = 0; x < chart.getWidth(); x++) {
            int column = x;
            int height =
                    (int)
                            IntStream.range(0, chart.getHeight())
                                    .filter(y -> (chart.getRGB(column, y) & 0xFFFFFF) == color)
                                    .count();
            if (height > 0 && !inside) {
                bars.add(height);
            }
            inside = height > 0;
        }
        return bars;
    }
}
