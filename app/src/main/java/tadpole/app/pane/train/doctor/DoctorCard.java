package tadpole.app.pane.train.doctor;

import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;

/** What the doctor says of the run looked at, with the experiment that confirms it. */
public final class DoctorCard extends VBox {

    public DoctorCard(Bench bench) {
        setId("doctor-card");
    }
}
