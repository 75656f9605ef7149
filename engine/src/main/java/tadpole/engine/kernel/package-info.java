/**
 * All arithmetic of the engine on flat float arrays, and its only threads.
 *
 * <p>{@link tadpole.engine.kernel.Kernels} has two twins: plain loops that read like the formula, and the Vector API. Whatever
 * the number of threads, a kernel's result is the same to the last bit: work and sums are split by size alone, no sum is left
 * to an order that the virtual machine chooses, and exponentials are our own instead of a library's that the interpreter and
 * the compiler round differently.
 */
package tadpole.engine.kernel;
