package dev.verbatim.telegram.message;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A white picture that charts are drawn into as rectangles. Without fonts, which a small server
/// may not have. Not thread-safe.
public final class ChartImage {

    private static final Color PAPER = Color.WHITE;

    private final BufferedImage image;
    private final Graphics2D graphics;

    /// @param width in pixels
    /// @param height in pixels
    public ChartImage(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        fill(PAPER, 0, 0, width, height);
    }

    /// Fills a rectangle, whose upper left corner is given in pixels from that of the picture.
    public void fill(Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    /// The file. Nothing can be drawn afterwards.
    public byte[] png() {
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory is always writable
        }
        return bytes.toByteArray();
    }
}
