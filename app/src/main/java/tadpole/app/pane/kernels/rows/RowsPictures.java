package tadpole.app.pane.kernels.rows;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.pane.kernels.OutputModel;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Picture and output, small beside the matrix; pointing into them chooses pixel and row. */
final class RowsPictures extends HBox {

    private final RowsModel model;
    private final OutputModel look;
    private final PlaneModel input;
    private final PlaneModel output;
    private final PlaneView inputView;
    private final PlaneView outputView;
    private ImageRows shown;

    RowsPictures(RowsModel model, OutputModel look, Function<String, Color> tokens) {
        this.model = model;
        this.look = look;
        this.input = new PlaneModel(model.kernels().viewport());
        this.output = new PlaneModel(model.kernels().viewport());
        this.inputView = new PlaneView(input, tokens);
        this.outputView = new PlaneView(output, tokens);
        inputView.setId("rows-input");
        outputView.setId("rows-output");
        getStyleClass().add("rows-pictures");
        getChildren().setAll(titled("Picture", inputView), titled("Output", outputView));
        input.pointedProperty().subscribe((_, now) -> now.ifPresentOrElse(at -> model.pointAtPixel(at.y(), at.x()), model::pointAtNoPixel));
        output.pointedProperty().subscribe(now -> now.ifPresent(at -> model.rowsProperty().get().ifPresent(rows -> model.hoverRow(rows.row(at.y(), at.x())))));
        model.rowsProperty().subscribe(this::showWhereSeen);
        sceneProperty().subscribe(this::showWhereSeen);
        look.chosenProperty().subscribe(_ -> Optional.ofNullable(shown).ifPresent(this::tone));
        model.columnProperty().subscribe(_ -> light());
        model.kernels().inputProperty().subscribe(_ -> light());
    }

    private static VBox titled(String title, PlaneView view) {
        Label label = new Label(title);
        label.getStyleClass().add("muted");
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox box = new VBox(label, view);
        box.getStyleClass().add("rows-picture");
        box.prefWidthProperty().bind(box.heightProperty());
        return box;
    }

    void repaint() {
        inputView.repaint();
        outputView.repaint();
    }

    /** Nothing where nobody looks: an edit is to be quick in the view in front. */
    private void showWhereSeen() {
        model.rowsProperty().get().filter(rows -> getScene() != null && rows != shown).ifPresent(this::show);
    }

    private void show(ImageRows rows) {
        shown = rows;
        Picture picture = rows.convolved().picture();
        input.toningProperty().set(Toning.of(picture));
        input.channelProperty().set(model.channel());
        input.valuesProperty().set(Optional.of(picture.values()));
        PlaneModel.Around around = PlaneModel.Around.of(rows.convolved().plan(), picture.values());
        input.aroundProperty().set(around);
        output.marginProperty().set(Math.max(Math.max(around.top(), around.bottom()), Math.max(around.left(), around.right())));
        int area = rows.rows();
        Tensor plane = Tensor.zeros(Shape.of(1, rows.convolved().height(), rows.convolved().width()));
        System.arraycopy(rows.convolved().output().data(), rows.filter() * area, plane.data(), 0, area);
        tone(rows);
        output.valuesProperty().set(Optional.of(plane));
        light();
    }

    private void tone(ImageRows rows) {
        output.toningProperty().set(look.toningOfOne(rows.convolved(), rows.filter()));
    }

    /** What is pointed at, here or in the matrix. */
    void light() {
        input.channelProperty().set(model.channel());
        input.marksProperty().set(model.inputMarks());
        output.marksProperty().set(model.outputMarks());
    }
}
