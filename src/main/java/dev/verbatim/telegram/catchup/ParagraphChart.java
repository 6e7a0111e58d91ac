package dev.verbatim.telegram.catchup;

import dev.verbatim.article.Passage;
import dev.verbatim.group.catchup.Catchup.Discussed;
import dev.verbatim.group.catchup.Catchup.OpenQuestion;
import dev.verbatim.telegram.message.ChartImage;
import java.awt.Color;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A bar chart of an article's paragraphs: how many messages were about each, in green and red how
/// many people agreed and disagreed, and in blue which paragraphs answer a question.
///
/// It is drawn without fonts, which a small server may not have: the digits are dots.
final class ParagraphChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final int MARGIN = 24;
    private static final int BASE = HEIGHT - 40;
    private static final int TALLEST = BASE - 40;
    private static final int WIDEST = 48;
    private static final int DOT = 2;

    private static final Color INK = new Color(0x333333);
    private static final Color QUIET = new Color(0xDDDDDD);
    private static final Color TALK = new Color(0x8A9BB0);
    private static final Color AGREED = new Color(0x2E9E5B);
    private static final Color DISPUTED = new Color(0xD0433B);
    private static final Color ANSWERS = new Color(0x2F6FDE);

    /// The digits, each five rows of three dots from the top, as bits.
    private static final int[] DIGITS = {
        0b111_101_101_101_111,
        0b010_110_010_010_111,
        0b111_001_111_100_111,
        0b111_001_111_001_111,
        0b101_101_111_001_001,
        0b111_100_111_001_111,
        0b111_100_111_101_111,
        0b111_001_010_010_010,
        0b111_101_111_101_111,
        0b111_101_111_001_111
    };

    private final int paragraphs;
    private final Map<Integer, Discussed> discussed;
    private final Set<Integer> answering;
    private final int most;

    private ParagraphChart(
            int paragraphs, Map<Integer, Discussed> discussed, Set<Integer> answering) {
        this.paragraphs = paragraphs;
        this.discussed = discussed;
        this.answering = answering;
        most = discussed.values().stream().mapToInt(one -> one.messages().size()).max().orElse(1);
    }

    /// @param article what was discussed of it, at least one paragraph
    static ParagraphChart of(List<Discussed> article, List<OpenQuestion> questions) {
        Map<Integer, Discussed> byParagraph = new HashMap<>();
        article.forEach(one -> byParagraph.putIfAbsent(one.passage().paragraph(), one));
        Passage any = article.getFirst().passage();
        Set<Integer> answering = new HashSet<>();
        for (OpenQuestion question : questions) {
            if (question.answer() != null
                    && question.answer().passage().article().id().equals(any.article().id())) {
                answering.add(question.answer().passage().paragraph());
            }
        }
        return new ParagraphChart(any.article().paragraphs().size(), byParagraph, answering);
    }

    byte[] png() {
        var image = new ChartImage(WIDTH, HEIGHT);
        for (int paragraph = 1; paragraph <= paragraphs; paragraph++) {
            draw(paragraph, image);
        }
        drawNumbers(image);
        return image.png();
    }

    private double step() {
        return Math.min(WIDEST, (WIDTH - 2.0 * MARGIN) / paragraphs);
    }

    private int left(int paragraph) {
        return MARGIN + (int) Math.round((paragraph - 1) * step());
    }

    private int barWidth() {
        return Math.max(1, (int) Math.round(step() * 0.8));
    }

    private void draw(int paragraph, ChartImage image) {
        int x = left(paragraph);
        Discussed talk = discussed.get(paragraph);
        int top = BASE;
        if (talk == null) {
            image.fill(QUIET, x, BASE - 4, barWidth(), 4);
            top -= 4;
        } else {
            int height = Math.max(6, TALLEST * talk.messages().size() / most);
            top -= height;
            image.fill(TALK, x, top, barWidth(), height);
            drawAgreement(talk, x, height, image);
        }
        if (answering.contains(paragraph)) {
            int side = Math.clamp(barWidth(), 4, 10);
            image.fill(ANSWERS, x + (barWidth() - side) / 2, top - side - 4, side, side);
        }
    }

    /// Those who agreed are the lower part of the bar, those who disagreed come above.
    private void drawAgreement(Discussed talk, int x, int height, ChartImage image) {
        int people = Math.max(talk.agreeing() + talk.disagreeing(), talk.messages().size());
        int agreed = height * talk.agreeing() / people;
        int disputed = height * talk.disagreeing() / people;
        image.fill(AGREED, x, BASE - agreed, barWidth(), agreed);
        image.fill(DISPUTED, x, BASE - agreed - disputed, barWidth(), disputed);
    }

    /// Numbers the paragraphs that were discussed or that answer, where there is room.
    private void drawNumbers(ChartImage image) {
        Set<Integer> marked = new HashSet<>(discussed.keySet());
        marked.addAll(answering);
        int free = 0;
        for (int paragraph : marked.stream().sorted().toList()) {
            String number = String.valueOf(paragraph);
            int width = number.length() * 4 * DOT;
            int x = left(paragraph) + (barWidth() - width) / 2;
            if (x >= free) {
                drawNumber(number, x, image);
                free = x + width + DOT;
            }
        }
    }

    private static void drawNumber(String number, int x, ChartImage image) {
        for (int i = 0; i < number.length(); i++) {
            int bits = DIGITS[number.charAt(i) - '0'];
            for (int dot = 0; dot < 15; dot++) {
                if (((bits >> (14 - dot)) & 1) == 1) {
                    int left = x + (i * 4 + dot % 3) * DOT;
                    image.fill(INK, left, BASE + 8 + dot / 3 * DOT, DOT, DOT);
                }
            }
        }
    }
}
