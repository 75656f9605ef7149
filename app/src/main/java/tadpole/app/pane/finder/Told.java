package tadpole.app.pane.finder;

import tadpole.engine.training.SweepStep;

/** A step of one of several sweeps. @param sweep which, from 0 */
record Told(int sweep, SweepStep step) {}
