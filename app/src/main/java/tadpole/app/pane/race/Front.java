package tadpole.app.pane.race;

/** What a person has before them, and keys act on. */
enum Front {
    RACE,
    PLANE,
    WEIGHT
}
