package tadpole.app.pane.kernels.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.WindowSum;

/** The written-out sum of the place: its products at the left, the sums and the result at the right. */
final class SumCard extends HBox {

    /** As many channels stand side by side as chips; more are picked from a list. */
    private static final int MOST_CHIPS = 4;

    private final KernelsModel model;
    private final PlaceModel places;
    private final SlideModel slide;
    private final Label where = label("window-where", "section-title");
    private final Label pinned = label("window-pinned", "muted");
    private final HBox chips = new HBox();
    private final ComboBox<String> list = new ComboBox<>();
    private final ProductGrid grid;
    private final Label readout = label("window-readout", "muted");
    private final Label parts = label("window-parts", "window-parts");
    private final Label result = label("window-result", "figure-large");
    private final Label after = label("window-after", "window-parts");
    private final Label rounded = label("window-rounded", "muted");
    private final Tooltip digits = new Tooltip();
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private Optional<SumSheet> sheet = Optional.empty();

    SumCard(KernelsModel model, PlaceModel places, SlideModel slide) {
        this.model = model;
        this.places = places;
        this.slide = slide;
        this.grid = new ProductGrid(places.productProperty()::set);
        getStyleClass().addAll("card", "sum-card");
        chips.getStyleClass().add("window-chips");
        list.setId("window-channel-list");
        list.valueProperty().addListener((_, _, _) -> pickFromList());
        result.setTooltip(digits);
        where.setMinWidth(USE_PREF_SIZE);
        pinned.setMinWidth(0);
        chips.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(where, pinned, gap, chips);
        head.getStyleClass().add("sum-head");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("edge-to-edge", "sum-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        readout.setMinWidth(0);
        VBox left = new VBox(head, scroll, readout);
        left.getStyleClass().add("sum-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        parts.setWrapText(true);
        after.setWrapText(true);
        VBox right = new VBox(parts, result, after, rounded);
        right.getStyleClass().add("sum-right");
        getChildren().setAll(left, right);
        model.convolvedProperty().subscribe(this::refresh);
        model.placeProperty().subscribe(this::refresh);
        model.channelProperty().subscribe(now -> channel.set(now.intValue()));
        channel.subscribe(this::refresh);
        places.pinnedProperty().subscribe(_ -> hint());
        slide.reachedProperty().subscribe(_ -> hint());
        places.productProperty().subscribe(_ -> read());
        grid.fullProperty().subscribe(_ -> read());
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        return label;
    }

    private void refresh() {
        sheet = model.window().map(SumSheet::of);
        setVisible(sheet.isPresent());
        sheet.ifPresent(now -> show(now, model.convolvedProperty().get().orElseThrow()));
    }

    private void show(SumSheet now, Convolved shown) {
        WindowSum sum = now.sum();
        int channels = shown.picture().channels();
        boolean each = shown.plan().mixing() == Mixing.EACH;
        String of = each && channels > 1 ? ", " + ChannelNames.of(sum.filter(), channels)
                : !each && shown.channels() > 1 ? ", filter " + (sum.filter() + 1) : "";
        where.setText("Output at y %d, x %d%s".formatted(sum.y(), sum.x(), of));
        List<String> sums = each ? results(shown, sum) : now.channels().stream().map(SumSheet.OfChannel::sum).toList();
        int chosen = each ? sum.filter() : Math.clamp(channel.get(), 0, now.channels().size() - 1);
        choose(sums, chosen, channels, each);
        grid.show(now.channels().get(each ? 0 : chosen).terms(), shown.weight().shape().at(3));
        parts.setText(parts(now, channels));
        result.setText(now.result());
        after.setText(WindowWords.after(now));
        rounded.setText(now.isExact() ? "" : "≈ rounded; all digits on hover");
        digits.setText(now.allDigits());
        hint();
        read();
    }

    /** Whether the place stays, or what one may do. */
    private void hint() {
        pinned.setText(slide.isUnderWay() ? "" : places.pinnedProperty().get() ? "pinned · Esc frees it"
                : chips.getChildren().isEmpty() ? "Hover any output pixel · Space slides the window" : "");
    }

    private static List<String> results(Convolved shown, WindowSum at) {
        return shown.channels() > MOST_CHIPS ? IntStream.range(0, shown.channels()).mapToObj(_ -> "").toList()
                : IntStream.range(0, shown.channels()).mapToObj(channel -> SumSheet.of(shown.window(channel, at.y(), at.x())).result()).toList();
    }

    private static String parts(SumSheet now, int channels) {
        String signs = "positive %s%s · negative %s".formatted(now.positive().equals("0") ? "" : "+", now.positive(), now.negative());
        if (now.channels().size() == 1) {
            return signs;
        }
        return now.channels().size() > MOST_CHIPS ? now.channels().size() + " channels · " + signs
                : now.channels().stream().map(each -> ChannelNames.of(each.channel(), channels) + " " + each.sum()).collect(Collectors.joining(" · ")) + "\n" + signs;
    }

    private void choose(List<String> sums, int chosen, int channels, boolean each) {
        if (sums.size() < 2) {
            chips.getChildren().clear();
        } else if (sums.size() <= MOST_CHIPS) {
            chips.getChildren().setAll(IntStream.range(0, sums.size()).mapToObj(i -> chip(i, ChannelNames.of(i, channels) + "  " + sums.get(i), i == chosen, each)).toList());
        } else {
            List<String> names = IntStream.range(0, sums.size()).mapToObj(i -> ChannelNames.of(i, channels)).toList();
            if (!list.getItems().equals(names)) {
                list.getItems().setAll(names);
            }
            list.getSelectionModel().select(chosen);
            chips.getChildren().setAll(list);
        }
    }

    private ToggleButton chip(int number, String text, boolean selected, boolean each) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId("window-channel-" + number);
        chip.getStyleClass().add("channel-chip");
        chip.setSelected(selected);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            pick(number, each);
        });
        return chip;
    }

    private void pickFromList() {
        int chosen = list.getSelectionModel().getSelectedIndex();
        boolean each = model.planProperty().get().mixing() == Mixing.EACH;
        int now = each ? model.placeProperty().get().map(Place::channel).orElse(0) : channel.get();
        if (chosen >= 0 && chosen != now) {
            pick(chosen, each);
        }
    }

    private void pick(int number, boolean each) {
        if (each) {
            places.lookAt(number);
        } else {
            model.channelProperty().set(number);
            channel.set(number);
        }
    }

    private void read() {
        boolean padded = sheet.stream().flatMap(now -> now.sum().products().stream()).anyMatch(WindowSum.Product::isPadding);
        String hint = (padded ? "Dashed: padding. " : "")
                + (grid.fullProperty().get() ? "Point at a product to see where it comes from." : "Three digits; point at a product to see all of it.");
        readout.setText(places.productProperty().get().flatMap(product -> sheet.stream().flatMap(now -> now.channels().stream())
                .flatMap(each -> each.terms().stream()).filter(term -> term.product().equals(product)).findFirst()).map(WindowWords::where).orElse(hint));
    }
}
