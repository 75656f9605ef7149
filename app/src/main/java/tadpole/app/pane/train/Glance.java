package tadpole.app.pane.train;

/** Which images the strip asks about: so many, and of mistaken ones only or of all. */
record Glance(boolean onlyMistakes, int count) {}
