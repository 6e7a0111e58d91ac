package dev.verbatim.telegram.editors;

import dev.verbatim.telegram.answering.AnswerStore.DayCounts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

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

    private static final Color PAPER = Color.WHITE;
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
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        fill(graphics, PAPER, 0, 0, WIDTH, height);
        fill(graphics, LINE, MARGIN, BASE, WIDTH - 2 * MARGIN, 1);
        drawDays(graphics);
        drawUnanswered(graphics);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory is always writable
        }
        return bytes.toByteArray();
    }

    private static void fill(
            Graphics2D graphics, Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    private void drawDays(Graphics2D graphics) {
        int most = Math.max(1, days.stream().mapToInt(DayCounts::all).max().orElse(1));
        int step = (WIDTH - 2 * MARGIN) / days.size();
        int width = Math.max(1, step * 4 / 5);
        int x = MARGIN;
        for (DayCounts day : days) {
            int answered = TALLEST * day.answered() / most;
            int closest = TALLEST * day.closest() / most;
            int none = TALLEST * day.none() / most;
            fill(graphics, ANSWERED, x, BASE - answered, width, answered);
            fill(graphics, CLOSEST, x, BASE - answered - closest, width, closest);
            fill(graphics, NONE, x, BASE - answered - closest - none, width, none);
            x += step;
        }
    }

    private void drawUnanswered(Graphics2D graphics) {
        int most = unanswered.isEmpty() ? 1 : Math.max(1, unanswered.getFirst());
        int y = BASE + MARGIN / 2;
        for (int times : unanswered) {
            int width = (WIDTH - 2 * MARGIN) * times / most;
            fill(graphics, NONE, MARGIN, y, Math.max(2, width), ROW - 4);
            y += ROW;
        }
    }
}
