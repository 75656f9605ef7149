package tadpole.app.pane.playground.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

class DiagramTest {

    private static final Wiring WIRING = new Wiring(List.of(new Wiring.Hidden(3, "tanh"), new Wiring.Hidden(4, Wiring.NONE), new Wiring.Hidden(2, "relu")), "xavier");
    private final Columns columns = Columns.of(2, WIRING, 3);

    @Test
    void everyNumberStandsWhereTheNetworkHasIt() throws Exception {
        Network network = Network.build(Shape.of(2), WIRING.layers(3), new Seed(1));
        int before = 0;
        for (Parameter parameter : network.parameters()) {
            boolean weight = parameter.role() == Parameter.Role.WEIGHT;
            int column = Integer.parseInt(parameter.name().replaceAll("\\D", ""));
            for (int i = 0; i < parameter.size(); i++) {
                int in = columns.size(column - 1);
                Columns.Number number = weight ? new Weight(column, i % in, i / in) : new Bias(column, i);
                assertThat(columns.place(number)).isEqualTo(before + i);
                assertThat(columns.parameter(number)).isEqualTo(parameter.name());
                assertThat(columns.index(number)).isEqualTo(i);
                assertThat(columns.number(parameter.name(), i)).isEqualTo(number);
            }
            before += parameter.size();
        }
        assertThat(columns.parameters()).isEqualTo(before);
    }

    @Test
    void oneFindsWhatOnePointsAt() {
        Diagram diagram = new Diagram(columns, 510, 420, 1);
        Unit neuron = new Unit(2, 1);
        assertThat(diagram.at(diagram.x(2), diagram.y(neuron))).contains(neuron);
        Bias bias = new Bias(1, 0);
        assertThat(diagram.at(diagram.biasX(bias), diagram.biasY(bias))).contains(bias);
        Weight straight = new Weight(1, 0, 0);
        assertThat(diagram.at(diagram.middle(straight), (diagram.fromY(straight) + diagram.toY(straight)) / 2)).contains(straight);
        assertThat(diagram.at(2, 2)).isEqualTo(Optional.empty());
    }

    @Test
    void theLargestNetworkHasRoomInTheSmallestCard() {
        Wiring deep = new Wiring(List.of(), "xavier").deep(6);
        for (int i = 0; i < 6; i++) {
            deep = deep.wide(i, 8);
        }
        Diagram diagram = new Diagram(Columns.of(7, deep, 6), 480, 380, 1);
        assertThat(diagram.y(new Unit(1, 0)) - diagram.tile() / 2).isGreaterThan(50);
        assertThat(diagram.y(new Unit(1, 7)) + diagram.tile() / 2).isLessThan(380);
        assertThat(diagram.y(new Unit(1, 1)) - diagram.y(new Unit(1, 0))).isGreaterThan(diagram.tile());
        assertThat(Columns.of(7, deep, 6).parameters()).isLessThanOrEqualTo(new Look().weights().length);
    }

    @Test
    void layersAreReadAsTheyWereWritten() {
        assertThat(Wiring.of(WIRING.layers(3))).contains(WIRING);
        assertThat(Wiring.of(new Wiring(List.of(), "he").layers(4))).contains(new Wiring(List.of(), "he"));
        assertThat(WIRING.words(2, 3)).isEqualTo("2–3–4–2–3 tanh, linear, ReLU");
        assertThat(WIRING.deep(1).hidden()).hasSize(1);
        assertThat(WIRING.wide(0, 99).hidden().getFirst().neurons()).isEqualTo(8);
        assertThatThrownBy(() -> new Wiring.Hidden(9, "tanh")).hasMessage("A hidden layer has 1 to 8 neurons here, not 9.");
    }

    @Test
    void colorsAreTheSurfaceAtZeroAndPaleWhereNobodyIsSure() {
        Inks inks = new Inks(0xFFFFFF, 0x0000FF, 0xFF0000, List.of(0x0000FF, 0xFF0000));
        assertThat(inks.signed(0)).isEqualTo(0xFFFFFFFF);
        assertThat(inks.signed(1) & 0xFF).isEqualTo(inks.signed(-1) >> 16 & 0xFF);
        int sure = inks.mixed(new float[] {1, 0}, 0, 2) >> 16 & 0xFF;
        int unsure = inks.mixed(new float[] {0.5f, 0.5f}, 0, 2) >> 8 & 0xFF;
        assertThat(unsure).isGreaterThan(sure);
    }
}
