package tadpole.samples;

import java.util.function.Supplier;

/**
 * One file of the bundled data.
 *
 * @param path below the data folder
 * @param unzipped makes its content anew, as it is before gzip
 */
record SampleFile(String path, Supplier<byte[]> unzipped) {
}
