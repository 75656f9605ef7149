package tadpole.engine.picture.finish;

/**
 * The constants of a finish.
 *
 * @param guideRadius  windows of the guided filter reach so far, in pixels
 * @param guideEpsilon its epsilon, for a lightness of 0..1
 * @param patch        side of the patches, in pixels, odd
 * @param rounds       of PatchMatch; 0 leaves the patches out, so that base and detail are the guided picture
 * @param sigma        of the 7×7 Gaussian that parts details from the base, in pixels
 * @param seed         of the random search
 */
public record FinishPlan(int guideRadius, double guideEpsilon, int patch, int rounds, double sigma, long seed) {

    /** As the authors' released program does it. */
    public static final FinishPlan STANDARD = new FinishPlan(2, 0.01, 7, 6, 1, 1);

    public FinishPlan {
        if (guideRadius < 0 || !(guideEpsilon > 0) || patch < 1 || patch % 2 == 0 || rounds < 0 || !(sigma > 0)) {
            throw new IllegalArgumentException(("A finish has radius and rounds of at least 0, epsilon and sigma above 0 and patches of an odd side, but here are"
                    + " radius %d, epsilon %s, patches of %d, %d rounds, sigma %s.").formatted(guideRadius, guideEpsilon, patch, rounds, sigma));
        }
    }
}
