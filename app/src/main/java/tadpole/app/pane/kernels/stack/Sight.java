package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.convolution.Area;
import tadpole.engine.convolution.ReceptiveField;
import tadpole.engine.convolution.StackNumber;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.tensor.Tensor;

/**
 * One number of a stack that is looked at, and what it has seen.
 *
 * @param areas  in every plane up to its own, not cut at the edges; the first is that of the picture
 * @param number where it comes from; empty for pixels of the picture
 */
public record Sight(StackModel.Spot spot, StackRun run, List<Area> areas, Optional<StackNumber> number) {

    static Sight of(StackRun run, StackModel.Spot spot) {
        ReceptiveField field = run.receptiveField();
        List<Area> areas = IntStream.rangeClosed(0, spot.plane()).mapToObj(plane -> field.area(spot.plane(), spot.y(), spot.x(), plane)).toList();
        return new Sight(spot, run, areas,
                spot.plane() == 0 ? Optional.empty() : Optional.of(run.number(spot.plane(), spot.channel(), spot.y(), spot.x())));
    }

    /** "Stage 3 sees 10 × 10 pixels of the picture, moves by 4." */
    String sees() {
        int plane = spot.plane();
        if (plane == 0) {
            return "A pixel of the picture.";
        }
        Area area = areas.getFirst();
        int jump = run.receptiveField().jump(plane);
        String places = area.height() == 1 && area.width() == 1 ? "1 pixel" : "%d × %d pixels".formatted(area.height(), area.width());
        return "Sees %s of the picture, moves by %d.".formatted(places, jump);
    }

    /** "Reaches 3 rows above and 2 columns left of it, into padding."; empty where all of it is inside. */
    String beyond() {
        Area area = areas.getFirst();
        Tensor picture = run.plane(0);
        List<String> parts = new ArrayList<>();
        part(parts, -area.y(), "row", "above");
        part(parts, area.bottom() + 1 - picture.shape().at(1), "row", "below");
        part(parts, -area.x(), "column", "left of");
        part(parts, area.right() + 1 - picture.shape().at(2), "column", "right of");
        if (parts.isEmpty()) {
            return "";
        }
        String last = parts.removeLast();
        return "Reaches %s it, into padding.".formatted(parts.isEmpty() ? last : String.join(", ", parts) + " and " + last);
    }

    private static void part(List<String> parts, int count, String what, String where) {
        if (count > 0) {
            parts.add("%d %s %s".formatted(count, count == 1 ? what : what + "s", where));
        }
    }
}
