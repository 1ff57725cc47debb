package dev.parityguard.examples.quarkus;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The orders in the database. */
@Singleton
final class Orders {
    private final DataSource database;

    Orders(DataSource database) {
        this.database = database;
    }

    Order add(String goods) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into orders (goods) values (?) returning id")) {
            insert.setString(1, goods);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Order(row.getLong(1), goods);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the order could not be stored", e);
        }
    }

    Optional<Order> find(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select goods from orders where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Order(id, row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the order could not be read", e);
        }
    }
}
