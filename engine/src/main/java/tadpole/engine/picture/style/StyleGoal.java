package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.pull.ContentPull;
import tadpole.engine.picture.pull.CovariancePull;
import tadpole.engine.picture.pull.Form;
import tadpole.engine.picture.pull.Gram;
import tadpole.engine.picture.pull.GramPull;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.Spread;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Makes pulls out of the pictures that are wanted, at one scale. */
final class StyleGoal {

    private final StyleLayers layers;
    private final String loss;
    private final Device device;

    /** @param loss "covariance", "relative" or "gram" */
    StyleGoal(StyleLayers layers, String loss, Device device) {
        this.layers = layers;
        this.loss = loss;
        this.device = device;
    }

    /**
     * One pull for each style layer.
     *
     * @param styles pixels of the style pictures at this scale
     * @param suffix to the layers' names: "" or " at 1/2"
     */
    List<Pull> styles(List<Tensor> styles, double[] shares, FeatureRun run, String suffix) {
        List<String> names = List.copyOf(layers.style().keySet());
        List<List<Object>> found = new ArrayList<>();
        for (Tensor style : styles) {
            Map<String, Tensor> maps = run.forward(style);
            found.add(names.stream().map(name -> statistics(maps.get(name))).toList());
        }
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int layer = i;
            pulls.add(style(names.get(i) + suffix, found.stream().map(each -> each.get(layer)).toList(), shares));
        }
        return pulls;
    }

    /** Mean and covariance of red, green and blue. */
    Pull pixels(List<Tensor> styles, double[] shares, String suffix) {
        return style(PullName.PIXELS + suffix, styles.stream().map(this::statistics).toList(), shares);
    }

    List<Pull> contents(Tensor content, FeatureRun run) {
        Map<String, Tensor> maps = run.forward(content);
        Form form = loss.equals("gram") ? Form.MEAN : Form.CENTERED;
        return layers.content().keySet().stream().<Pull>map(name ->
                new ContentPull(new PullName(PullName.Kind.CONTENT, name), maps.get(name).copy(), Optional.empty(), form, device)).toList();
    }

    private Object statistics(Tensor maps) {
        return loss.equals("covariance") ? Spread.of(maps, Optional.empty(), device) : Gram.of(maps, Optional.empty(), device);
    }

    private Pull style(String layer, List<Object> statistics, double[] shares) {
        PullName name = new PullName(PullName.Kind.STYLE, layer);
        if (loss.equals("covariance")) {
            return new CovariancePull(name, Spread.blend(statistics.stream().map(Spread.class::cast).toList(), shares), Optional.empty(), device);
        }
        Gram gram = Gram.blend(statistics.stream().map(Gram.class::cast).toList(), shares);
        return new GramPull(name, gram, Optional.empty(), loss.equals("gram") ? Form.MEAN : Form.RELATIVE, device);
    }
}
