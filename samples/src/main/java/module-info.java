/** Small data and experiment files that ship with the app, and the code that made them. */
module tadpole.samples {
    // Reads the bundled files where they sit in a jar; named so that a linked image holds it.
    requires jdk.zipfs;

    exports tadpole.samples;
}
