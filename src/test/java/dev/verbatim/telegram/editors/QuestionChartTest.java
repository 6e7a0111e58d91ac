package dev.verbatim.telegram.editors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.telegram.answering.AnswerStatistics.DayCounts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QuestionChartTest {

    private static final int GREEN = 0x2E9E5B;
    private static final int YELLOW = 0xE3B23C;
    private static final int GREY = 0x8A9BB0;

    private static BufferedImage draw(List<DayCounts> days, List<Integer> unanswered)
            throws IOException {
        byte[] png = new QuestionChart(days, unanswered).png();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static DayCounts day(int number, int answered, int closest, int none) {
        return new DayCounts(LocalDate.of(2026, 3, number), answered, closest, none);
    }

    private static long pixels(BufferedImage image, int color) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(
                        at ->
                                (image.getRGB(at % image.getWidth(), at / image.getWidth())
                                                & 0xFFFFFF)
                                        == color)
                .count();
    }

    @Test
    void areasAreInProportionToTheQuestions() throws IOException {
        BufferedImage image = draw(List.of(day(1, 4, 0, 0), day(2, 2, 1, 1)), List.of());

        assertThat(pixels(image, GREEN)).isEqualTo(6 * pixels(image, YELLOW));
        assertThat(pixels(image, GREY)).isEqualTo(pixels(image, YELLOW));
    }

    @Test
    void unansweredQuestionsHaveBarsOfTheirOwn() throws IOException {
        BufferedImage without = draw(List.of(day(1, 1, 0, 0)), List.of());
        BufferedImage with = draw(List.of(day(1, 1, 0, 0)), List.of(8, 4));

        assertThat(with.getHeight()).isGreaterThan(without.getHeight());
        assertThat(pixels(without, GREY)).isZero();
        assertThat(pixels(with, GREY)).isPositive();
    }

    @Test
    void aDayWithoutQuestionsIsEmpty() throws IOException {
        BufferedImage image = draw(List.of(day(1, 0, 0, 0)), List.of());

        assertThat(pixels(image, GREEN) + pixels(image, YELLOW) + pixels(image, GREY)).isZero();
    }
}
