package tadpole.app.pane.kernels.backward;

import tadpole.app.pane.kernels.KernelsModel;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.OutputLoss;

/** Which number L the gradients are of. */
enum Choice {

    ONES("All ones", "L = sum of y", "L is the sum of the output, so dy is 1 everywhere."),
    PIXEL("One pixel", "L = y at the place", "L is one output pixel, the one pointed at: dy is 1 there and 0 elsewhere."),
    OUTPUT("The output", "L = ½ sum of y²", "L is half the sum of squares, so dy is the output itself."),
    PICTURE("Output − picture", "L = ½ sum of (y − x)²",
            "L is half the squared difference to the pixel in the window's middle, as if the picture were to come out again: dy is what is too much.");

    private final String label;
    private final String formula;
    private final String about;

    Choice(String label, String formula, String about) {
        this.label = label;
        this.formula = formula;
        this.about = about;
    }

    String label() {
        return label;
    }

    String formula() {
        return formula;
    }

    String about() {
        return about;
    }

    /** @param place the output pixel that {@link #PIXEL} is about */
    OutputLoss loss(Convolved convolved, KernelsModel.Place place) {
        return switch (this) {
            case ONES -> new OutputLoss.Sum();
            case PIXEL -> new OutputLoss.Pixel(Math.min(place.channel(), convolved.channels() - 1), Math.min(place.y(), convolved.height() - 1),
                    Math.min(place.x(), convolved.width() - 1));
            case OUTPUT -> new OutputLoss.Square();
            case PICTURE -> OutputLoss.toThePicture(convolved);
        };
    }
}
