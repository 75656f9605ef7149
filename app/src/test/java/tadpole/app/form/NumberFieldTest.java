package tadpole.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tadpole.engine.recipe.Setting;

@ExtendWith(ApplicationExtension.class)
class NumberFieldTest {

    private final FormModel form = FormModel.of(List.of(new Setting.Whole("batch", "Batch size", 32L, 1, 100, "", "How many.")));

    @Start
    private void start(Stage stage) {
        TextField other = new TextField();
        other.setId("other");
        stage.setScene(new Scene(new VBox(new SettingField(form.field("batch"), FormLayout.PLAIN.named("a")), other), 500, 200));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "-1", "9e999", "\uD83D\uDC38", "1.5"})
    void aRefusedEntryStaysWithASentence(String typed, FxRobot robot) {
        robot.clickOn("#a-batch").push(KeyCode.SHORTCUT, KeyCode.A);
        robot.interact(() -> robot.lookup("#a-batch").queryAs(TextField.class).replaceSelection(typed));
        robot.clickOn("#other");
        waitForFxEvents();

        assertThat(robot.lookup("#a-batch").queryAs(TextField.class).getText()).isEqualTo(typed);
        assertThat(robot.lookup("#a-batch-refusal").queryAs(Label.class).getText()).isNotEmpty();
        assertThat(form.field("batch").value()).isEqualTo(32L);
    }
}
