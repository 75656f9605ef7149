package tadpole.engine.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.design.Fault.Fix;
import tadpole.engine.kernel.PaddingMode;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Layers that take pictures, channels×height×width. */
final class PictureSizes {

    private PictureSizes() {}

    static void requirePicture(Spec spec, Shape input) throws NoFitException {
        if (input.rank() != 3) {
            throw new NoFitException(Fault.of("%s takes pictures as channels×height×width, but is given %s."
                    .formatted(Specs.recipe(spec.type()).label(), input), "", Optional.empty(), Sizes.remove()));
        }
    }

    static LayerSize convolution(Spec spec, Shape input) throws NoFitException {
        requirePicture(spec, input);
        Settings settings = spec.settings();
        int in = input.at(0);
        int out = settings.whole("out");
        int groups = settings.whole("groups");
        Slide rows = Slide.rows(settings, input.at(1));
        Slide columns = Slide.columns(settings, input.at(2));
        Optional<Shape> likely = rows.fits() && columns.fits() ? Optional.of(Shape.of(out, rows.places(), columns.places())) : Optional.empty();
        requireGroups(spec, in, likely);
        requireRoom(spec, rows, columns);
        requireFrame(spec, rows, columns, likely);
        Shape output = likely.orElseThrow();
        long weights = Sizes.parameter(spec, output, out, in / groups, rows.size(), columns.size());
        boolean copied = rows.before() + rows.after() + columns.before() + columns.after() > 0
                && (!settings.choice("paddingMode").equals("zeros") || rows.before() != rows.after() || rows.before() != columns.before()
                        || columns.before() != columns.after());
        long padded = copied ? (long) in * (rows.n() + rows.before() + rows.after()) * (columns.n() + columns.before() + columns.after()) : 0;
        return new LayerSize(output, weights + (settings.on("bias") ? out : 0), weights * rows.places() * columns.places(), output.size() + input.size() + padded,
                2 * weights);
    }

    private static void requireGroups(Spec spec, int in, Optional<Shape> likely) throws NoFitException {
        int out = spec.settings().whole("out");
        int groups = spec.settings().whole("groups");
        if (in % groups == 0 && out % groups == 0) {
            return;
        }
        int wrong = in % groups != 0 ? in : out;
        List<Fix> fixes = new ArrayList<>();
        int most = groups;
        while (in % most != 0 || out % most != 0) {
            most--;
        }
        fixes.add(Sizes.instead("Take " + (most == 1 ? "1 group" : most + " groups"), Specs.with(spec, "groups", (long) most)));
        if (in % groups == 0) {
            long whole = (long) Math.ceilDiv(out, groups) * groups;
            fixes.add(Sizes.instead("Let %d channels go out".formatted(whole), Specs.with(spec, "out", whole)));
        }
        fixes.add(Sizes.remove());
        throw new NoFitException(new Fault("%d groups must divide the channels, but %d come in and %d go out.".formatted(groups, in, out),
                "%d mod %d = %d".formatted(wrong, groups, wrong % groups), fixes, likely));
    }

    private static void requireRoom(Spec spec, Slide rows, Slide columns) throws NoFitException {
        Slide tight = rows.fits() ? columns : rows;
        if (tight.fits()) {
            return;
        }
        boolean pools = spec.type().endsWith("Pool2d");
        String what = pools ? "window" : "kernel";
        List<Fix> fixes = new ArrayList<>();
        int largest = Math.min(rows.largest(), columns.largest());
        if (largest >= 1 && rows.size() == columns.size()) {
            fixes.add(Sizes.instead("Take a %d×%d %s".formatted(largest, largest, what), sized(spec, largest)));
        }
        int padding = Math.max(rows.paddingToFit(), columns.paddingToFit());
        if (pools ? 2 * padding <= tight.size() : padding <= 1024 && spec.settings().choice("paddingMode").equals("zeros")) {
            fixes.add(Sizes.instead("Set padding to " + padding, padded(spec, padding)));
        }
        if (tight.dilation() > 1 && rows.undilated().fits() && columns.undilated().fits()) {
            fixes.add(Sizes.instead("Set dilation to 1", Specs.with(spec, "dilation", 1L)));
        }
        fixes.add(Sizes.remove());
        throw new NoFitException(new Fault("A %d×%d %s does not fit a %d×%d picture.".formatted(rows.size(), columns.size(), what, rows.n(), columns.n()),
                tight.formula(), fixes, Optional.empty()));
    }

    /** Pooling's stride is kept, so that a window of 1 leaves pixels out: there the stride is 1 too. */
    private static Spec sized(Spec spec, int size) {
        Spec sized = Specs.with(spec, "kernel", (long) size);
        return spec.type().endsWith("Pool2d") ? Specs.with(Specs.with(sized, "stride", (long) size), "padding", 0L) : sized;
    }

    private static Spec padded(Spec spec, int padding) {
        Spec padded = Specs.with(spec, "padding", (long) padding);
        return spec.type().equals("conv2d") ? Specs.with(Specs.with(padded, "paddingWidth", -1L), "paddingSame", false) : padded;
    }

