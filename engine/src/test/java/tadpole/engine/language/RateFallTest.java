package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.SettingException;

class RateFallTest {

    private static RateFall rates(String decay, int before) throws SettingException {
        return new RateFall(LanguagePlan.RECIPE.settings(Map.of("rate", 1.0, "decay", decay, "decayBy", 0.5, "decayFrom", 3)), before);
    }

    @Test
    void fallsFromAnEpochOn() throws SettingException {
        RateFall rates = rates("afterEpoch", 0);
        double[] expected = {1, 1, 0.5, 0.25};

        for (double rate : expected) {
            assertEquals(rate, rates.rate());
            rates.judge(Double.NaN);
        }
        assertEquals(0.25, rates("afterEpoch", 3).rate());
    }

    @Test
    void fallsWhereValidationDoesNotGetBetter() throws SettingException {
        RateFall rates = rates("plateau", 0);

        rates.judge(2);
        rates.judge(1.5);
        assertEquals(1, rates.rate());
        rates.judge(1.5);
        assertEquals(0.5, rates.rate());
        rates.judge(1.4);
        assertEquals(0.5, rates.rate());
    }

    @Test
    void staysWhereItNeverFallsOrNothingIsMeasured() throws SettingException {
        RateFall never = rates("never", 20);
        RateFall unmeasured = rates("plateau", 0);

        unmeasured.judge(Double.NaN);
        unmeasured.judge(Double.NaN);

        assertEquals(1, never.rate());
        assertEquals(1, unmeasured.rate());
    }
}
