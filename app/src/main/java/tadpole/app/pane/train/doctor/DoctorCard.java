package tadpole.app.pane.train.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Pace;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;
import tadpole.engine.doctor.Diagnosis;
import tadpole.engine.doctor.Finding;
import tadpole.engine.doctor.Trial;
import tadpole.resources.Resources;

/** What the doctor says of the run looked at, with the experiment that confirms it. */
public final class DoctorCard extends VBox {

    /** So many lines of what is well: the card shares its drawer. */
    private static final int WELL = 4;

    private final DoctorModel model;
    private final Label when = new Label();
    private final VBox rows = new VBox();
    private final Pace pace = new Pace(this::show);
    private final List<TrialRow> trials = new ArrayList<>();
    private Optional<DoctorModel.Shown> shown = Optional.empty();

    public DoctorCard(Bench bench) {
        Lab lab = bench.lab();
        this.model = new DoctorModel(lab, pace::ask);
        setId("doctor-card");
        getStyleClass().add("doctor-card");
        getStylesheets().add(Resources.url("css/pane-train-doctor.css").toExternalForm());
        when.setId("doctor-when");
        when.getStyleClass().add("doctor-when");
        rows.getStyleClass().add("doctor-rows");
        getChildren().setAll(head(), rows);
        lab.runProperty().subscribe(pace::ask);
        lab.atProperty().subscribe(pace::ask);
        lab.onNews(_ -> pace.ask());
        pace.ask();
    }

    private HBox head() {
        Label title = new Label("Doctor");
        title.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, when);
        head.getStyleClass().add("doctor-head");
        return head;
    }

    private void show() {
        DoctorModel.Shown now = model.now();
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            when.setText(now.when());
            trials.clear();
            rows.getChildren().setAll(nodes(now));
        }
        trials.forEach(TrialRow::renew);
    }

    private List<Node> nodes(DoctorModel.Shown now) {
        if (now.run().isEmpty() || now.diagnosis().isEmpty()) {
            return List.of(muted("doctor-empty", "%s speaks after the first step and after every epoch.".formatted(now.run().isEmpty() ? "Start a run: it" : "It")));
        }
        Run run = now.run().get();
        Diagnosis said = now.diagnosis().get();
        List<Node> nodes = new ArrayList<>();
        said.cause().ifPresent(cause -> nodes.add(new FindingRow(cause, "doctor-cause", trial(run, cause.trial(), "doctor-try"))));
        explained(said).ifPresent(nodes::add);
        said.findings().stream().filter(each -> each.state() == Finding.State.WELL).limit(said.cause().isPresent() ? WELL - 1 : WELL)
                .forEach(each -> nodes.add(new FindingRow(each, "doctor-" + each.rule(), trial(run, each.trial(), "doctor-try-" + each.rule()))));
        if (said.cause().flatMap(Finding::trial).filter(each -> each.goal() == Trial.Goal.BY_HEART).isEmpty()) {
            trial(run, DoctorModel.byHeart(run), "doctor-by-heart").ifPresent(row -> {
                row.name("Learn 20 by heart");
                nodes.add(row);
            });
        }
        return nodes;
    }

    /** What else was found, and may come from the cause. */
    private static Optional<Node> explained(Diagnosis said) {
        String others = said.findings().stream().filter(each -> each.state() != Finding.State.WELL).skip(1).filter(each -> !each.rule().equals("stuck"))
                .map(Finding::headline).collect(Collectors.joining(" · "));
        return others.isEmpty() ? Optional.empty() : Optional.of(muted("doctor-others", "It may explain: " + others));
    }

    private Optional<TrialRow> trial(Run run, Optional<Trial> trial, String id) {
        Optional<TrialRow> row = trial.map(each -> new TrialRow(model, run, each, id));
        row.ifPresent(trials::add);
        return row;
    }

    private static Label muted(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.getStyleClass().add("doctor-evidence");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
