package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.parityguard.fact.Unknown.Cause;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the named queues and exchanges are there. Asked by passive declarations, which create nothing, on a channel of
 * its own, since the answer "not found" closes the channel.
 *
 * @param replyCodes the server's reply code by fact
 */
record Presence(Map<String, Integer> replyCodes) {
    static final Presence NOTHING = new Presence(Map.of());

    private static final int NO_CHANNEL = 0;

    static Presence of(Connection connection, Names names) throws IOException {
        Map<String, Integer> replyCodes = new TreeMap<>();
        Channel channel = null;
        try {
            for (String queue : names.queues()) {
                channel = open(channel, connection);
                replyCodes.put("queue." + queue, ask(channel, asked -> asked.queueDeclarePassive(queue)));
            }
            for (String exchange : names.exchanges()) {
                channel = open(channel, connection);
                replyCodes.put("exchange." + exchange, ask(channel, asked -> asked.exchangeDeclarePassive(exchange)));
            }
            return new Presence(replyCodes);
        } finally {
            abort(channel);
        }
    }

    void tell(FactSheet sheet) {
        replyCodes.forEach((fact, code) -> {
            switch (code) {
                case AMQP.REPLY_SUCCESS, AMQP.RESOURCE_LOCKED -> sheet.put(fact, "yes");
                case AMQP.NOT_FOUND -> {}
                case AMQP.ACCESS_REFUSED ->
                    sheet.unknown(fact, Cause.NOT_PERMITTED, "a permission of the user for it in the virtual host");
                case NO_CHANNEL -> sheet.unknown(fact, Cause.UNREACHABLE, "a free channel of the connection");
                default -> sheet.unknown(fact, Cause.UNREADABLE, "the server answered with the code " + code);
            }
        });
    }

    private static @Nullable Channel open(@Nullable Channel channel, Connection connection) throws IOException {
        if (channel != null && channel.isOpen()) {
            return channel;
        }
        abort(channel);
        return connection.createChannel();
    }

    private static int ask(@Nullable Channel channel, Question question) throws IOException {
        if (channel == null) {
            return NO_CHANNEL;
        }
        try {
            question.on(channel);
            return AMQP.REPLY_SUCCESS;
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException closed
                    && closed.getReason() instanceof AMQP.Channel.Close close) {
                return close.getReplyCode();
            }
            throw e;
        }
    }

    /** Also where the server has closed it: a connection that recovers would open it again. */
    private static void abort(@Nullable Channel channel) throws IOException {
        if (channel != null) {
            channel.abort();
        }
    }

    private interface Question {
        void on(Channel channel) throws IOException;
    }
}
