/** The window and the command line. */
module tadpole.app {
    requires tadpole.engine;
    requires tadpole.resources;
    requires tadpole.samples;
    requires java.desktop;
    requires java.logging;
    requires javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.material2;
    requires atlantafx.base;
    requires org.jfree.jfreechart;
    requires org.jfree.svg;
    requires info.picocli;

    exports tadpole.app to javafx.graphics;
    opens tadpole.app.command to info.picocli;
}
