package tadpole.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recording.Recording;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.training.TrainedNetwork;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/** A run on one thread with every fifth moment kept. */
record Trained(TrainedNetwork network, Recording recording, List<Moment> moments) {

    static Trained of(TinyExperiment plan, Dataset dataset) {
        Recording recording = new Recording();
        List<Moment> moments = new ArrayList<>();
        Experiment experiment = plan.build();
        try (Device device = Device.cpu(1)) {
            Trainer trainer = new Trainer(experiment, dataset, device, _ -> {});
            moments.add(trainer.moment());
            trainer.watch(new Onlooker() {
                @Override
                public void afterStep(Trainer of, TrainingEvent.Stepped event) {
                    if (event.step() % 5 == 0) {
                        moments.add(of.moment());
                    }
                }
            });
            trainer.run(JobControl.UNWATCHED);
            moments.forEach(recording::keep);
            return new Trained(TrainedNetwork.of(experiment, dataset, trainer.setup().network()), recording, moments);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** Stopped when it asks once more than so many times whether to go on. */
    static JobControl asking(int times) {
        return new JobControl() {
            private int left = times;

            @Override
            public boolean proceed() {
                return left-- > 0;
            }

            @Override
            public void report(Progress progress) {}
        };
    }
}
