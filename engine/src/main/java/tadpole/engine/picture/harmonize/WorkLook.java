package tadpole.engine.picture.harmonize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.feature.FeatureMasks;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.Gram;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** What the second pass of a harmonization works on and aims at, for who wants to look at it: at any layer, as pass 2 does it at its own. */
public final class WorkLook {

    private final FeatureNetwork features;
    private final Settings settings;
    private final WorkArea area;
    private final double scale;
    private final Device device;

    public WorkLook(Scene scene, Settings settings, FeatureNetwork features, Device device) {
        this.features = features;
        this.settings = settings;
        this.scale = WorkArea.scale(scene, settings.whole("size"));
        this.area = WorkArea.of(scene, scale, settings.whole("margin2"), device);
        this.device = device;
    }

    /** The work's pixels for one of the scene's; at most 1. */
    public double scale() {
        return scale;
    }

    /** Which part of the scene at the work's size is worked on. */
    public Box crop() {
        return area.crop();
    }

    /** The whole painting at the work's size, [3,height,width]. */
    public Tensor painting() {
        return area.painting();
    }

    /** Of the crop's size. */
    public Mask tight() {
        return area.tight();
    }

    /** Of the crop's size. */
    public Mask loose() {
        return area.loose();
    }

    /** The crop of a picture of the scene's size, [3,crop]. */
    public Tensor pixels(Picture current) {
        return Crop.of(WorkArea.resized(current.values(), area.height(), area.width(), device), area.crop());
    }

    /** [channels,height,width] of a layer; a copy. */
    public Tensor maps(Tensor pixels, String layer) {
        return new FeatureRun(features, List.of(layer), device).forward(pixels).get(layer).copy();
    }

    /** The loose mask at each of some layers. */
    public Map<String, Mask> looseAt(List<String> layers) {
        return FeatureMasks.of(features, area.loose(), layers);
    }

    /** The tight mask at each of some layers. */
    public Map<String, Mask> tightAt(List<String> layers) {
        return FeatureMasks.of(features, area.tight(), layers);
    }

    /** Which places of the painting the picture's places under the loose mask are most like. */
    public Matches matched(Tensor pictureMaps, Tensor paintingMaps, String layer) {
        Mask loose = looseAt(List.of(layer)).get(layer);
        Tensor of = PatchMatcher.normalized(pictureMaps);
        Tensor among = PatchMatcher.normalized(paintingMaps);
        double colors = settings.decimal("matchedColors");
        if (colors > 0) {
            of = ColorLikeness.beside(of, area.composite(), colors, device);
            among = ColorLikeness.beside(among, area.painting(), colors, device);
        }
        return new PatchMatcher(device, PatchMatcher.Measure.PRODUCT).match(of, among, i -> loose.values()[i] > 0);
    }

    /** The same after places inside of the tight mask were made to agree with their neighbors, whether the plan refines or not. */
    public Matches refined(Matches matched, Tensor paintingMaps, String layer) {
        Mask tight = tightAt(List.of(layer)).get(layer);
        Tensor measured = settings.choice("measured").equals("maps") ? paintingMaps
                : Resize.of(area.painting(), matched.paintingHeight(), matched.paintingWidth(), Resize.Way.AREA, device);
        return Refinement.refine(matched, measured, i -> tight.values()[i] > 0.5f, settings.whole("window"));
    }

    /** What pass 2 takes from the painting: where a match at its own layer leads, after refinement where the plan refines. */
    public Mask chosen(Picture current) {
        String layer = matchedLayer();
        Tensor painted = maps(area.painting(), layer);
        Matches matched = matched(maps(pixels(current), layer), painted, layer);
        return PaintingMask.of(settings.on("refine") ? refined(matched, painted, layer) : matched);
    }

    /** Where pass 2 matches: relu4_1, or what stands for it, or where the plan says. */
    public String matchedLayer() {
        return LayerChoice.of(features, settings.whole("matched2") - 1);
    }

    /** The Gram matrix that pass 2 aims at. */
    public Gram target(Tensor paintingMaps, Mask chosen, String layer) {
        Mask of = PaintingMask.nearest(chosen, paintingMaps.shape().at(1), paintingMaps.shape().at(2));
        return targets().counted(Gram.of(paintingMaps, Optional.of(of), device), of, looseAt(List.of(layer)).get(layer));
    }

    /** The Gram matrix of the picture under the loose mask. */
    public Gram gram(Tensor pictureMaps, String layer) {
        return Gram.of(pictureMaps, Optional.of(looseAt(List.of(layer)).get(layer)), device);
    }

    /** The picture's maps with the values that the histogram loss of pass 2 pulls them to, where the loose mask is above 1/2; 0 elsewhere. */
    public Tensor remapped(Tensor pictureMaps, Tensor paintingMaps, Mask chosen, String layer) {
        Tensor remapped = Tensor.zeros(pictureMaps.shape());
        targets().histogram(layer, paintingMaps, chosen, looseAt(List.of(layer)).get(layer)).remap()
                .remap(pictureMaps.data(), pictureMaps.shape().at(1) * pictureMaps.shape().at(2), remapped.data(), device);
        return remapped;
    }

    private Targets targets() {
        return new Targets(features, settings, area, 0, device);
    }
}
