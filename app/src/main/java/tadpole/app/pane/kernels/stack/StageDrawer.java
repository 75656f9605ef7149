package tadpole.app.pane.kernels.stack;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.KernelCard;
import tadpole.app.pane.kernels.LayerSettings;
import tadpole.engine.convolution.StackStage;

/** The settings of the chosen stage. */
final class StageDrawer extends VBox {

    private final StackModel model;
    private final Node panes;
    private final OwnConvolution own;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Button link = new Button();
    private final PoolingForm pooling;
    private final LayerSettings convolution;
    private final KernelCard panesKernel;

    /** @param panes the drawer of the whole pane, shown while the chosen stage is the pane's convolution */
    StageDrawer(StackModel model, Node panes) {
        this.model = model;
        this.panes = panes;
        this.own = new OwnConvolution(model);
        this.pooling = new PoolingForm(model);
        this.convolution = new LayerSettings(own.edited());
        this.panesKernel = new KernelCard(model.bench());
        setId("stage-drawer");
        getStyleClass().addAll("form", "stage-drawer");
        title.getStyleClass().add("section-title");
        title.setId("stage-title");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        link.setId("stage-link");
        link.getStyleClass().add("small-button");
        link.setOnAction(_ -> {
            if (model.chosenProperty().get() == model.draft().pane()) {
                model.part();
            } else {
                model.follow();
            }
        });
        model.chosenProperty().subscribe(_ -> show());
        model.draftProperty().subscribe(_ -> show());
    }

    /** Takes the pane's drawer back from the view that had it. */
    void show() {
        StackStage stage = model.chosenStage().orElse(null);
        int number = model.chosenProperty().get() + 1;
        title.setText(stage == null ? "Picture" : "Stage " + StackWords.title(number, stage));
        switch (stage) {
            case null -> show("What goes through the stack, and the pane's convolution. Click a stage to see its settings.", panes);
            case StackStage.Rectified _ -> show("y = max(0, x): what is below zero becomes zero. It has no settings and no weights.");
            case StackStage.Pooled _ -> show("Slides a window over each channel; no weights.", pooling);
            case StackStage.Convolution _ when number - 1 == model.draft().pane() -> {
                link.setText("Give it a kernel of its own");
                show("The pane's kernel: what changes here changes in every view.", link, panesKernel, panes);
            }
            case StackStage.Convolution _ -> {
                link.setText("Take the pane's kernel");
                show("A kernel of this stage's own.", link, convolution);
            }
        }
    }

    private void show(String words, Node... content) {
        about.setText(words);
        getChildren().setAll(title, about);
        getChildren().addAll(content);
    }
}
