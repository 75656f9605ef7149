package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * A network as text, one layer a line, in PyTorch's words: {@code Conv2d(1, 6, kernel_size=5, padding=2)}. What is at its default is
 * left out. What comes in may be a question mark. Lines may begin with {@code (0):} or {@code nn.} and end with a comma, as PyTorch
 * prints networks and as its programs write them; # begins a remark.
 */
public final class NetworkText {

    private NetworkText() {}

    public static String write(Shape input, List<Spec> layers) {
        StringBuilder text = new StringBuilder();
        Design design = Design.of(input, layers, 1);
        Optional<Shape> shape = Optional.of(input);
        for (Part part : design.parts()) {
            text.append(LayerText.write(part.spec(), shape)).append('\n');
            shape = part.output();
        }
        return text.toString();
    }

    /**
     * The layers that a text says. They need not fit each other; but where what comes in is known and a line says another number, it is
     * refused.
     *
     * @throws NetworkTextException with the line, what was found and what is accepted
     */
    public static List<Spec> read(String text, Shape input) throws NetworkTextException {
        List<Spec> layers = new ArrayList<>();
        Optional<Shape> shape = Optional.of(input);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = stripped(lines[i]);
            if (line.isEmpty() || line.matches("[A-Za-z_.]*Sequential\\(|\\)|[A-Za-z_0-9]+ *= *[A-Za-z_.]*Sequential\\(")) {
                continue;
            }
            Spec spec = LayerText.read(CallText.read(line, i + 1), shape, i + 1);
            layers.add(spec);
            shape = Design.of(input, layers, 1).parts().getLast().output();
        }
        return layers;
    }

    private static String stripped(String line) {
        int remark = line.indexOf('#');
        String said = (remark < 0 ? line : line.substring(0, remark)).strip();
        said = said.replaceFirst("^\\([A-Za-z_0-9]+\\): *", "").replaceFirst("^(torch\\.)?nn\\.", "");
        return said.endsWith(",") ? said.substring(0, said.length() - 1).strip() : said;
    }
}
