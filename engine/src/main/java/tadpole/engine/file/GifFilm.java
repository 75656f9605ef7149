package tadpole.engine.file;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.film.Dither;
import tadpole.engine.picture.film.Palette;

/**
 * A film as an animated GIF that begins again at its end. Every picture has its own 255 colors and holds only what differs from the one
 * before, so that what stands still does not flicker. One picture at a time is in memory.
 */
public final class GifFilm implements Film {

    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";
    private static final int COLORS = 255;
    /** Differences of so many levels of 255 in one channel are not drawn anew. */
    private static final int SAME = 2;
    private static final int FOREVER = 0;

    private final Path path;
    private final SafeFile file;
    private final ImageOutputStream out;
    private final ImageWriter writer;
    private int height;
    private int width;
    private int[] shown = new int[0];
    private int size;

    private GifFilm(Path path, SafeFile file) {
        this.path = path;
        this.file = file;
        this.out = new MemoryCacheImageOutputStream(file.out());
        this.writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(out);
    }

    public static GifFilm open(Path path) throws FileException {
        try {
            return new GifFilm(path, SafeFile.open(path));
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    /** @throws IllegalArgumentException where it has another size than the first, or neither one nor three channels */
    @Override
    public void add(Picture picture, int delayMillis) throws FileException {
        if (picture.channels() != 1 && picture.channels() != 3) {
            throw new IllegalArgumentException("A film's pictures have 1 or 3 channels, but %s has %d.".formatted(picture.name(), picture.channels()));
        }
        if (size > 0 && (picture.height() != height || picture.width() != width)) {
            throw new IllegalArgumentException("All pictures of a film have one size, but the first is %d×%d and picture %d is %d×%d.".formatted(width, height,
                    size + 1, picture.width(), picture.height()));
        }
        try {
            if (size == 0) {
                height = picture.height();
                width = picture.width();
                shown = new int[height * width];
                writer.prepareWriteSequence(null);
            }
            write(pixels(picture), Math.clamp(Math.round(delayMillis / 10.0), 2, 65535));
            out.flushBefore(out.getStreamPosition());
            size++;
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    private static int[] pixels(Picture picture) {
        int area = picture.height() * picture.width();
        float[] values = picture.values().data();
        float span = picture.white() - picture.black();
        int[] made = new int[area];
        for (int c = 0; c < 3; c++) {
            int plane = picture.isColored() ? c * area : 0;
            for (int i = 0; i < area; i++) {
                made[i] = made[i] << 8 | Math.round(Math.clamp((values[plane + i] - picture.black()) / span * 255, 0f, 255f));
            }
        }
        return made;
    }

    private void write(int[] pixels, int hundredths) throws IOException {
        Box box = size == 0 ? Box.of(height, width) : changed(pixels);
        int[] part = new int[box.width() * box.height()];
        boolean[] drawn = new boolean[part.length];
        for (int i = 0; i < part.length; i++) {
            int at = (box.y() + i / box.width()) * width + box.x() + i % box.width();
            part[i] = pixels[at];
            drawn[i] = size == 0 || differs(pixels[at], shown[at]);
            shown[at] = drawn[i] ? pixels[at] : shown[at];
        }
        Palette palette = Palette.of(part, drawn, COLORS);
        BufferedImage image = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_BYTE_INDEXED, colors(palette));
        byte[] indices = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(Dither.of(part, drawn, box.width(), palette, COLORS), 0, indices, 0, indices.length);
        writer.writeToSequence(new IIOImage(image, null, metadata(image, box, hundredths)), null);
    }

    /** At least one pixel. */
    private Box changed(int[] pixels) {
        Box box = Box.NOTHING;
        for (int y = 0; y < height; y++) {
            int left = 0;
            while (left < width && !differs(pixels[y * width + left], shown[y * width + left])) {
                left++;
            }
            int right = width;
            while (right > left && !differs(pixels[y * width + right - 1], shown[y * width + right - 1])) {
                right--;
            }
            box = box.and(Box.between(left, y, right, y + 1));
        }
        return box.isEmpty() ? Box.of(1, 1) : box;
    }

    private static boolean differs(int a, int b) {
        return Math.abs((a >> 16) - (b >> 16)) > SAME || Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) > SAME || Math.abs((a & 0xFF) - (b & 0xFF)) > SAME;
    }

    private static IndexColorModel colors(Palette palette) {
        int[] colors = new int[COLORS + 1];
        System.arraycopy(palette.colors(), 0, colors, 0, palette.size());
        return new IndexColorModel(8, colors.length, colors, 0, false, COLORS, DataBuffer.TYPE_BYTE);
    }

    private IIOMetadata metadata(BufferedImage image, Box box, int hundredths) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(IMAGE_FORMAT);
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(box.x()));
        descriptor.setAttribute("imageTopPosition", Integer.toString(box.y()));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(COLORS));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (size == 0) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, FOREVER, FOREVER});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(IMAGE_FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public int size() {
        return size;
    }

    /** @throws IllegalStateException where it has no picture */
    @Override
    public void keep() throws FileException {
        if (size == 0) {
            throw new IllegalStateException("A film without a picture cannot be kept.");
        }
        try {
            writer.endWriteSequence();
            out.flush();
            file.keep();
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    @Override
    public void close() throws FileException {
        writer.dispose();
        try {
            file.close();
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }
}
