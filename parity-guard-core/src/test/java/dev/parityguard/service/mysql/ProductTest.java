package dev.parityguard.service.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.service.jdbc.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {
    /** MySQL's and MariaDB's were read here, the others in their documentation. */
    @ParameterizedTest
    @CsvSource({
        "8.0.15, mysql, 8.0.15",
        "5.7.22-log, mysql, 5.7.22",
        "8.0.31-google, mysql, 8.0.31",
        "10.11.5-MariaDB, mariadb, 10.11.5",
        "5.5.5-10.11.6-MariaDB-1:10.11.6+maria~deb12, mariadb, 10.11.6",
        "8.0.11-TiDB-v7.5.0, tidb, 7.5.0",
        "5.7.25-OceanBase-v4.2.1.0, oceanbase, 4.2.1.0",
        "8.0.30-Vitess, vitess, 8.0.30",
    })
    void productIsToldByTheVersion(String version, String product, String itsVersion) {
        assertThat(Product.of(variables(new Row("version", version, "session"))))
                .isEqualTo(new Product(product, itsVersion));
    }

    @Test
    void singlestoreIsToldByAVariableOfItsOwn() {
        assertThat(Product.of(variables(
                        new Row("version", "5.7.32", "session"), new Row("memsql_version", "8.5.2", "session"))))
                .isEqualTo(new Product("singlestore", "8.5.2"));
    }

    private static Variables variables(Row... rows) {
        return new Variables(List.of(rows), "MySQL Connector/J");
    }
}
