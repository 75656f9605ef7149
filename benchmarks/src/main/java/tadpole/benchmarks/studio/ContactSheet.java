package tadpole.benchmarks.studio;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import tadpole.engine.picture.Picture;

/** Rows of pictures side by side with words under them, for the eye. */
final class ContactSheet {

    private static final int GAP = 8;
    private static final int WORDS = 22;

    private record Cell(Picture picture, String words) {}

    private final List<List<Cell>> rows = new ArrayList<>();
    private final int width;

    /** @param width of each picture in pixels */
    ContactSheet(int width) {
        this.width = width;
    }

    void row() {
        rows.add(new ArrayList<>());
    }

    void add(Picture picture, String words) {
        rows.getLast().add(new Cell(picture, words));
    }

    void write(Path png) throws IOException {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        int[] heights = rows.stream().mapToInt(row -> row.stream().mapToInt(this::height).max().orElse(0) + WORDS + GAP).toArray();
        int total = GAP;
        for (int each : heights) {
            total += each;
        }
        BufferedImage sheet = new BufferedImage(GAP + columns * (width + GAP), total, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(Color.BLACK);
        int top = GAP;
        for (int row = 0; row < rows.size(); row++) {
            int left = GAP;
            for (Cell cell : rows.get(row)) {
                pen.drawImage(image(cell.picture()), left, top, width, height(cell), null);
                pen.drawString(cell.words(), left, top + height(cell) + WORDS - 7);
                left += width + GAP;
            }
            top += heights[row];
        }
        pen.dispose();
        ImageIO.write(sheet, "png", png.toFile());
    }

    private int height(Cell cell) {
        return Math.round((float) width * cell.picture().height() / cell.picture().width());
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    rgb = rgb << 8 | Math.clamp(Math.round(picture.at(picture.isColored() ? channel : 0, y, x)), 0, 255);
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }
}
