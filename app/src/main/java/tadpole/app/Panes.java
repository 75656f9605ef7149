package tadpole.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.command.DataSources;
import tadpole.app.experiment.Examples;
import tadpole.app.pane.data.DataPane;
import tadpole.app.pane.finder.FinderPane;
import tadpole.app.pane.gradients.GradientsPane;
import tadpole.app.pane.kernels.KernelsPane;
import tadpole.app.pane.playground.PlaygroundPane;
import tadpole.app.pane.race.RacePane;
import tadpole.app.pane.studio.StudioPane;
import tadpole.app.pane.text.TextPane;
import tadpole.app.pane.train.TrainPane;
import tadpole.app.shell.CacheFolder;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.PaneEntry.Group;
import tadpole.samples.SampleData;

/** Every pane there is, in the order of the rail. */
public final class Panes {

    /** A new pane is one new package and one line here. */
    public static final List<PaneEntry> ALL = List.of(
            new PaneEntry("data", "Data", Material2OutlinedAL.DASHBOARD, Group.LOOK, desk -> new DataPane(desk, dataFolders())),
            new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, Group.LEARN, desk -> new TrainPane(desk, examples(), Optional.of(CacheFolder.ofThisUser().resolve("runs")))),
            new PaneEntry("finder", "LR finder", Material2OutlinedAL.INSIGHTS, Group.LEARN, FinderPane::new),
            new PaneEntry("race", "Optimizers", Material2OutlinedAL.EMOJI_EVENTS, Group.LEARN, desk -> new RacePane(desk, dataFolders(), SampleData.experiments())),
            new PaneEntry("gradients", "Gradients", Material2OutlinedAL.FUNCTIONS, Group.UNDERSTAND, desk -> GradientsPane.make(desk, dataFolders())),
            new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, Group.UNDERSTAND, PlaygroundPane::of),
            new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, Group.UNDERSTAND, desk -> KernelsPane.of(desk, dataFolders())),
            new PaneEntry("studio", "Studio", Material2OutlinedAL.BRUSH, Group.MAKE, StudioPane::of),
            new PaneEntry("text", "Text", Material2OutlinedMZ.TEXT_FIELDS, Group.MAKE, TextPane::of));

    private Panes() {}

    private static Examples examples() {
        return new Examples(SampleData.experiments(), dataFolders());
    }

    private static List<Path> dataFolders() {
        return List.of(SampleData.data(), DataSources.userFolder(System.getenv()));
    }
}
