package dev.parityguard.servers;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Answers commands in the wire protocol of MongoDB with recorded documents, since no server of it can be had. It knows no
 * user: whoever brings credentials is refused. May be used by several threads.
 */
public final class MongoStub implements BackingServer {
    private static final String THREAD = "mongo stub";
    private static final int HEADER = 16;
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final ServerSocket listener = new ServerSocket();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Document> replies = new ConcurrentHashMap<>();
    private volatile CountDownLatch thawed = new CountDownLatch(0);

    private MongoStub() throws IOException {
        listener.bind(new InetSocketAddress(Loopback.ADDRESS, 0));
        open.add(listener);
        refuse("saslStart", 18, "AuthenticationFailed");
        start(this::accept);
    }

    /** Starts a stub that knows no command yet. */
    public static MongoStub start() {
        try {
            return new MongoStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a command with a document in JSON. */
    public MongoStub answer(String command, String json) {
        replies.put(command, Document.parse(json).append("ok", 1.0));
        return this;
    }

    /** Refuses a command with an error, such as 13 and {@code Unauthorized}. */
    public MongoStub refuse(String command, int code, String name) {
        replies.put(command, error(code, name));
        return this;
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public boolean isRunning() {
        return !listener.isClosed();
    }

    @Override
    public void kill() {
        thawed.countDown();
        for (Closeable each : open) {
            close(each);
        }
    }

    @Override
    public void freeze() {
        thawed = new CountDownLatch(1);
    }

    @Override
    public void thaw() {
        thawed.countDown();
    }

    @Override
    public void close() {
        kill();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                close(listener);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                ByteBuffer header = read(in, HEADER);
                int length = header.getInt() - HEADER;
                int request = header.getInt();
                header.getInt();
                int operation = header.getInt();
                if (length < 0 || length > LONGEST_MESSAGE || (operation != OP_QUERY && operation != OP_MSG)) {
                    return; // not the protocol
                }
                Document command = command(operation, read(in, length));
                thawed.await();
                byte[] reply =
                        bytes(replies.getOrDefault(command.keySet().iterator().next(), error(59, "CommandNotFound")));
                client.getOutputStream().write(message(operation, request, reply));
            }
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static ByteBuffer read(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Document command(int operation, ByteBuffer body) {
        body.getInt(); // flags
        if (operation == OP_MSG) {
            body.get(); // the kind of the first section, which is the command
        } else {
            while (body.get() != 0) {
                // the name of the collection
            }
            body.getLong(); // how many to skip and to return
        }
        try (BsonBinaryReader reader = new BsonBinaryReader(body.slice().order(ByteOrder.LITTLE_ENDIAN))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }

    private static byte[] message(int operation, int request, byte[] document) {
        int before = operation == OP_MSG ? 5 : 20;
        ByteBuffer message =
                ByteBuffer.allocate(HEADER + before + document.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(0).putInt(request);
        if (operation == OP_MSG) {
            message.putInt(OP_MSG).putInt(0).put((byte) 0);
        } else {
            message.putInt(OP_REPLY).putInt(8).putLong(0).putInt(0).putInt(1);
        }
        return message.put(document).array();
    }

    private static byte[] bytes(Document document) {
        try (BasicOutputBuffer buffer = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return Arrays.copyOf(buffer.getInternalBuffer(), buffer.getSize());
        }
    }

    private static Document error(int code, String name) {
        return new Document("ok", 0.0)
                .append("errmsg", name)
                .append("code", code)
                .append("codeName", name);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable each) {
        try {
            each.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
