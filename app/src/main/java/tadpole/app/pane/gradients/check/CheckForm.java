package tadpole.app.pane.gradients.check;

import java.util.LinkedHashMap;
import java.util.Map;
import tadpole.app.form.FormModel;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.pane.gradients.SubjectForm;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What is edited in the drawer: the subject, which the rooms share, and how it is checked. */
final class CheckForm {

    private final SubjectForm subject;
    private final FormModel check = new FormModel(CheckPlan.RECIPE);
    private final Subject of;

    CheckForm(Subject of) {
        this.of = of;
        this.subject = new SubjectForm(of);
        check.field("most").take(0L);
    }

    SubjectForm subject() {
        return subject;
    }

    FormModel check() {
        return check;
    }

    /** As it is, with one setting changed. */
    Settings with(String key, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(check.settings().asMap());
        values.put(key, value);
        try {
            return CheckPlan.RECIPE.settings(values);
        } catch (SettingException impossible) {
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }

    /** What a check file says: its experiment, its samples in the training part as far as they follow each other, its settings. */
    void show(CheckPlan plan) {
        check.show(plan.settings());
        of.use(plan.experiment(), plan.samples());
    }
}
