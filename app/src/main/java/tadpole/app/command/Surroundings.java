package tadpole.app.command;

import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param environment  variables by name
 * @param terminal     where progress is shown
 * @param interruption whether Ctrl+C ends the run in order; false where the process is not the command's own
 */
record Surroundings(Map<String, String> environment, Terminal terminal, boolean interruption) {}
