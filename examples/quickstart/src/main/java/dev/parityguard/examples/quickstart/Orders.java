package dev.parityguard.examples.quickstart;

import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import software.amazon.awssdk.core.sync.RequestBody;

/** The work of the service: it really uses all three backing services. */
record Orders(Clients clients) {

    void handle(String goods) throws SQLException {
        long order = store(goods);
        try (StatefulRedisConnection<String, String> redis = clients.queue().connect()) {
            redis.sync().lpush("orders", Long.toString(order));
            String next = redis.sync().rpop("orders");
            System.out.println("order " + order + " stored, job " + next + " taken from the queue");
        }
        clients.uploads()
                .putObject(
                        request -> request.bucket(clients.bucket()).key("receipts/" + order + ".txt"),
                        RequestBody.fromString("Receipt: " + goods));
        System.out.println("receipt of order " + order + " uploaded");
    }

    private long store(String goods) throws SQLException {
        try (Connection connection = clients.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists orders"
                    + " (id bigint generated always as identity primary key, goods text not null)");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into orders (goods) values (?) returning id")) {
                insert.setString(1, goods);
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }
    }
}
