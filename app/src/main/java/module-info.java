/** The window and the command line. */
module tadpole.app {
    requires tadpole.engine;
    requires tadpole.resources;
    requires javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires atlantafx.base;
    requires java.logging;

    exports tadpole.app to javafx.graphics;
}
