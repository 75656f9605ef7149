package tadpole.engine.language;

/** Pearson's correlation of many units with many properties, summed place by place. Values are taken relative to the first ones, so that sums stay exact. */
final class Correlations {

    private final float[] firstUnits;
    private final float[] firstProperties;
    private final double[] unitSums;
    private final double[] unitSquares;
    private final double[] propertySums;
    private final double[] propertySquares;
    private final double[] products;
    private long count;

    Correlations(int units, int properties) {
        firstUnits = new float[units];
        firstProperties = new float[properties];
        unitSums = new double[units];
        unitSquares = new double[units];
        propertySums = new double[properties];
        propertySquares = new double[properties];
        products = new double[units * properties];
    }

    /** @param units [units] @param properties [properties][places] @param place which of these */
    void add(float[] units, float[][] properties, int place) {
        if (count++ == 0) {
            System.arraycopy(units, 0, firstUnits, 0, units.length);
            for (int p = 0; p < properties.length; p++) {
                firstProperties[p] = properties[p][place];
            }
        }
        for (int u = 0; u < units.length; u++) {
            double value = units[u] - firstUnits[u];
            unitSums[u] += value;
            unitSquares[u] += value * value;
        }
        for (int p = 0; p < properties.length; p++) {
            double property = properties[p][place] - firstProperties[p];
            if (property != 0) {
                propertySums[p] += property;
                propertySquares[p] += property * property;
                int row = p * units.length;
                for (int u = 0; u < units.length; u++) {
                    products[row + u] += property * (units[u] - firstUnits[u]);
                }
            }
        }
    }

    /** From -1 to 1; 0 where one of the two never changes. */
    double of(int unit, int property) {
        double unitSpread = count * unitSquares[unit] - unitSums[unit] * unitSums[unit];
        double propertySpread = count * propertySquares[property] - propertySums[property] * propertySums[property];
        double least = 1e-9 * count * unitSquares[unit];
        if (unitSpread <= least || propertySpread <= 0) {
            return 0;
        }
        double together = count * products[property * firstUnits.length + unit] - unitSums[unit] * propertySums[property];
        return Math.clamp(together / Math.sqrt(unitSpread * propertySpread), -1, 1);
    }

    /** Whether a property is now so, now so. */
    boolean varies(int property) {
        return count * propertySquares[property] - propertySums[property] * propertySums[property] > 0;
    }
}