    private static void requireFrame(Spec spec, Slide rows, Slide columns, Optional<Shape> likely) throws NoFitException {
        PaddingMode mode = switch (spec.settings().choice("paddingMode")) {
            case "reflect" -> PaddingMode.REFLECT;
            case "circular" -> PaddingMode.CIRCULAR;
            default -> PaddingMode.ZEROS;
        };
        boolean high = Math.max(rows.before(), rows.after()) > mode.most(rows.n());
        if (!high && Math.max(columns.before(), columns.after()) <= mode.most(columns.n())) {
            return;
        }
        Slide wrong = high ? rows : columns;
        int most = Math.min(mode.most(rows.n()), mode.most(columns.n()));
        List<Fix> fixes = new ArrayList<>(List.of(Sizes.instead("Pad with zeros", Specs.with(spec, "paddingMode", "zeros"))));
        if (rows.padded(most).fits() && columns.padded(most).fits()) {
            fixes.add(Sizes.instead("Set padding to " + most, padded(spec, most)));
        }
        fixes.add(Sizes.remove());
        throw new NoFitException(new Fault("Padding from the picture itself takes at most %d of its %d pixels, but %d are asked for."
                .formatted(mode.most(wrong.n()), wrong.n(), Math.max(wrong.before(), wrong.after())),
                "%d > %d".formatted(Math.max(wrong.before(), wrong.after()), mode.most(wrong.n())), fixes, likely));
    }

    /** @param kept numbers kept for each that comes out */
    static LayerSize pooling(Spec spec, Shape input, int kept) throws NoFitException {
        requirePicture(spec, input);
        Settings settings = spec.settings();
        int size = settings.whole("kernel");
        int padding = settings.whole("padding");
        Slide rows = Slide.pooling(settings, input.at(1));
        Slide columns = Slide.pooling(settings, input.at(2));
        if (2 * padding > size) {
            Optional<Shape> likely = rows.fits() && columns.fits() ? Optional.of(Shape.of(input.at(0), rows.places(), columns.places())) : Optional.empty();
            throw new NoFitException(Fault.of("Padding may be at most half the window.", "2·%d > %d".formatted(padding, size), likely,
                    Sizes.instead("Set padding to " + size / 2, Specs.with(spec, "padding", (long) (size / 2))), Sizes.remove()));
        }
        requireRoom(spec, rows, columns);
        Shape output = Shape.of(input.at(0), rows.places(), columns.places());
        return LayerSize.plain(output, (long) kept * output.size());
    }

    static LayerSize global(Spec spec, Shape input) throws NoFitException {
        requirePicture(spec, input);
        return LayerSize.plain(Shape.of(input.at(0)), input.at(0));
    }

    static LayerSize batchNorm(Spec spec, Shape input) throws NoFitException {
        if (input.rank() != 1 && input.rank() != 3) {
            throw new NoFitException(Fault.of("Batch normalization takes pictures or a row of numbers, but is given %s.".formatted(input), "",
                    Optional.of(input), Sizes.instead("Take layer normalization instead", Specs.of("layerNorm")), Sizes.remove()));
        }
        return new LayerSize(input, 2L * input.at(0), 0, input.size(), 8L * input.at(0));
    }

    /** Pixels that no window reaches: allowed, and hardly meant. */
    static Optional<Fault> leftOut(Spec spec, Shape input, Shape output) {
        boolean pools = spec.type().endsWith("Pool2d") && !spec.type().startsWith("global");
        if (!pools && !spec.type().equals("conv2d")) {
            return Optional.empty();
        }
        Slide rows = pools ? Slide.pooling(spec.settings(), input.at(1)) : Slide.rows(spec.settings(), input.at(1));
        Slide columns = pools ? Slide.pooling(spec.settings(), input.at(2)) : Slide.columns(spec.settings(), input.at(2));
        if (rows.leftOut() + columns.leftOut() == 0) {
            return Optional.empty();
        }
        Slide odd = rows.leftOut() > 0 ? rows : columns;
        List<Fix> fixes = new ArrayList<>();
        int padding = odd.paddingToBeEven();
        if (padding >= 0 && rows.equals(columns)) {
            fixes.add(Sizes.instead("Set padding to " + padding, padded(spec, padding)));
        }
        return Optional.of(new Fault("No %s reaches %s: they are left out.".formatted(pools ? "window" : "kernel", ends(rows.leftOut(), columns.leftOut())),
                "%s, so %d".formatted(odd.formula(), odd.places()), fixes, Optional.of(output)));
    }

    private static String ends(int rows, int columns) {
        String below = rows == 0 ? "" : "the last %s".formatted(rows == 1 ? "row" : rows + " rows");
        String right = columns == 0 ? "" : "the last %s".formatted(columns == 1 ? "column" : columns + " columns");
        return below.isEmpty() ? right : right.isEmpty() ? below : below + " and " + right;
    }
}
