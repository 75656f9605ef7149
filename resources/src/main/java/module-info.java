/** Styles, icons, fonts, texts. */
module tadpole.resources {
    exports tadpole.resources;
}
