/** The engine: pure Java, no window. */
module tadpole.engine {
  requires jdk.incubator.vector;
}
