package tadpole.app.shell;

import tadpole.app.job.Jobs;
import tadpole.engine.tensor.Device;

/**
 * What every pane gets to work with.
 *
 * @param workspace what the panes share
 * @param jobs      starts long work
 * @param device    where the arithmetic happens
 * @param messages  tells the person what happened and what to do
 * @param theme     the colors that charts and canvases draw with
 * @param navigator opens another pane
 */
public record Desk(Workspace workspace, Jobs jobs, Device device, Messages messages, Theme theme, Navigator navigator) {}
