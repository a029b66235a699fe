import java.nio.file.Files;
import java.nio.file.Path;

/** Formats the log folder where that has not been done, then runs a broker: `RunKafka PROPERTIES CLUSTER_ID LOG_DIR`. */
public final class RunKafka {
    public static void main(String[] args) {
        Scratch.endWithStarter();
        if (!Files.exists(Path.of(args[2], "meta.properties"))) {
            // With "=", because an id may begin with "-".
            String[] format = { "format", "--cluster-id=" + args[1], "--config=" + args[0] };
            int code = kafka.tools.StorageTool.execute(format, System.out);
            if (code != 0) System.exit(code);
        }
        kafka.Kafka.main(new String[] { args[0] });
    }
}
