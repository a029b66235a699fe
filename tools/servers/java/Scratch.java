import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Ends this process when its standard input closes: the starter holds the other end of the pipe, so the server dies
 * with it however it dies, on every operating system. `-Dbaton.scratch` names a folder that goes with it.
 */
final class Scratch {
    static void endWithStarter() {
        Thread watcher = new Thread(() -> {
            try {
                while (System.in.read() >= 0) { }
            } catch (IOException closed) {
                // a broken pipe means the same as its end
            }
            String scratch = System.getProperty("baton.scratch");
            // Two passes: the server may still be writing during the first.
            for (int pass = 0; scratch != null && pass < 2; pass++) remove(Path.of(scratch));
            Runtime.getRuntime().halt(0);
        }, "starter-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | java.io.UncheckedIOException gone) {
            // what is already gone needs no removal
        }
    }

    private Scratch() { }
}
