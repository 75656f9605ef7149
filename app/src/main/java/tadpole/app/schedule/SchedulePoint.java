package tadpole.app.schedule;

import java.util.OptionalDouble;

/**
 * Rate and momentum of one step.
 *
 * @param step     counted from 0, as schedules do
 * @param momentum empty where there is none, or the schedule leaves it alone
 */
public record SchedulePoint(long step, double rate, OptionalDouble momentum) {}
