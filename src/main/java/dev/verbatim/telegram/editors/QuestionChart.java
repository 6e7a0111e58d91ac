package dev.verbatim.telegram.editors;

import dev.verbatim.telegram.answering.AnswerStatistics.DayCounts;
import dev.verbatim.telegram.message.ChartImage;
import java.awt.Color;
import java.util.List;

/// A chart of questions: a bar a day, in green what was answered, in yellow what came close, in
/// grey what wasn't answered; and below a bar for each question that was asked most without an
/// answer. It is drawn without fonts, which a small server may not have.
///
/// @param days at least one, the first one first
/// @param unanswered how often each was asked, the most frequent first
record QuestionChart(List<DayCounts> days, List<Integer> unanswered) {

    private static final int WIDTH = 720;
    private static final int MARGIN = 24;
    private static final int TALLEST = 200;
    private static final int BASE = MARGIN + TALLEST;
    private static final int ROW = 14;

    private static final Color LINE = new Color(0xDDDDDD);
    private static final Color ANSWERED = new Color(0x2E9E5B);
    private static final Color CLOSEST = new Color(0xE3B23C);
    private static final Color NONE = new Color(0x8A9BB0);

    QuestionChart {
        days = List.copyOf(days);
        unanswered = List.copyOf(unanswered);
    }

    byte[] png() {
        int height = BASE + MARGIN + unanswered.size() * ROW;
        var image = new ChartImage(WIDTH, height);
        image.fill(LINE, MARGIN, BASE, WIDTH - 2 * MARGIN, 1);
        drawDays(image);
        drawUnanswered(image);
        return image.png();
    }

    private void drawDays(ChartImage image) {
        int most = Math.max(1, days.stream().mapToInt(DayCounts::all).max().orElse(1));
        int step = (WIDTH - 2 * MARGIN) / days.size();
        int width = Math.max(1, step * 4 / 5);
        int x = MARGIN;
        for (DayCounts day : days) {
            int answered = TALLEST * day.answered() / most;
            int closest = TALLEST * day.closest() / most;
            int none = TALLEST * day.none() / most;
            image.fill(ANSWERED, x, BASE - answered, width, answered);
            image.fill(CLOSEST, x, BASE - answered - closest, width, closest);
            image.fill(NONE, x, BASE - answered - closest - none, width, none);
            x += step;
        }
    }

    private void drawUnanswered(ChartImage image) {
        int most = unanswered.isEmpty() ? 1 : Math.max(1, unanswered.getFirst());
        int y = BASE + MARGIN / 2;
        for (int times : unanswered) {
            int width = (WIDTH - 2 * MARGIN) * times / most;
            image.fill(NONE, MARGIN, y, Math.max(2, width), ROW - 4);
            y += ROW;
        }
    }
}
