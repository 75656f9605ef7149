package tadpole.benchmarks.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;

/** A published case of harmonization, beside it what we made of it where there is something; all of one size. */
record StudioCase(String name, Picture naive, Picture painting, Mask tight, Mask loose, Optional<Picture> ours, Picture published) {

    private static final int BOX = 190;
    private static final int LEAST = 256;
    private static final int MOST = 700;

    /** The numbers of the cases in a folder as it was published: data/N_naive.jpg and so on, results/N_final_res2.png. */
    static List<Integer> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith("_final_res2.png"))
                    .map(file -> Integer.valueOf(file.substring(0, file.indexOf('_')))).sorted().toList();
        }
    }

    /**
     * @param results folder with our pictures, each N.png, or the only folder N with result.png
     * @param size    longer side in pixels; 0 for that at which the longer side of the mask's box has 190 pixels, from 256 to 700
     */
    static StudioCase read(Path folder, int number, Optional<Path> results, int size, Device device) throws PictureException {
        Path data = folder.resolve("data");
        Picture naive = colored(data.resolve(number + "_naive.jpg"));
        Mask tight = Mask.of(colored(data.resolve(number + "_c_mask.jpg")));
        int height = naive.height();
        int width = naive.width();
        int longer = size;
        if (size == 0) {
            Box box = tight.boxAbove(0.5f);
            int side = Math.max(box.height(), box.width());
            longer = Math.clamp(Math.round((float) Math.max(height, width) * BOX / side), LEAST, MOST);
        }
        int[] fitted = Resize.sizeAt(height, width, longer);
        Optional<Path> ours = results.flatMap(where -> Stream.of(where.resolve(number + ".png"), where.resolve(Integer.toString(number)).resolve("result.png"))
                .filter(Files::exists).findFirst());
        return new StudioCase(Integer.toString(number), resized(naive, fitted, device), resized(colored(data.resolve(number + "_target.jpg")), fitted, device),
                tight.resized(fitted[0], fitted[1]), Mask.of(colored(data.resolve(number + "_c_mask_dilated.jpg"))).resized(fitted[0], fitted[1]),
                ours.isPresent() ? Optional.of(resized(colored(ours.get()), fitted, device)) : Optional.empty(),
                resized(colored(folder.resolve("results").resolve(number + "_final_res2.png")), fitted, device));
    }

    private static Picture colored(Path file) throws PictureException {
        return PictureFile.read(file).picture();
    }

    private static Picture resized(Picture picture, int[] size, Device device) {
        return Resize.of(picture, size[0], size[1], device);
    }
}
