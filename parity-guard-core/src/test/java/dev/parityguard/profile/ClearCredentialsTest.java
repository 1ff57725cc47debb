package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearCredentialsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${DATABASE_URL}",
                "postgresql://db:5432/orders",
                "postgresql://${USER}:${PASSWORD}@db:5432/orders",
                "redis://:${PASSWORD}@cache",
                "redis://${A@B://}@cache",
                "jdbc:postgresql://db/orders?user=app&password=${PASSWORD}&ssl=true",
                "jdbc:postgresql://db/orders?password=",
                "jdbc:oracle:thin:@db:1521/orders",
                "jdbc:oracle:thin:@//db:1521/orders",
                "jdbc:oracle:thin:${USER}/${PASSWORD}@db",
                "jdbc:sqlserver://db;user=app;password=${PASSWORD}",
                "https://wiki.example/@team-orders/runbook",
                "https://wiki.example/token?page=secret",
                "s3"
            })
    void urlWhenItNamesCredentialsByReferenceOrNotAtAllThenIsFine(String url) {
        assertThat(ClearCredentials.inUrl(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:pw@db/orders",
                "postgresql://app:${PASSWORD}@db/orders",
                "postgresql://${USER}:pw@db/orders",
                "postgresql://app@db/orders",
                "redis://:pw@cache",
                "redis://:p/w@cache",
                "redis://:p?w@cache",
                "https://token@host/",
                "http://a:1@b:2@host",
                "app:pw@tcp(db:3306)/orders",
                "jdbc:oracle:thin:scott/tiger@db",
                "JDBC:ORACLE:oci:scott@db",
                "jdbc:postgresql://db/orders?password=pw",
                "jdbc:postgresql://db/orders?a=b&sslPassword=pw",
                "jdbc:sqlserver://db;user=app;PWD=pw",
                "jdbc:postgresql://db/orders?password=${A}b",
                "https://host/?access_token=x",
                "https://host/?apiKey=x",
                "https://host/?api-key=x",
                "https://host/?AccessKey=x",
                "https://host/?X-Amz-Credential=x"
            })
    void urlWhenItNamesCredentialsInClearThenIsFound(String url) {
        assertThat(ClearCredentials.inUrl(url)).isTrue();
    }

    @Test
    void propertyWhenItIsASecretInClearThenIsFound() {
        assertThat(ClearCredentials.inProperty("secretKey", "x")).isTrue();
        assertThat(ClearCredentials.inProperty("passphrase", "${A}x")).isTrue();
        assertThat(ClearCredentials.inProperty("endpoint", "http://u:p@minio")).isTrue();
        assertThat(ClearCredentials.inProperty("secretKey", "${SECRET_KEY}")).isFalse();
        assertThat(ClearCredentials.inProperty("bucket", "a@b:c")).isFalse();
        assertThat(ClearCredentials.inProperty("endpoint", "http://minio:9000")).isFalse();
    }
}
