package tadpole.engine.picture.pull;

/** What a squared distance is divided by. */
public enum Form {
    /** By the count of numbers: a mean squared error, as in the papers. */
    MEAN,
    /** By the squared length of what is wanted: weights then mean the same for every network and layer. */
    RELATIVE,
    /** By the squared length of what is wanted about its mean over the places; content only. */
    CENTERED
}
