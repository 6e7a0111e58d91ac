package dev.verbatim.encoder;

import java.nio.file.Path;

/// A process that ends some time after it has begun to load the encoder: see [EncoderExitTest].
final class QuittingProcess {

    private QuittingProcess() {}

    /// Ends as it is told.
    ///
    /// @param arguments where the native library goes, after how many milliseconds to end, and with
    ///   which exit code
    public static void main(String[] arguments) throws InterruptedException {
        Encoder.load(Path.of(arguments[0]));
        Thread.sleep(Long.parseLong(arguments[1]));
        System.exit(Integer.parseInt(arguments[2]));
    }
}
