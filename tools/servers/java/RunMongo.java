import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB wire server: `RunMongo PORT [FILE]`; port 0 takes a free one and prints it; with FILE the data is kept there.
 * It answers as 5.0.0 with wire version 13: the library's own claim (8) is refused by current drivers.
 */
public final class RunMongo {
    private static final int WRITTEN_WITHIN_MS = 20;

    public static void main(String[] args) {
        Scratch.endWithStarter();
        MongoBackend backend = args.length > 1 ? new H2Backend(keptIn(args[1])) : new MemoryBackend();
        MongoServer server = new MongoServer(backend.version(new MongoVersion() {
            @Override public List<Integer> getVersionArray() { return List.of(5, 0, 0); }
            @Override public int getWireVersion() { return 13; }
        }));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
        System.out.println("listening " + server.getLocalAddress().getPort());
    }

    /** H2 acknowledges before it writes, a second before by default: a server that is killed would take that back. */
    private static MVStore keptIn(String file) {
        MVStore store = new MVStore.Builder().fileName(file).autoCommitBufferSize(64).open();
        store.setAutoCommitDelay(WRITTEN_WITHIN_MS);
        return store;
    }
}
