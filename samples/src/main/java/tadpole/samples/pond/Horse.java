package tadpole.samples.pond;
final class Horse implements Subject { public void paint(tadpole.samples.drawing.Easel e, tadpole.samples.drawing.Dice d) {} }
